import { describe, expect, it } from 'vitest';
import { boardTexts } from './board-text.ts';
import { rectangle, textElement } from './testing/elements.ts';

describe(boardTexts, () => {
  it('reads row by row, each from the left, and every text once', () => {
    const elements = [
      textElement('below', { id: 'a', x: 0, y: 300 }),
      textElement('right', { id: 'b', x: 500, y: 3 }),
      rectangle({ id: 'c' }),
      textElement('left', { id: 'd', x: 0, y: 0 }),
      textElement('below', { id: 'e', x: 900, y: 900 }),
      { ...rectangle({ id: 'f', y: 200 }), type: 'frame' as const, name: 'Ideas' },
    ];
    expect(boardTexts(elements)).toEqual(['left', 'right', 'Ideas', 'below']);
  });

  it('cleans what it reads and leaves out what has no words', () => {
    const elements = [
      textElement('  \u202eolleh\u0000 ', { id: 'a' }),
      textElement('\u200b', { id: 'b' }),
      textElement('broken\ninto lines', { id: 'c', originalText: 'broken into lines' }),
    ];
    expect(boardTexts(elements)).toEqual(['olleh', 'broken into lines']);
  });
});
