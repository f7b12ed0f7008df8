import { randomInt } from 'node:crypto';

// 25 letters: no `l`, which reads like 1 and i. 25^10 is 46.4 bits (the code space of Google Meet).
const letters = 'abcdefghijkmnopqrstuvwxyz';

/** A new meeting code such as `fkd-pqwr-tyu`, from the system's random source. */
export function createMeetingCode(): string {
  const pick = (count: number) =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
  return `${pick(3)}-${pick(4)}-${pick(3)}`;
}

/** A typed code in its stored form (`FKDPQWRTYU` and `fkd pqwr tyu` too), or null when it cannot be one. */
export function parseMeetingCode(text: string): string | null {
  const typed = text.toLowerCase().replace(/[\s-]/g, '');
  if (!/^[a-km-z]{10}$/.test(typed)) return null;
  return `${typed.slice(0, 3)}-${typed.slice(3, 7)}-${typed.slice(7)}`;
}
