import type { Context } from 'hono';
import { findAccountParticipant, findParticipant, type Participant } from '../../db/queries/participants.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId } from '../../lib/ids.ts';
import { authorisePerson } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { rememberedPerson } from '../remembered-person.ts';
import { currentUser } from '../session.ts';

/**
 * Who asks, as a person of this meeting: by the bearer token of a join, by account, or by the cookie of a join.
 * Removed people too: what they try is logged. Null for an account that never joined; throws `unauthorized` for
 * nobody.
 */
export async function personOf(
  context: WebContext,
  c: Context,
  meetingId: MeetingId,
): Promise<Participant | null> {
  const { db } = context.database;
  if (c.req.header('authorization')) {
    const { participantId } = await authorisePerson(context, c, meetingId);
    return findParticipant(db, meetingId, participantId);
  }
  const user = await currentUser(context, c);
  const byAccount = user && (await findAccountParticipant(db, meetingId, user.id));
  if (byAccount) return byAccount;
  const here = await rememberedPerson(context, c, meetingId);
  // Somebody else may have signed in on this device since.
  if (here && (here.userId === null || here.userId === user?.id)) return here;
  if (!user) throw new ParleyError('unauthorized', 'Please sign in.');
  return null;
}
