import { describe, expect, it } from 'vitest';
import { byOrder, isOrderKey } from './order-key.ts';

describe(isOrderKey, () => {
  it.each(['a0', 'a1', 'Zz', 'a0V', 'b10', 'c000', 'a0VG'])('takes %s', (key) => {
    expect(isOrderKey(key)).toBe(true);
  });

  it.each([
    '',
    '0',
    'a',
    'b1',
    'a00',
    'a1V0',
    'zz',
    'a-',
    'ä0',
    `A${'0'.repeat(26)}`,
    `a0${'V'.repeat(300)}`,
  ])('refuses %j', (key) => {
    expect(isOrderKey(key)).toBe(false);
  });
});

describe(byOrder, () => {
  it('orders by key as characters sort, then by id', () => {
    const elements = [
      { id: 'b', index: 'a1' },
      { id: 'a', index: 'a1' },
      { id: 'c', index: 'Zz' },
      { id: 'd', index: 'a0V' },
    ];
    expect(elements.sort(byOrder).map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b']);
  });
});
