import { describe, expect, it } from 'vitest';
import { findMarks } from './search-marks.ts';
import { parseSearch } from './search-query.ts';

const marked = (text: string, query: string, stems: [string, string][] = []) =>
  findMarks(text, parseSearch(query), new Map(stems)).map(({ from, to }) => text.slice(from, to));

describe(findMarks, () => {
  it('marks whole words, however they are written', () => {
    expect(marked('Zoë met ZOE, not Zoey.', 'zoe ')).toEqual(['Zoë', 'ZOE']);
  });

  it('marks longer words for a beginning', () => {
    expect(marked('The budget, budgets and Budgeting.', 'budg')).toEqual(['budget', 'budgets', 'Budgeting']);
  });

  it('marks a phrase as one range', () => {
    expect(marked('This week, then this. Week two.', '"this week"')).toEqual(['This week', 'this. Week']);
  });

  it('marks other forms of a word', () => {
    const stems: [string, string][] = [
      ['planning', 'plan'],
      ['companies', 'compani'],
    ];
    expect(marked('Plans of the company for a plant', 'planning companies ', stems)).toEqual([
      'Plans',
      'company',
    ]);
  });

  it('joins what overlaps', () => {
    expect(marked('one two three', '"one two" "two three"')).toEqual(['one two three']);
  });
});
