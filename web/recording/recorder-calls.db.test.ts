import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import { removeWords } from '../../db/queries/forget-person.ts';
import { announceRecording, insertRecording, stopOpenRecording } from '../../db/queries/recordings.ts';
import { participants } from '../../db/schema/meetings.ts';
import { createId, type Id } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import type { RecordedFile } from '../../lib/recorder-messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';
import { giveRecording, judgeLeftFiles, takeReport } from './recorder-calls.ts';
import { watchRecordings } from './watch-recordings.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: Joined;
let recordingId: Id<'rec'>;
const first = createId('wrk');
const second = createId('wrk');

/** A recording that was asked for an hour ago and that the first recorder works on. */
beforeEach(async () => {
  await database.sql`delete from recordings`;
  const { meeting } = await web.createMeeting();
  ana = await web.join(meeting.code, 'Ana');
  await database.sql`update meetings set status = 'live' where id = ${ana.meeting.id}`;
  const about = { meetingId: ana.meeting.id, startedBy: ana.participantId };
  ({ id: recordingId } = await insertRecording(database.db, about));
  await announceRecording(database.db, recordingId);
  await database.sql`update recordings set requested_at = now() - interval '1 hour',
    announced_at = now() - interval '1 hour' where id = ${recordingId}`;
  expect(await giveRecording(web.context, first)).toMatchObject({ recordingId });
});

const report = (recorderId: Id<'wrk'>, files: RecordedFile[], finished: boolean) =>
  takeReport(web.context, recordingId, { recorderId, files, finished });
const fileOfAna = (): RecordedFile => ({
  id: createId('fil'),
  participantId: ana.participantId,
  location: `${ana.meeting.id}/${recordingId}/${ana.participantId}-1-0.ogg`,
  firstSampleAtMs: Date.now(),
  durationMs: 1_000,
  bytes: 1_000,
  closed: true,
});
const stored = async () => {
  const [row] = await database.sql`select status, problem from recordings where id = ${recordingId}`;
  return row;
};

describe('a recording whose recorder gives it back', () => {
  it('waits for another one, however long it has run', async () => {
    const file = fileOfAna();
    await report(first, [{ ...file, closed: false }], false);
    expect(await report(first, [file], true)).toBe('go_on');
    await watchRecordings(web.context);
    expect(await stored()).toEqual({ status: 'recording', problem: '' });
    expect(await giveRecording(web.context, second)).toMatchObject({ recordingId });
  });

  it('is not called silent when the next one heard nobody', async () => {
    await report(first, [fileOfAna()], true);
    await giveRecording(web.context, second);
    await database.db.transaction((tx) => stopOpenRecording(tx, ana.meeting.id, { resumes: false }));
    expect(await report(second, [], true)).toBe('stop');
    expect(await stored()).toEqual({ status: 'complete', problem: '' });
  });

  it('says why there is nothing when nobody was heard at all', async () => {
    await database.db.transaction((tx) => stopOpenRecording(tx, ana.meeting.id, { resumes: false }));
    await report(first, [], true);
    expect(await stored()).toEqual({ status: 'failed', problem: 'No microphone was on.' });
  });
});

describe(judgeLeftFiles, () => {
  const judge = () => judgeLeftFiles(database.db, { meetingId: ana.meeting.id, recordingId });

  it('waits where a restored database knows the meeting and not its recording, or neither', async () => {
    expect(await judge()).toBe('give');
    await database.sql`delete from recordings where id = ${recordingId}`;
    expect(await judge()).toBe('wait');
    await database.sql`delete from meetings where id = ${ana.meeting.id}`;
    expect(await judge()).toBe('wait');
  });

  it('forgets what was deleted with its meeting', async () => {
    await database.sql`update meetings set status = 'completed' where id = ${ana.meeting.id}`;
    await deleteMeeting(database.db, { id: ana.meeting.id, reason: 'host' });
    expect(await judge()).toBe('forget');
  });

  it('forgets what was taken away alone, and with its meeting later', async () => {
    const { db } = database;
    const { id: meetingId } = ana.meeting;
    await report(first, [fileOfAna()], true);
    const [person] = await db.select().from(participants).where(eq(participants.id, ana.participantId));
    if (!person) throw new Error('nobody is there');
    await db.transaction((tx) => removeWords(tx, person));
    expect(await judge()).toBe('forget');
    await database.sql`update meetings set status = 'completed' where id = ${meetingId}`;
    await deleteMeeting(db, { id: meetingId, reason: 'host' });
    expect(await judge()).toBe('forget');
    expect([...(await database.sql`select 1 from deleted_recordings`)]).toEqual([]);
  });
});
