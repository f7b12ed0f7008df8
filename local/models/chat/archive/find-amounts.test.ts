import { describe, expect, it } from 'vitest';
import { findAmounts } from './find-amounts.ts';

describe(findAmounts, () => {
  it.each([
    ['Nine euros fifty per square metre.', ['money', 'money']],
    ['It costs €1,200.', ['money']],
    ['About six thousand euros a week.', ['money']],
    ['Either it goes from fifteen to nineteen euros, or it stays.', ['money', 'money']],
    ['It takes twenty two euros a month. So nineteen would still be less.', ['money', 'money']],
    ['That took forty minutes.', ['time']],
    ['They ride eleven times a month, everybody else twice.', ['time', 'time']],
    ['About half of it.', ['share']],
    ['A fifth of the holders, or 20 %.', ['share', 'share']],
    ['It is up by two thirds.', ['share']],
    ['One point six tonnes without the frame.', ['size']],
    ['Twenty four, and we may add more.', ['none']],
    ['A hundred and twenty.', ['none']],
    ['On the first of May, one of us has to go.', []],
    ['We need more of them.', []],
  ])('reads the units of "%s"', (text, units) => {
    expect(findAmounts(text).map(({ unit }) => unit)).toEqual(units);
  });

  it.each([
    ['Then we order eighty vegan lunches for the guests.', ['vegan', 'lunches']],
    ['We have sixty bikes.', ['bikes']],
    ['I will order ninety of them.', []],
  ])('says what "%s" counts', (text, of) => {
    expect(findAmounts(text)).toEqual([expect.objectContaining({ of })]);
  });

  it('lets a number alone count what the one before it counted in the same sentence', () => {
    expect(findAmounts('We have sixty bikes on the street and forty in the workshop. And five.')).toEqual([
      { unit: 'thing', of: ['bikes'] },
      { unit: 'thing', of: ['bikes'] },
      { unit: 'none', of: [] },
    ]);
  });
});
