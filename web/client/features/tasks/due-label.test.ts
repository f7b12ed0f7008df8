import { describe, expect, it } from 'vitest';
import { dueLabel, localDay } from './due-label.ts';

describe(dueLabel, () => {
  it.each([
    ['2026-03-10', 'Due today', false],
    ['2026-03-11', 'Due tomorrow', false],
    ['2026-03-09', 'Was due yesterday', true],
    ['2026-03-13', 'Due on Friday', false],
    ['2026-03-17', 'Due 17 Mar', false],
    ['2026-02-20', 'Was due 20 Feb', true],
    ['2027-01-04', 'Due 4 Jan 2027', false],
  ])('%s on 10 March is "%s"', (due, text, late) => {
    expect(dueLabel(due, '2026-03-10')).toEqual({ text, late });
  });
});

describe(localDay, () => {
  it('is the day of the clock on the wall', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
