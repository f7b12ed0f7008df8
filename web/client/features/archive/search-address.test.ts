import { describe, expect, it } from 'vitest';
import { readSearchAddress } from './search-address.ts';

describe(readSearchAddress, () => {
  it('keeps what is there, numbers as the words they were', () => {
    expect(readSearchAddress({ q: 2026, speaker: 'Ana', to: '2026-01-02', ask: true })).toEqual({
      q: '2026',
      speaker: 'Ana',
      to: '2026-01-02',
      ask: true,
    });
  });

  it('leaves out what is empty or none of it', () => {
    expect(readSearchAddress({ q: '', from: null, other: 'x', ask: 'no' })).toEqual({});
  });
});
