import { describe, expect, it } from 'vitest';
import { formatSearch, parseSearch, stemmedWords } from './search-query.ts';

const format = (text: string, matched: 'all' | 'any' = 'all', stems: [string, string][] = []) =>
  formatSearch(parseSearch(text), new Map(stems), matched);

describe(parseSearch, () => {
  it('takes the last word for a beginning, unless a space or a quote ends it', () => {
    expect(parseSearch('budget mar').map(({ open }) => open)).toEqual([false, true]);
    expect(parseSearch('budget mar ').map(({ open }) => open)).toEqual([false, false]);
    expect(parseSearch('"budget mar').map(({ open }) => open)).toEqual([false]);
  });

  it('takes no short word for a beginning', () => {
    expect(parseSearch('to')[0]?.open).toBe(false);
  });

  it('reads quotes of any kind, closed or not, as a phrase', () => {
    for (const text of ['"final budget"', '“final budget”', '„final budget“', '"final budget'])
      expect(parseSearch(text)).toEqual([{ words: ['final', 'budget'], exact: true, open: false }]);
  });

  it('finds no term in operators, empty quotes and invisible characters', () => {
    expect(parseSearch('& | ! () <-> "" "—" :* \u200b \u202e -')).toEqual([]);
  });

  it('stops after so many words', () => {
    expect(parseSearch('word '.repeat(2_000)).flatMap(({ words }) => words)).toHaveLength(24);
  });
});

describe(formatSearch, () => {
  it('asks for all terms, with other forms of the words', () => {
    expect(format('planning "this week" e-mai', 'all', [['planning', 'plan']])).toBe(
      "('planning' | 'plan' | '~plan') & ('this' <-> 'week') & ('e' <-> 'mai':*)",
    );
  });

  it('finds a phrase of common words by their pairs', () => {
    expect(format('"to that"')).toBe("('+to that')");
    expect(format('"we want it" budget ')).toBe(
      "('+we want' & '+want it' & ('we' <-> 'want' <-> 'it')) & ('budget')",
    );
  });

  it('takes no beginning of a word for a common one', () => {
    expect(format('to-the')).toBe("('to' <-> 'the':*)");
  });

  it('asks for any of the terms', () => {
    expect(format('alpha beta ', 'any')).toBe("('alpha') | ('beta')");
  });

  it('lets nothing out of its quotes', () => {
    expect(format("o'brien' | !drop\\ ")).toBe("('o' <-> 'brien') & ('drop')");
  });
});

describe(stemmedWords, () => {
  it('names single words outside of quotes', () => {
    expect(stemmedWords(parseSearch('plans "this week" e-mail costs'))).toEqual(['plans', 'costs']);
  });
});
