import { describe, expect, it } from 'vitest';
import { createStatementReader } from './statements.ts';

/** The statements of a text that comes in pieces of so many characters. */
function read(text: string, size = 3): string[] {
  const reader = createStatementReader();
  const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()].map(({ text: said, cited }) =>
    [said, ...cited.map(({ excerpt, line }) => `${excerpt}.${line}`)].join(' | '),
  );
}

describe(createStatementReader, () => {
  it('gives each sentence its citations, however the pieces fall', () => {
    const text = 'It moves to May. [1.2] Ben tests it [2.1] [2.3]. Ana agrees [1.4, 1.5].';
    const expected = ['It moves to May. | 1.2', 'Ben tests it. | 2.1 | 2.3', 'Ana agrees. | 1.4 | 1.5'];
    for (const size of [1, 2, 5, 500]) expect(read(text, size), `${size}`).toEqual(expected);
  });

  it('shows that a sentence has none, also before one that has', () => {
    expect(read('Everybody was happy. It moves to May [1.2]. So they said.')).toEqual([
      'Everybody was happy.',
      'It moves to May. | 1.2',
      'So they said.',
    ]);
  });

  it('takes no quotation and no abbreviation apart', () => {
    expect(read('Ana said: "It is late. We stop. Dr. Weiss knows." [1.2]\n- Ben: "Yes." [1.3]')).toEqual([
      'Ana said: "It is late. We stop. Dr. Weiss knows." | 1.2',
      'Ben: "Yes." | 1.3',
    ]);
  });

  it('reads lists', () => {
    expect(read('* one [1.1]\n* two [1.2]\n\n3. three [1.3]')).toEqual([
      'one | 1.1',
      'two | 1.2',
      '3. three | 1.3',
    ]);
  });

  it('finds nothing in nothing, and drops citations that stand alone', () => {
    expect(read('')).toEqual([]);
    expect(read('[1.2] [1.3]')).toEqual([]);
  });

  it('is quick with a flood of brackets', () => {
    expect(read('['.repeat(20_000), 1_000)).toHaveLength(1);
  });
});
