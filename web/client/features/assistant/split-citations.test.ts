import { describe, expect, test } from 'vitest';
import { splitCitations } from './split-citations.ts';

const line = (epoch: number, seq: number) => ({ epoch, seq });

describe(splitCitations, () => {
  test('puts citations where they stand', () => {
    expect(splitCitations('In March [1.13] [2.4]. Ben fixes the bug [1.9].')).toEqual([
      { type: 'text', text: 'In March' },
      { type: 'citations', lines: [line(1, 13), line(2, 4)] },
      { type: 'text', text: '. Ben fixes the bug' },
      { type: 'citations', lines: [line(1, 9)] },
      { type: 'text', text: '.' },
    ]);
  });

  test('leaves out half a citation at the end of what was written so far', () => {
    for (const cut of ['In March [', 'In March [1', 'In March [1.', 'In March [1.13']) {
      expect(splitCitations(cut)).toEqual([{ type: 'text', text: 'In March' }]);
    }
  });

  test('takes other brackets as words', () => {
    expect(splitCitations('See [1] and [a.b].')).toEqual([{ type: 'text', text: 'See [1] and [a.b].' }]);
    expect(splitCitations('')).toEqual([]);
  });
});
