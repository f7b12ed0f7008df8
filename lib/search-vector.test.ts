import { describe, expect, it } from 'vitest';
import { formatVector, pairMarks } from './search-vector.ts';

describe(formatVector, () => {
  it('writes each word with its places', () => {
    expect(formatVector('Budget grows: the budget!')).toBe("'budget':1,4 'grows':2 'the':3");
  });

  it('adds the pairs of common words', () => {
    expect(formatVector('Go to that budget')).toBe("'go':1 'to':2 'that':3 'budget':4 '+go to' '+to that'");
  });

  it('is empty for a text without words', () => {
    expect(formatVector(' – !')).toBe('');
  });
});

describe(pairMarks, () => {
  it('names neighbours that are both common, once', () => {
    expect(pairMarks(['to', 'that', 'budget', 'to', 'that'])).toEqual(['+to that']);
    expect(pairMarks(['to'])).toEqual([]);
  });
});
