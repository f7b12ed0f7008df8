/** Where the mail about a meeting leads. */
import { findUser } from '../../db/queries/accounts.ts';
import { listCounterparts } from '../../db/queries/breakout-places.ts';
import { listBreakoutsOf } from '../../db/queries/breakout-rooms.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { FunctionParts } from '../context.ts';
import type { Recipient } from './choose-recipients.ts';

/** How long the link of somebody without an account opens the meeting's page. */
const readableMs = 90 * 86_400_000;

type Reader = Pick<Recipient, 'userId' | 'participantIds'>;

/** With an account by signing in; else by a link that shows this meeting and lets nobody change it. */
export function linkPage(
  { site, mailLinks }: FunctionParts,
  meetingId: MeetingId,
  { userId, participantIds: [participantId] }: Reader,
): string {
  if (userId !== null || !participantId) return `${site}/meetings/${meetingId}`;
  return mailLinks.readMeeting({ meetingId, participantId, untilMs: Date.now() + readableMs });
}

interface LinkedRoom {
  name: string;
  url: string;
}

/** The breakout rooms of a meeting that the reader may see: who has no account sees those in which they were. */
export async function linkRooms(
  parts: FunctionParts,
  mainId: MeetingId,
  reader: Reader,
): Promise<LinkedRoom[]> {
  const { db } = parts.database;
  const user = reader.userId === null ? null : await findUser(db, reader.userId);
  if (user) {
    const provenEmail = user.emailVerified ? user.email : null;
    const rooms = await listBreakoutsOf(db, { kind: 'account', userId: user.id, provenEmail }, mainId);
    return rooms.map(({ id, name }) => ({ name, url: linkPage(parts, id, reader) }));
  }
  const rooms = new Map<MeetingId, LinkedRoom>();
  for (const participantId of reader.participantIds) {
    const counterparts = await listCounterparts(db, participantId);
    for (const { id, name } of await listBreakoutsOf(db, { kind: 'participant', participantId }, mainId)) {
      const participantIds = counterparts.filter(({ meetingId }) => meetingId === id).map((each) => each.id);
      rooms.set(id, { name, url: linkPage(parts, id, { userId: null, participantIds }) });
    }
  }
  return [...rooms.values()];
}
