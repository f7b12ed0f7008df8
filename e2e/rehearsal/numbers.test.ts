import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeNumbersAlike } from './numbers.ts';

const written = (text: string) => writeNumbersAlike(text.split(' ')).join(' ');

describe(writeNumbersAlike, () => {
  it.each([
    ['twelve percent', '12 percent'],
    ['twenty six', '26'],
    ['two hundred and five people', '205 people'],
    ['two thousand and twenty six', '2026'],
    ['two thousand twenty six', '2026'],
    ['twelve hundred', '1200'],
    ['a hundred and ten', '110'],
    ['a thousand', '1000'],
    ['3 million', '3000000'],
    ['one million two hundred thousand three hundred and one', '1200301'],
    ['zero', '0'],
    ['one billion', '1000000000'],
  ])('writes %s as %s', (words, digits) => {
    expect(written(words)).toBe(digits);
  });

  it.each([
    ['twenty twenty six', '20 26'],
    ['nineteen ninety nine', '19 99'],
    ['ten thirty', '10 30'],
    ['five five five', '5 5 5'],
    ['twenty four seven', '24 7'],
    ['10 05', '10 05'],
    ['20 5', '20 5'],
    ['twenty zero', '20 0'],
  ])('keeps numbers apart in %s', (words, digits) => {
    expect(written(words)).toBe(digits);
  });

  it.each([
    ['second', '2th'],
    ['2nd', '2th'],
    ['twenty first', '21th'],
    ['21st', '21th'],
    ['twelfth', '12th'],
    ['twentieth', '20th'],
    ['hundredth', '100th'],
    ['fourth and fifth', '4th and 5th'],
    ['first one', '1th 1'],
  ])('writes the ordinal %s as %s', (words, digits) => {
    expect(written(words)).toBe(digits);
  });

  it('leaves other words alone', () => {
    const text = 'and a month with both hundreds of seconds';
    expect(written(text)).toBe(text);
  });

  it('does not swallow an "and" between two numbers', () => {
    expect(written('ten and five')).toBe('10 and 5');
    expect(written('two hundred and counting')).toBe('200 and counting');
  });

  it('reads every number below ten thousand that it can spell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.boolean(), (value, withAnd) => {
        expect(written(spell(value, withAnd))).toBe(String(value));
      }),
    );
  });

  it('changes nothing the second time', () => {
    const words = fc.constantFrom(
      'two',
      'twenty',
      'hundred',
      'and',
      'a',
      'second',
      'thousand',
      '07',
      '3',
      'day',
      'zero',
    );
    fc.assert(
      fc.property(fc.array(words), (text) => {
        const once = writeNumbersAlike(text.filter((word) => word !== 'thousand' && word !== 'hundred'));
        expect(writeNumbersAlike(once)).toEqual(once);
      }),
    );
  });
});

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spell(value: number, withAnd: boolean): string {
  if (value < 20) return units[value]!;
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 ? ` ${units[value % 10]}` : ''}`;
  const [size, name] = value < 1_000 ? [100, 'hundred'] : [1_000, 'thousand'];
  const rest = value % size;
  const head = `${spell(Math.floor(value / size), withAnd)} ${name}`;
  return rest === 0 ? head : `${head}${withAnd ? ' and' : ''} ${spell(rest, withAnd)}`;
}
