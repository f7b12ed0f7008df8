import { ParleyError } from '../../lib/errors.ts';

/** The zone's name as IANA writes it; throws `bad_request` for one that nobody knows. */
export function knownTimeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (cause) {
    throw new ParleyError('bad_request', 'This time zone is not known.', { cause });
  }
}
