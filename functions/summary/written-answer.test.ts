import { describe, expect, it } from 'vitest';
import { readDue } from './written-answer.ts';

describe(readDue, () => {
  const startedAt = '2026-03-03T23:30:00+01:00';

  it.each([
    ['2026-03-13', '2026-03-13'],
    ['2026-03-03', '2026-03-03'],
    ['2026-02-30', null],
    ['2026-03-02', null],
    ['2099-01-01', null],
    ['next Friday', null],
    ['2026-03-13T10:00', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (due, expected) => {
    expect(readDue(due, startedAt)).toBe(expected);
  });
});
