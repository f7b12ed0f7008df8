import { describe, expect, it } from 'vitest';
import { createMeetingCode, parseMeetingCode } from './meeting-code.ts';

describe(parseMeetingCode, () => {
  it('reads back every code that is made', () => {
    for (let i = 0; i < 200; i++) {
      const code = createMeetingCode();
      expect(parseMeetingCode(code)).toBe(code);
    }
  });

  it('forgives case, blanks and missing dashes', () => {
    expect(parseMeetingCode(' FKD pqwr-TYU ')).toBe('fkd-pqwr-tyu');
    expect(parseMeetingCode('fkdpqwrtyu')).toBe('fkd-pqwr-tyu');
  });

  it('refuses what cannot be a code', () => {
    for (const text of ['', 'abc', 'fkd-pqwr-tyul', 'fkd-pqwr-ty1', 'lll-llll-lll', 'é'.repeat(10)]) {
      expect(parseMeetingCode(text)).toBeNull();
    }
  });
});
