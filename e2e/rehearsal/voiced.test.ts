import { describe, expect, it } from 'vitest';
import { findVoicedRange } from './voiced.ts';

describe(findVoicedRange, () => {
  it('finds the first and last sample above two percent of the peak', () => {
    expect(findVoicedRange(Int16Array.of(0, 20, 21, -1000, 5, -21, 20, 0))).toEqual({ first: 2, last: 5 });
  });

  it('measures against the loudest sample of this recording, also a negative one', () => {
    expect(findVoicedRange(Int16Array.of(500, -32_768, 500))).toEqual({ first: 1, last: 1 });
    expect(findVoicedRange(Int16Array.of(500, 1_000, 500))).toEqual({ first: 0, last: 2 });
  });

  it('finds nothing in silence', () => {
    expect(findVoicedRange(new Int16Array(100))).toBeNull();
    expect(findVoicedRange(new Int16Array())).toBeNull();
  });
});
