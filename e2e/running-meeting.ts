/** A meeting that has run for a while, as somebody who comes late finds it. */
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../db/database.ts';
import { grantEpoch } from '../db/queries/epochs.ts';
import { insertLines } from '../db/queries/transcript.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { readFolder } from './rehearsal/folder.ts';

const fixture = fileURLToPath(new URL('./fixtures/kickoff', import.meta.url));

/** Lets a meeting that nobody was in yet have begun `minutes` ago, with the words of the kickoff of the fixtures. */
export async function letRun(databaseUrl: string, meetingId: MeetingId, minutes: number): Promise<void> {
  const { utterances } = await readFolder(fixture);
  await using database = openDatabase(databaseUrl, { maxConnections: 1 });
  await database.sql`
    update meetings set status = 'live', started_at = now() - ${minutes} * interval '1 minute'
    where id = ${meetingId}`;
  const epoch = await grantEpoch(database.db, meetingId);
  const lines = utterances.map(({ index, speaker, startMs, durationMs, text }) => ({
    ...{ epoch, seq: index, kind: 'speech' as const, segmentId: createId('seg'), trackSid: `TR_${speaker}` },
    ...{ speaker, speakerName: speaker, startMs, endMs: startMs + durationMs, text },
  }));
  await insertLines(database.sql, meetingId, lines);
}
