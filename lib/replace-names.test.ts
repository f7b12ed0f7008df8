import { describe, expect, it } from 'vitest';
import { replaceNames } from './replace-names.ts';

const replace = <T>(value: T, ...names: string[]) => replaceNames(value, names, 'Someone');

describe(replaceNames, () => {
  it('replaces a name in every text of a value and changes nothing else', () => {
    const value = { overview: 'Zoltan Quist agrees.\nZoltan Quist: yes', lines: [{ epoch: 1 }], due: null };
    expect(replace(value, 'Zoltan Quist')).toEqual({ ...value, overview: 'Someone agrees.\nSomeone: yes' });
  });

  it('knows it in other cases, with other spaces, and as HTML has it', () => {
    expect(replace('ZOLTAN\n  quist', 'Zoltan Quist')).toBe('Someone');
    expect(replace('<p>Sean O&#x27;Hara &amp; Co</p>', "Sean O'Hara & Co")).toBe('<p>Someone</p>');
  });

  it('leaves longer words, and other names, as they are', () => {
    expect(replace('Anatomy, Banana, Anaïs, Ana2, Ana', 'Ana')).toBe('Anatomy, Banana, Anaïs, Ana2, Someone');
  });

  it('takes marks in a name as they are, and names that begin or end with one', () => {
    expect(replace('I am (Dr.) Bo+ now', '(Dr.) Bo+')).toBe('I am Someone now');
    expect(replace('Zoltan Quist and Zoltan', 'Zoltan', 'Zoltan Quist')).toBe('Someone and Someone');
  });

  it('does nothing for an empty name', () => {
    expect(replace('a  b', ' ', '')).toBe('a  b');
  });
});
