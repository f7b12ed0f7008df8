import { findPasswordHash, setPassword, type User } from '../../db/queries/accounts.ts';
import { deleteSessions } from '../../db/queries/sessions.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { WebContext } from '../context.ts';
import { refuseWeakPassword } from './password-rules.ts';

/** Ends every session of the account, also the caller's: a new one follows. */
export async function changePassword(
  { auth, database: { db } }: WebContext,
  user: User,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const hash = await findPasswordHash(db, user.id);
  const { password: hasher } = await auth.$context;
  if (hash === null || !(await hasher.verify({ hash, password: current }))) {
    throw new ParleyError('bad_request', 'The current password is not right.');
  }
  refuseWeakPassword(password, user.email);
  const passwordHash = await hasher.hash(password);
  await db.transaction(async (tx) => {
    await setPassword(tx, user.id, passwordHash);
    await deleteSessions(tx, user.id);
  });
}
