import { describe, expect, it } from 'vitest';
import { type Existing, foundKey, matchFound } from './match-found.ts';

const line = (seq: number) => ({ epoch: 1, seq });
const item = (text: string, over: Partial<Existing> = {}): Existing => ({
  text,
  owner: null,
  lines: [line(1)],
  isFixed: false,
  ...over,
});

describe(matchFound, () => {
  it('knows the same words again, whatever their case and marks', () => {
    const existing = [item('Send the report.', { owner: 'Ben' }), item('Send the report.')];
    expect(matchFound(existing, [item('send the report', { lines: [line(9)] })])).toEqual([1]);
  });

  it('knows other words for what was said in the same line', () => {
    const existing = [item('We lunch in march'), item('Hire two people', { lines: [line(4)] })];
    expect(matchFound(existing, [item('The launch is in March.')])).toEqual([0]);
  });

  it('tells two tasks of one line apart by their owner and their words', () => {
    const existing = [
      item('Ben writes the notes', { owner: 'Ben' }),
      item('Chloe books a room', { owner: 'Chloe' }),
    ];
    const found = [
      item('Book a room for the launch', { owner: 'Chloe' }),
      item('Write the notes', { owner: 'Ben' }),
    ];
    expect(matchFound(existing, found)).toEqual([1, 0]);
  });

  it('takes something else in the same line for something else', () => {
    const existing = [item('Ben writes the notes', { owner: 'Ben' })];
    expect(matchFound(existing, [item('Order cake', { owner: 'Chloe' })])).toEqual([null]);
  });

  it('gives each found one to one existing at most, and the better match first', () => {
    const existing = [item('Launch in March')];
    const found = [item('Launch on time in spring, in March'), item('Launch in March')];
    expect(matchFound(existing, found)).toEqual([null, 0]);
  });

  it('lets several mean what an action has made', () => {
    const existing = [item('Send Ana the figures', { owner: 'Ben', isFixed: true })];
    const found = [
      item('Figures to Ana', { owner: 'Ben' }),
      item('Ben: send Ana the figures', { owner: 'Ben', lines: [line(1), line(2)] }),
    ];
    expect(matchFound(existing, found)).toEqual([0, 0]);
  });
});

describe(foundKey, () => {
  it('is of the words and the owner', () => {
    expect(foundKey(item('Send it!', { owner: 'Ben' }))).toBe(foundKey(item('send it', { owner: 'BEN' })));
    expect(foundKey(item('Send it', { owner: 'Ben' }))).not.toBe(foundKey(item('Send it')));
  });
});
