import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { settleRecordings } from '../db/queries/recording-outcomes.ts';
import { finishRecording, insertRecording, listFiles, listRecordings } from '../db/queries/recordings.ts';
import { listStages } from '../db/queries/stages.ts';
import type { MeetingId } from '../lib/ids.ts';
import { createFolderStore } from '../lib/recordings/folder-store.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { mixRecording } from './mix-recording.ts';
import { seedMeeting } from './testing/seed-meeting.ts';
import { seedSound } from './testing/seed-sound.ts';
import { startFunctions } from './testing/start-functions.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-mix-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const database = await shareTestDatabase();
const { db } = database;
const store = () => createFolderStore(folder);
const atMs = Date.UTC(2026, 2, 3, 9);

async function findStage(meetingId: MeetingId) {
  const stages = await listStages(db, meetingId);
  return stages.find(({ stage }) => stage === 'recording');
}

/** Two files of a recording that is over: one second from the beginning on, and two seconds a second later. */
async function seedTwoFiles() {
  const { id: meetingId, ana } = await seedMeeting(database);
  const recording = await insertRecording(db, { meetingId, startedBy: ana });
  const person = { participantId: ana };
  const first = await seedSound(database, recording, { ...person, firstSampleAtMs: atMs, durationMs: 1_000 });
  const second = await seedSound(database, recording, {
    ...{ ...person, firstSampleAtMs: atMs + 1_000, durationMs: 2_000 },
  });
  return { meetingId, recordingId: recording.id, first, second };
}

describe('mix-recording', () => {
  it('waits for a file that its recorder still has', async () => {
    const { meetingId, recordingId, first, second } = await seedTwoFiles();
    await first.deliver(folder);
    await using _functions = await startFunctions(database, {
      recordings: { store: store(), whisper: null },
    });
    await finishRecording(db, recordingId, '');
    const looked = () => database.sql`select from runner_steps where name = 'look-for-files'`;
    await vi.waitUntil(async () => (await looked()).length > 0, { timeout: 20_000, interval: 50 });
    expect(await findStage(meetingId)).toMatchObject({ state: 'working' });
    await second.deliver(folder);
    const isDone = async () => (await findStage(meetingId))?.state === 'done';
    await vi.waitUntil(isDone, { timeout: 20_000, interval: 50 });
    expect(await findStage(meetingId)).toMatchObject({ state: 'done', message: '' });
    expect(Math.round((await listRecordings(db, meetingId))[0]?.mixDurationMs ?? 0)).toBe(3_000);

    const { id: next } = await insertRecording(db, { meetingId, startedBy: null });
    await finishRecording(db, next, 'It was stopped before it began.');
    const isFailed = async () => (await findStage(meetingId))?.message !== '';
    await vi.waitUntil(isFailed, { timeout: 20_000, interval: 50 });
    expect(await findStage(meetingId)).toMatchObject({
      state: 'done',
      message: 'One of 2 recordings failed: It was stopped before it began.',
    });
  });
});

describe(mixRecording, () => {
  it('leaves out what never came, and says whose sound that is', async () => {
    const { meetingId, recordingId, first, second } = await seedTwoFiles();
    await finishRecording(db, recordingId, '');
    await first.deliver(folder);
    const mix = () => mixRecording(db, { meetingId, recordingId, store: store() });
    expect(Math.round(await mix())).toBe(1_000);
    expect(Math.round(await mix())).toBe(1_000);
    const problem = 'The recorder did not deliver this sound in time.';
    expect((await listFiles(db, meetingId)).map((file) => [file.id, file.problem])).toEqual([
      [first.fileId, ''],
      [second.fileId, problem],
    ]);
    expect((await listRecordings(db, meetingId))[0]?.problem).toBe(`One file is not complete. ${problem}`);
  });

  it('makes nothing of nothing', async () => {
    const { meetingId, recordingId } = await seedTwoFiles();
    await finishRecording(db, recordingId, '');
    expect(await mixRecording(db, { meetingId, recordingId, store: store() })).toBe(0);
    await settleRecordings(db, meetingId, { canTranscribe: false });
    expect((await listRecordings(db, meetingId))[0]?.mixDurationMs).toBeNull();
    expect(await findStage(meetingId)).toMatchObject({
      state: 'failed',
      message: '2 files are not complete. The recorder did not deliver this sound in time.',
    });
  });
});
