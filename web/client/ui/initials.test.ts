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
    const hues = Array.from({ length: 360 }, (_, index) => hueOf(`par_01JD${index}`));
    expect(Math.min(...hues)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...hues)).toBeLessThan(360);
    // 360 random picks out of 360 leave about 228 different ones.
    expect(new Set(hues).size).toBeGreaterThan(200);
  });
});
