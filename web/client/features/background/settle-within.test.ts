import { expect, test } from 'vitest';
import { settleWithin } from './settle-within.ts';

const late = () => new Error('late');

test('what comes in time is given on, also an error', async () => {
  expect(await settleWithin(5_000, Promise.resolve(1), late)).toBe(1);
  await expect(settleWithin(5_000, Promise.reject(new Error('broken')), late)).rejects.toThrow('broken');
});

test('what does not come is an error', async () => {
  await expect(settleWithin(1, new Promise(() => undefined), late)).rejects.toThrow('late');
});
