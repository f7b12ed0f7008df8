import { expect, test } from 'vitest';
import { blurRadius } from './blur-radius.ts';

test('a blur looks the same in a large and in a small picture, and never vanishes', () => {
  expect([blurRadius('slight', 720), blurRadius('slight', 1440)]).toEqual([12, 24]);
  expect([blurRadius('strong', 720), blurRadius('strong', 1440)]).toEqual([30, 60]);
  expect(blurRadius('slight', 8)).toBe(1);
});
