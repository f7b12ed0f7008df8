import { describe, expect, it } from 'vitest';
import { readRange } from './send-file.ts';

describe(readRange, () => {
  it('reads the three forms of one range', () => {
    expect(readRange('bytes=0-99', 1_000)).toEqual({ start: 0, end: 99 });
    expect(readRange('bytes=900-', 1_000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=-100', 1_000)).toEqual({ start: 900, end: 999 });
    expect(readRange('bytes=0-99999', 1_000)).toEqual({ start: 0, end: 999 });
  });

  it('sends all where there is no range, or several', () => {
    expect(readRange(undefined, 1_000)).toBe('all');
    expect(readRange('bytes=0-1,5-6', 1_000)).toBe('all');
    expect(readRange('bytes=-', 1_000)).toBe('all');
    expect(readRange('lines=1-2', 1_000)).toBe('all');
  });

  it('refuses what is not there', () => {
    expect(readRange('bytes=1000-', 1_000)).toBeNull();
    expect(readRange('bytes=5-2', 1_000)).toBeNull();
    expect(readRange('bytes=0-', 0)).toBeNull();
  });
});
