import type { z } from 'zod/mini';
import { seatPeople } from '../../db/queries/breakout-places.ts';
import { addRoom } from '../../db/queries/breakout-rooms.ts';
import { openSession } from '../../db/queries/breakout-sessions.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import type { Participant } from '../../db/queries/participants.ts';
import { breakoutLimits, type openBreakoutsSchema } from '../../lib/breakout-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { limits } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { limitPerson } from '../rate-limit.ts';
import { breakoutPace } from './breakout-pace.ts';
import { tellBreakouts } from './tell-breakouts.ts';

/**
 * Opens breakout rooms and gives people their places, all in one transaction, and tells everyone. Of two hosts who open
 * at the same moment one gets `conflict`.
 */
export async function openBreakouts(
  context: WebContext,
  host: Participant,
  { rooms, choice, minutes }: z.output<typeof openBreakoutsSchema>,
): Promise<void> {
  await limitPerson(context, host, breakoutPace);
  const { meetingId } = host;
  const session = await context.database.db.transaction(async (tx) => {
    const main = await lockMeeting(tx, meetingId);
    if (main?.status !== 'live') throw new ParleyError('meeting_ended', 'This meeting is not running.');
    if (main.parentId) throw new ParleyError('conflict', 'A breakout room has no rooms of its own.');
    const opened = await openSession(tx, meetingId, { choice, minutes });
    if (!opened) throw new ParleyError('conflict', 'Breakout rooms are open already.');
    const seated = new Set<ParticipantId>();
    for (const [position, room] of rooms.entries()) {
      const name = cleanText(room.name, breakoutLimits.name) || `Room ${position + 1}`;
      const title = cleanText(`${name} · ${main.title}`, limits.title);
      const roomId = await addRoom(tx, main, { sessionId: opened.id, name, title, position });
      await seatPeople(
        tx,
        opened,
        roomId,
        room.people.filter((id) => !seated.has(id)),
      );
      for (const id of room.people) seated.add(id);
    }
    return opened;
  });
  context.logger.info({ meetingId, rooms: rooms.length }, 'breakout rooms opened');
  await tellBreakouts(context, session, { type: 'breakouts.changed' });
}
