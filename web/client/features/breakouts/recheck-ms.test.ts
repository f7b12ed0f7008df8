import { describe, expect, test } from 'vitest';
import { recheckMs } from './recheck-ms.ts';

const watching = { open: { closesInMs: null }, listed: false, moderates: false };

describe(recheckMs, () => {
  test('is long while nobody looks', () => {
    expect(recheckMs({ ...watching, open: null })).toBe(120_000);
    expect(recheckMs({ ...watching, open: null, listed: true, moderates: true })).toBe(120_000);
    expect(recheckMs({ ...watching, moderates: true })).toBe(60_000);
  });

  test('is short for whoever looks who is where', () => {
    expect(recheckMs({ ...watching, listed: true, moderates: true })).toBe(5_000);
    expect(recheckMs({ ...watching, listed: true })).toBe(15_000);
  });

  test('does not miss that the rooms close', () => {
    expect(recheckMs({ ...watching, open: { closesInMs: 20_000 } })).toBe(22_000);
    expect(recheckMs({ ...watching, open: { closesInMs: 600_000 } })).toBe(60_000);
  });
});
