import { countAttempt, forgiveAttempt } from '../db/queries/attempts.ts';
import type { Meeting } from '../db/queries/meetings.ts';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';
import { isPassword } from './password.ts';

/** Wrong guesses that one source has per meeting and minute: a person mistypes twice, a loop gets nowhere. */
const guessesPerWindow = 8;
const windowMs = 60_000;

/**
 * Compares a password with the meeting's. Throws `password_wrong`, or `rate_limited` when this source has guessed
 * too often; others are not held up by that.
 */
export async function checkPassword(
  { database }: WebContext,
  meeting: Meeting,
  { password, source }: { password: string; source: string },
): Promise<void> {
  if (meeting.passwordHash === null) return;
  const key = `password:${meeting.id}:${source}`;
  const count = await countAttempt(database.db, { key, windowMs });
  if (count > guessesPerWindow) {
    throw new ParleyError('rate_limited', 'Too many wrong passwords. Wait a minute, then try again.');
  }
  if (!(await isPassword(password, meeting.passwordHash))) {
    throw new ParleyError('password_wrong', 'This is not the password of this meeting.');
  }
  await forgiveAttempt(database.db, key);
}
