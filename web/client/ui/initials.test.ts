import { describe, expect, test } from 'vitest';
import { hueOf, initialsOf } from './initials.ts';

describe(initialsOf, () => {
  test.each([
    ['Ana Ruiz', 'AR'],
    ['ana', 'A'],
    ['Ana María de la Cruz', 'AC'],
    ['Émile Zola', 'ÉZ'],
    ['李 小龙', '李小'],
    ['(Bob) [guest]', 'BG'],
    ['👋', '?'],
    ['', '?'],
  ])('%j is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe(hueOf, () => {
  test('is the same for the same person and differs between people', () => {
    expect(hueOf('par_1')).toBe(hueOf('par_1'));
    const hues = new Set(['par_1', 'par_2', 'par_3', 'par_4'].map(hueOf));
    expect(hues.size).toBe(4);
  });
});
