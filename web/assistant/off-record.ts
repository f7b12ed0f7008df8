/** Off the record and back: a meeting, and its breakout rooms with it. Callers hold the meeting's lock. */
import type { Tx } from '../../db/database.ts';
import { beginPause, endPause, listPausedWithMain } from '../../db/queries/assistant-control.ts';
import { listOpenRoomIds } from '../../db/queries/breakout-rooms.ts';
import { findMeeting, lockMeeting, type Meeting } from '../../db/queries/meetings.ts';
import { stopOpenRecording } from '../../db/queries/recordings.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';

/** Whoever says it in the main room means everyone. Returns the breakout rooms. */
export async function goOffRecord(tx: Tx, id: MeetingId, by: ParticipantId | null): Promise<MeetingId[]> {
  const rooms = await lockOpenRooms(tx, id);
  await beginPause(tx, id, { by });
  for (const room of rooms) await beginPause(tx, room, { by: null, withMain: true });
  for (const each of [id, ...rooms]) await stopOpenRecording(tx, each, { resumes: true });
  return rooms;
}

/**
 * Returns the breakout rooms that come back with it: one that had gone off the record by itself stays so. Throws
 * `conflict` for a breakout room while its main room is off the record.
 */
export async function goBackOnRecord(tx: Tx, { id, parentId }: Meeting): Promise<MeetingId[]> {
  const main = parentId ? await findMeeting(tx, parentId) : null;
  if (main?.paused) {
    throw new ParleyError(
      'conflict',
      'The whole meeting is off the record. A host ends that in the main room.',
    );
  }
  const rooms = await listPausedWithMain(tx, await lockOpenRooms(tx, id));
  for (const each of [id, ...rooms]) await endPause(tx, each);
  return rooms;
}

/** The main room is locked before its rooms, everywhere. Rooms are opened under its lock. */
async function lockOpenRooms(tx: Tx, mainId: MeetingId): Promise<MeetingId[]> {
  const rooms = await listOpenRoomIds(tx, mainId);
  for (const room of rooms) await lockMeeting(tx, room);
  return rooms;
}
