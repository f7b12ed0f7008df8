import { type User, updateProfile } from '../../db/queries/accounts.ts';
import { ParleyError } from '../../lib/errors.ts';
import { limits } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { knownTimeZone } from './time-zone.ts';

/** Changes what is given, and gives the account as it is then. */
export async function changeProfile(
  { database }: WebContext,
  user: User,
  { name, timeZone }: { name?: string | undefined; timeZone?: string | undefined },
): Promise<User> {
  const clean = name === undefined ? user.name : cleanText(name, limits.name);
  if (clean === '') throw new ParleyError('bad_request', 'Please enter your name.');
  const zone = timeZone === undefined ? user.timeZone : knownTimeZone(timeZone);
  const changed = await updateProfile(database.db, user.id, { name: clean, timeZone: zone });
  return changed ?? user;
}
