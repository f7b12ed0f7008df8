import { ParleyError } from '../../lib/errors.ts';

/** Characters. NIST SP 800-63B asks for 8 at least, and for no rules about what they are. */
export const passwordLength = { min: 8, max: 128 };

/**
 * The stems of the most used passwords of 8 characters and more, in lower case (from lists of leaked ones).
 * What is compared has its digits and signs at both ends taken off, so that `Password123!` is found as well.
 */
const commonStems = new Set(
  `password passwort passw0rd p@ssw0rd p@ssword motdepasse contrasena senha qwerty qwertz azerty qwertyuiop qwertyui
  asdfghjkl asdfasdf asdfghj zxcvbnm abcdefgh abcdefg abcd abc iloveyou loveyou letmein welcome willkommen admin
  administrator changeme default secret princess sunshine football baseball basketball superman batman spiderman
  dragon monkey master shadow michael jennifer jordan computer internet samsung google facebook whatever trustno
  starwars pokemon liverpool chelsea arsenal barcelona qazwsx qazwsxedc qweasd qweasdzxc qwe asd zxc zaq wsx test
  testtest guest hello helloworld freedom charlie ashley bailey access flower hottie loveme mustang jessica summer
  winter spring autumn parley meeting login user username`.split(/\s+/),
);

/** Throws `bad_request` with a sentence when a password is too short, too long or one of the first to be guessed. */
export function refuseWeakPassword(password: string, email: string): void {
  if (password.length < passwordLength.min) {
    throw new ParleyError('bad_request', `A password needs at least ${passwordLength.min} characters.`);
  }
  if (password.length > passwordLength.max) {
    throw new ParleyError('bad_request', `A password has at most ${passwordLength.max} characters.`);
  }
  if (isEasilyGuessed(password, email)) {
    throw new ParleyError('bad_request', 'This password is too easy to guess. Take a few words of your own.');
  }
}

/** True for common passwords, one character or sequence repeated, and the person's own address. */
export function isEasilyGuessed(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  const stem = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  if (commonStems.has(stem) || commonStems.has(lower)) return true;
  if (new Set(lower).size <= 2 || isRepetition(lower) || isSequence(lower)) return true;
  const name = email.toLowerCase().split('@')[0] ?? '';
  return lower === email.toLowerCase() || (name.length >= 3 && (stem === name || lower === name));
}

/** `abcabcabc`: a part of at most 4 characters again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+$/s.test(text);
}

/** `12345678`, `87654321`, `abcdefgh`: each character follows the one before it. */
function isSequence(text: string): boolean {
  const steps = Array.from(text.slice(1), (character, at) => character.charCodeAt(0) - text.charCodeAt(at));
  const [first] = steps;
  if (first === undefined || Math.abs(first) !== 1) return false;
  // 9 is followed by 0.
  return steps.every((step, at) => step === first || text.slice(at, at + 2) === '90');
}
