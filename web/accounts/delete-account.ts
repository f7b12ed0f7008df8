import { findPasswordHash, type User } from '../../db/queries/accounts.ts';
import {
  handOverMeeting,
  isInLiveMeeting,
  listOwnMeetings,
  removeAccount,
} from '../../db/queries/delete-account.ts';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { DeleteAccount } from '../../lib/my-data.ts';
import type { WebContext } from '../context.ts';
import { cancelMeeting } from '../meetings/plan-meeting.ts';

/**
 * Deletes an account for good: first its meetings, one after the other, then itself. Interrupted, it can be asked for
 * again. Throws `bad_request` without the right proof, and `conflict` for the owner of the installation and for someone
 * in a running meeting.
 */
export async function deleteAccount(context: WebContext, user: User, wish: DeleteAccount): Promise<void> {
  const { db } = context.database;
  await checkProof(context, user, wish.proof);
  if (user.role === 'owner') {
    throw new ParleyError('conflict', 'The account that owns this installation cannot be deleted.');
  }
  if (await isInLiveMeeting(db, user.id)) {
    throw new ParleyError('conflict', 'You are in a meeting that still runs. Wait for its end, or end it.');
  }
  for (const meeting of await listOwnMeetings(db, user.id)) await settleMeeting(context, user, meeting, wish);
  await removeAccount(db, user, wish.words);
  context.logger.info({ userId: user.id }, 'account deleted');
}

/** The password; of an account without one its address, typed by someone who is signed in. */
async function checkProof({ auth, database: { db } }: WebContext, user: User, proof: string): Promise<void> {
  const hash = await findPasswordHash(db, user.id);
  if (hash === null) {
    if (proof.trim().toLowerCase() === user.email) return;
    throw new ParleyError('bad_request', 'This is not the address of your account.');
  }
  const { password: hasher } = await auth.$context;
  if (await hasher.verify({ hash, password: proof })) return;
  throw new ParleyError('bad_request', 'The password is not right.');
}

/** Hands a meeting over, or does away with it: one to come is called off, one that is over is deleted. */
async function settleMeeting(
  context: WebContext,
  user: User,
  meeting: Meeting,
  { meetings }: Pick<DeleteAccount, 'meetings'>,
): Promise<void> {
  const { db } = context.database;
  if (meetings === 'handOver' && (await handOverMeeting(db, meeting.id, user.id))) return;
  if (meeting.status === 'scheduled') await cancelMeeting(context, { meeting, user });
  else await deleteMeeting(db, { id: meeting.id, reason: 'account' });
}
