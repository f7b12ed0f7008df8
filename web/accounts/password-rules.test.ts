import { describe, expect, it } from 'vitest';
import { isEasilyGuessed } from './password-rules.ts';

describe(isEasilyGuessed, () => {
  it.each([
    'password',
    'Password123!',
    '!!letmein99',
    '12345678',
    '87654321',
    '1234567890',
    'abcdefgh',
    'aaaaaaaa',
    'abcabcabc',
    '12121212',
    'ana.ruiz@example.test',
    'ana.ruiz1',
    'Qwertyuiop1',
  ])('finds %s', (password) => {
    expect(isEasilyGuessed(password, 'ana.ruiz@example.test')).toBe(true);
  });

  it.each(['seven violet kettles', 'Tr0ub4dor&3', 'k9#vP2xQ', 'passwordless boats', 'ана живёт тут'])(
    'takes %s',
    (password) => {
      expect(isEasilyGuessed(password, 'ana.ruiz@example.test')).toBe(false);
    },
  );
});
