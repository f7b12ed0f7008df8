import { expect, test } from 'vitest';
import { loadOnce } from './load-once.ts';

test('loads once for all who ask, and again after it failed', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('loaded')];
  let loads = 0;
  const load = loadOnce(() => answers[loads++] ?? Promise.reject(new Error('loaded too often')));
  await expect(Promise.all([load(), load()])).rejects.toThrow('offline');
  expect(await Promise.all([load(), load(), load()])).toEqual(['loaded', 'loaded', 'loaded']);
  expect(loads).toBe(2);
});
