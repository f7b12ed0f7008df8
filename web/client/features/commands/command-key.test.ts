import { describe, expect, test } from 'vitest';
import { commandKey, commandKeyLabel, isCommandKey } from './command-key.ts';

const none = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false };
const linux = 'Linux x86_64';
const mac = 'MacIntel';

describe(isCommandKey, () => {
  test.each([
    [linux, { ctrlKey: true, key: 'k' }, true],
    [linux, { ctrlKey: true, key: 'K' }, true],
    [linux, { metaKey: true, key: 'k' }, false],
    [mac, { metaKey: true, key: 'k' }, true],
    [mac, { ctrlKey: true, key: 'k' }, false],
    ['iPhone', { metaKey: true, key: 'k' }, true],
    ['Win32', { ctrlKey: true, key: 'k' }, true],
    ['Win32', { key: 'k' }, false],
    ['Win32', { ctrlKey: true, key: 'j' }, false],
    ['Win32', { ctrlKey: true, shiftKey: true, key: 'K' }, false],
    ['Win32', { ctrlKey: true, altKey: true, key: 'k' }, false],
    ['Win32', { ctrlKey: true, metaKey: true, key: 'k' }, false],
    ['Win32', { ctrlKey: true, isComposing: true, key: 'k' }, false],
  ])('on %s of %j is %s', (platform, press, expected) => {
    expect(isCommandKey({ ...none, ...press }, platform)).toBe(expected);
  });
});

describe(commandKey, () => {
  test('is written for the machine and for its keyboard', () => {
    expect([commandKey(linux), commandKeyLabel(linux)]).toEqual(['Control+K', 'Ctrl+K']);
    expect([commandKey(mac), commandKeyLabel(mac)]).toEqual(['Meta+K', '⌘K']);
  });
});
