import { describe, expect, it } from 'vitest';
import { dayOptions, describeDays, readKeep } from './keep-options.ts';

describe(describeDays, () => {
  it('says years where they are whole', () => {
    expect([1, 30, 365, 730, 400].map(describeDays)).toEqual([
      '1 day',
      '30 days',
      '1 year',
      '2 years',
      '400 days',
    ]);
  });
});

describe(dayOptions, () => {
  it('has what is chosen in its place, also when nobody could choose it here', () => {
    expect(dayOptions(null).map(({ value }) => value)).toEqual(['7', '30', '90', '180', '365', '730']);
    expect(dayOptions(45).map(({ value }) => value)).toEqual(['7', '30', '45', '90', '180', '365', '730']);
  });
});

describe(readKeep, () => {
  it('gives words as they are and days as numbers', () => {
    expect(['workspace', 'forever', '30'].map(readKeep)).toEqual(['workspace', 'forever', 30]);
  });
});
