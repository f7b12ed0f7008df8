import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../db/database.ts';
import { findFile, finishRecording, insertRecording, storeFiles } from '../db/queries/recordings.ts';
import { listSpokenLines } from '../db/queries/revisions.ts';
import { listStages } from '../db/queries/stages.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../lib/ids.ts';
import { createFolderStore } from '../lib/recordings/folder-store.ts';
import { createOpusWriter } from '../lib/sound/opus-writer.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';
import { cutStoredFile, transcribeStoredPiece } from './transcribe/transcribe-stored.ts';
import type { WhisperClient } from './transcribe/whisper-client.ts';
import { beginRevision, giveUpRevision, reviseAndTell, reviseTranscript } from './transcribe-recording.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-revise-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A recording of one person that begins 10 s into the meeting; a tone from its second 1 on, after silence. */
async function seedFile({ db, sql }: Database, meetingId: MeetingId, participantId: ParticipantId) {
  await sql`update meetings set started_at = '2026-03-03T09:00:00Z' where id = ${meetingId}`;
  const recording = await insertRecording(db, { meetingId, startedBy: participantId });
  const location = `${meetingId}/${recording.id}/${participantId}-1-0.ogg`;
  await mkdir(dirname(join(folder, location)), { recursive: true });
  const writer = await createOpusWriter({ file: join(folder, location), sampleRate: 16_000 });
  await writer.write(
    Int16Array.from({ length: 160_000 }, (_, i) => (i < 16_000 ? (i % 7) - 3 : 8_000 * Math.sin(i / 9))),
  );
  await writer.close();
  const id = createId('fil');
  const firstSampleAtMs = Date.UTC(2026, 2, 3, 9, 0, 10);
  await storeFiles(db, recording, [
    { id, participantId, location, firstSampleAtMs, durationMs: 10_000, bytes: 1, closed: true },
  ]);
  return id;
}

/** All pieces of a file; tells how many parts of speech they have. */
async function transcribeAll(
  { db }: Database,
  file: { meetingId: MeetingId; fileId: Id<'fil'> },
  whisper: WhisperClient,
): Promise<number> {
  const store = createFolderStore(folder);
  let parts = 0;
  for (const [number, piece] of (await cutStoredFile(db, { ...file, store })).entries()) {
    parts += await transcribeStoredPiece(db, { ...file, number, piece }, { store, whisper });
  }
  return parts;
}

describe('the words of a recording', () => {
  it('stand in the transcript where they were said, and never over those of a person', async () => {
    await using database = await createTestDatabase();
    const { id: meetingId, ana } = await seedMeeting(database);
    const fileId = await seedFile(database, meetingId, ana);
    const line = { speaker: ana, speakerName: 'Ana' };
    await addLines(database, meetingId, [
      { ...line, startMs: 12_000, endMs: 14_000, text: 'we lunch in march' },
      { ...line, startMs: 16_000, endMs: 17_000, text: 'mister kim agrees' },
      { ...line, startMs: 40_000, endMs: 41_000, text: 'after the recording' },
    ]);
    await database.sql`insert into line_revisions (meeting_id, epoch, seq, source, text)
      values (${meetingId}, 1, 2, 'person', 'Mr. Kim agrees.')`;
    // Silence is not sent: the words are counted from 740 ms on, where the tone begins to rise.
    const whisper = {
      transcribe: async () => [
        { startMs: 1_310, endMs: 3_360, text: 'We launch in March.' },
        { startMs: 5_260, endMs: 6_310, text: 'Mister King agrees.' },
        { startMs: 7_760, endMs: 8_760, text: 'Good.' },
      ],
    };
    const transcribe = () => transcribeAll(database, { meetingId, fileId }, whisper);
    expect(await transcribe()).toBe(3);
    // Again, as after a crash: nothing is there twice.
    expect(await transcribe()).toBe(3);
    expect(await reviseTranscript(database.db, meetingId)).toEqual({ revised: 2, added: 1 });
    expect(await reviseTranscript(database.db, meetingId)).toEqual({ revised: 2, added: 1 });

    const lines = await listSpokenLines(database.db, meetingId, 10);
    expect(lines.map(({ text, liveText }) => [text, liveText])).toEqual([
      ['We launch in March.', 'we lunch in march'],
      ['Mr. Kim agrees.', 'mister kim agrees'],
      ['after the recording', 'after the recording'],
    ]);
    const added = await database.sql`select start_ms, text from added_lines`;
    expect([...added]).toEqual([{ start_ms: 18_500, text: 'Good.' }]);
  });

  it('leave out what was said off the record before the recorder stopped', async () => {
    await using database = await createTestDatabase();
    const { id: meetingId, ana } = await seedMeeting(database);
    const fileId = await seedFile(database, meetingId, ana);
    await database.sql`insert into pauses (id, meeting_id, started_at, ended_at)
      values (${createId('pau')}, ${meetingId}, '2026-03-03T09:00:15Z', '2026-03-03T09:05:00Z')`;
    const whisper = {
      transcribe: async () => [
        { startMs: 1_000, endMs: 3_000, text: 'On the record.' },
        { startMs: 5_000, endMs: 6_000, text: 'Between us.' },
      ],
    };
    expect(await transcribeAll(database, { meetingId, fileId }, whisper)).toBe(1);
    expect(await reviseTranscript(database.db, meetingId)).toEqual({ revised: 0, added: 1 });
  });
});

async function findStage({ db }: Database, meetingId: MeetingId) {
  const stage = (await listStages(db, meetingId)).find((each) => each.stage === 'revision');
  return [stage?.state, stage?.message];
}

describe(reviseAndTell, () => {
  it('tells of the revision once, and the meeting shows how far it is', async () => {
    await using database = await createTestDatabase();
    const { db } = database;
    const { id: meetingId, ana } = await seedMeeting(database);
    const fileId = await seedFile(database, meetingId, ana);
    const recordingId = (await findFile(db, meetingId, fileId))?.recordingId ?? createId('rec');
    await finishRecording(db, recordingId, '');
    const stage = () => findStage(database, meetingId);
    const begin = (canTranscribe: boolean) => beginRevision(db, { meetingId, recordingId, canTranscribe });
    expect(await begin(false)).toEqual([]);
    expect(await stage()).toEqual(['skipped', 'No server is configured that transcribes recordings.']);
    expect(await begin(true)).toEqual([fileId]);
    expect(await stage()).toEqual(['working', '']);
    const outcome = { meetingId, recordingId, untranscribed: 0 };
    await reviseAndTell(db, outcome);
    expect(await stage()).toEqual(['skipped', 'Nobody spoke in the recording.']);
    const whisper = { transcribe: async () => [{ startMs: 1_000, endMs: 3_000, text: 'Good.' }] };
    await transcribeAll(database, { meetingId, fileId }, whisper);
    await reviseAndTell(db, outcome);
    await reviseAndTell(db, outcome);
    expect(await stage()).toEqual(['done', '0 lines were compared with the recording, and one was added.']);
    await giveUpRevision(db, outcome);
    expect((await stage())[0]).toBe('failed');
    expect(await database.sql`select data from event_outbox where name = 'transcript/revised'`).toEqual([
      { data: { meetingId, by: 'recording' } },
    ]);
  });

  it('keeps what a good recording brought, whatever becomes of those after it', async () => {
    await using database = await createTestDatabase();
    const { db } = database;
    const { id: meetingId, ana } = await seedMeeting(database);
    const fileId = await seedFile(database, meetingId, ana);
    const first = (await findFile(db, meetingId, fileId))?.recordingId ?? createId('rec');
    await finishRecording(db, first, '');
    const whisper = { transcribe: async () => [{ startMs: 1_000, endMs: 3_000, text: 'Good.' }] };
    await transcribeAll(database, { meetingId, fileId }, whisper);
    await reviseAndTell(db, { meetingId, recordingId: first, untranscribed: 0 });
    const said = '0 lines were compared with the recording, and one was added.';

    const { id: second } = await insertRecording(db, { meetingId, startedBy: ana });
    await finishRecording(db, second, 'It was stopped before it began.');
    const begin = (recordingId: Id<'rec'>) =>
      beginRevision(db, { meetingId, recordingId, canTranscribe: true });
    expect(await begin(second)).toEqual([]);
    expect(await findStage(database, meetingId)).toEqual(['done', said]);

    const third = await findFile(db, meetingId, await seedFile(database, meetingId, ana));
    const recordingId = third?.recordingId ?? createId('rec');
    await finishRecording(db, recordingId, '');
    expect(await begin(recordingId)).toEqual([third?.id]);
    expect(await findStage(database, meetingId)).toEqual(['working', '']);
    await giveUpRevision(db, { meetingId, recordingId });
    const left = '1 of 2 files could not be transcribed.';
    expect(await findStage(database, meetingId)).toEqual(['done', `${said} ${left}`]);
  });

  it('has nothing to do for a recording without sound', async () => {
    await using database = await createTestDatabase();
    const { id: meetingId } = await seedMeeting(database);
    const recordingId = createId('rec');
    expect(await beginRevision(database.db, { meetingId, recordingId, canTranscribe: true })).toEqual([]);
    expect((await findStage(database, meetingId))[1]).toBe('The recording has no sound.');
  });
});

describe('transcribe-recording', () => {
  it('leaves the live words where the server refuses, and says so', async () => {
    await using database = await createTestDatabase();
    const { id: meetingId, ana } = await seedMeeting(database);
    const fileId = await seedFile(database, meetingId, ana);
    await addLines(database, meetingId, [{ speaker: ana, startMs: 12_000, endMs: 14_000, text: 'as heard' }]);
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(401).end('no key'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await using _functions = await startFunctions(database, {
      recordings: { store: createFolderStore(folder), whisper: { kind: 'asr-webservice', url } },
    });
    const recordingId = (await findFile(database.db, meetingId, fileId))?.recordingId;
    if (recordingId) await finishRecording(database.db, recordingId, '');
    const failed = async () =>
      (await listStages(database.db, meetingId)).find(({ state }) => state === 'failed');
    await vi.waitUntil(failed, { timeout: 15_000, interval: 100 });
    expect(await failed()).toMatchObject({
      stage: 'revision',
      message: 'Speech to text of the recording did not work. The words stay as they were heard live.',
    });
    expect(await listSpokenLines(database.db, meetingId, 10)).toMatchObject([{ text: 'as heard' }]);
    server.close();
  });
});
