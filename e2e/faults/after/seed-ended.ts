/** A meeting that is over, with a recording, and with nothing that follows it done yet. */
import type { Database } from '../../../db/database.ts';
import { markFlushed } from '../../../db/queries/epochs.ts';
import { endMeeting, findMeeting } from '../../../db/queries/meetings.ts';
import { finishRecording, insertRecording, storeFiles } from '../../../db/queries/recordings.ts';
import { addPerson } from '../../../functions/testing/approve.ts';
import { addLines, seedMeeting } from '../../../functions/testing/seed-meeting.ts';
import { createId, type MeetingId } from '../../../lib/ids.ts';
import { createFolderStore } from '../../../lib/recordings/folder-store.ts';
import type { Services } from './services.ts';

export interface Ended {
  meetingId: MeetingId;
  /** Who must get one mail each. */
  addresses: string[];
}

/** `mark` makes its addresses known again. */
export async function seedEnded(
  database: Database,
  { addresses: { folder }, soundFile }: Services,
  mark: string,
): Promise<Ended> {
  const { db } = database;
  const { id: meetingId } = await seedMeeting(database);
  const addresses = [`ben-${mark}@parley.test`, `chloe-${mark}@parley.test`];
  const ben = await addPerson(database, meetingId, { name: 'Ben', email: addresses[0] ?? '' });
  const chloe = await addPerson(database, meetingId, { name: 'Chloe', email: addresses[1] ?? '' });
  await addLines(database, meetingId, [
    {
      speaker: ben,
      speakerName: 'Ben',
      startMs: 1_000,
      endMs: 4_000,
      text: 'I will send the figure Monday.',
    },
    { speaker: chloe, speakerName: 'Chloe', startMs: 5_000, endMs: 6_000, text: 'We decided on March.' },
  ]);
  const recording = await insertRecording(db, { meetingId, startedBy: ben });
  const location = `${meetingId}/${recording.id}/${ben}-1-0.ogg`;
  await createFolderStore(folder).write(location, soundFile);
  const meeting = await findMeeting(db, meetingId);
  await storeFiles(db, recording, [
    {
      id: createId('fil'),
      participantId: ben,
      location,
      firstSampleAtMs: meeting?.startedAt?.getTime() ?? 0,
      durationMs: 10_000,
      bytes: 1,
      closed: true,
    },
  ]);
  await endMeeting(db, { id: meetingId, reason: 'host' });
  await db.transaction((tx) => finishRecording(tx, recording.id, ''));
  await markFlushed(db, meetingId, 1);
  return { meetingId, addresses };
}
