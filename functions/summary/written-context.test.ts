import { describe, expect, it } from 'vitest';
import { rectangle, textElement } from '../../lib/board/testing/elements.ts';
import type { NoteLine } from '../../lib/documents/note-line.ts';
import { boardContext, mostNotes, notesContext, pollsContext } from './written-context.ts';

const line = (text: string): NoteLine => ({ kind: 'bullet', level: 1, ordinal: 0, spans: [{ text }] });

describe(notesContext, () => {
  it('is what was written, as one would type it', () => {
    expect(notesContext([line('One'), line('Two')])).toBe('- One\n- Two');
    expect(notesContext([])).toBe('');
  });

  it('ends with a whole line where notes are long, and says that there is more', () => {
    const text = notesContext(Array.from({ length: 2_000 }, (_, index) => line(`Point ${index}`)));
    expect(text.length).toBeLessThanOrEqual(mostNotes + 2);
    expect(text).toMatch(/\n- Point \d+\n…$/);
  });
});

describe(boardContext, () => {
  it('is what stands on the whiteboard, a text a line', () => {
    expect(boardContext([rectangle(), textElement('Launch in May', { id: 'element-2' })])).toBe(
      'Launch in May',
    );
    expect(boardContext([])).toBe('');
  });
});

describe(pollsContext, () => {
  it('is what was asked and how many voted for what, a poll a line', () => {
    const poll = { question: 'Which day?', choices: ['Friday', 'Monday'], counts: [2, 0], voted: 2 };
    expect(pollsContext([poll, { ...poll, question: 'Lunch?' }])).toBe(
      'Which day? Friday: 2; Monday: 0 (2 voted)\nLunch? Friday: 2; Monday: 0 (2 voted)',
    );
    expect(pollsContext([])).toBe('');
  });
});
