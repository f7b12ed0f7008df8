import { describe, expect, it } from 'vitest';
import { retryAfterFailure } from './send-failure.ts';

const failure = (code: string, responseCode?: number) =>
  Object.assign(new Error('no'), { code, ...(responseCode ? { responseCode } : {}) });

describe(retryAfterFailure, () => {
  it.each([
    ['a recipient that is busy', failure('EENVELOPE', 450)],
    ['a server that is away', failure('ESOCKET')],
    ['a wrong password', failure('EAUTH', 535)],
    ['a server that has no time at all', failure('ECONNECTION', 554)],
    ['something unknown', 'no'],
  ])('tries again after %s', (_, error) => {
    expect(retryAfterFailure(error, 1)).toBe(15_000);
  });

  it('gives up at once when the server refuses the mail for good', () => {
    expect(retryAfterFailure(failure('EENVELOPE', 550), 1)).toBeNull();
    expect(retryAfterFailure(failure('EMESSAGE', 554), 1)).toBeNull();
  });

  it('waits twice as long each time, an hour at most, and for about a day in all', () => {
    const waits = Array.from({ length: 29 }, (_, i) => retryAfterFailure(failure('ESOCKET'), i + 1) ?? 0);
    expect(waits.slice(0, 3)).toEqual([15_000, 30_000, 60_000]);
    expect(Math.max(...waits)).toBe(3_600_000);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(28);
    expect(retryAfterFailure(failure('ESOCKET'), 30)).toBeNull();
  });
});
