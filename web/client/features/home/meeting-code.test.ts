import { describe, expect, test } from 'vitest';
import { readMeetingCode } from './meeting-code.ts';

describe(readMeetingCode, () => {
  test.each([
    'fkd-pqwr-tyu',
    'FKDPQWRTYU',
    ' fkd pqwr tyu ',
    'https://parley.example/m/fkd-pqwr-tyu',
    'http://localhost:3000/m/FKD-PQWR-TYU?x=1#top',
    'Join us: https://parley.example/m/fkd-pqwr-tyu/ at ten',
  ])('reads %j', (input) => {
    expect(readMeetingCode(input)).toBe('fkd-pqwr-tyu');
  });

  test.each([
    '',
    'fkd-pqwr-ty',
    'fkd-pqwr-tyuu',
    'fkd-pqwr-tyl',
    'fkd-pqwr-ty1',
    'https://parley.example/',
    'https://parley.example/m/',
    'x'.repeat(10_000),
  ])('refuses %j', (input) => {
    expect(readMeetingCode(input)).toBeNull();
  });
});
