import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../db/database.ts';
import { recordAccess } from '../db/queries/access-log.ts';
import { saveWorkspace } from '../db/queries/accounts.ts';
import { deleteMeeting, findDeletion } from '../db/queries/delete-meeting.ts';
import { enqueueMail } from '../db/queries/mails.ts';
import { endMeeting } from '../db/queries/meetings.ts';
import { storeRunnerEvent } from '../db/queries/runner-events.ts';
import { setStage } from '../db/queries/stages.ts';
import { storeTask } from '../db/queries/tasks.ts';
import { insertLines } from '../db/queries/transcript.ts';
import { webhookInbox } from '../db/schema/events.ts';
import { invitations } from '../db/schema/invitations.ts';
import { meetings } from '../db/schema/meetings.ts';
import { recordingFiles, recordings } from '../db/schema/recordings.ts';
import { addedLines, lineRevisions, recordingParts } from '../db/schema/revisions.ts';
import { summaries } from '../db/schema/summaries.ts';
import { addMeeting, addUser } from '../db/testing/workspace.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { createFolderStore } from '../lib/recordings/folder-store.ts';
import type { RecordingStore } from '../lib/recordings/recording-store.ts';
import { createTestDatabase } from '../local/testing/test-database.ts';
import { purgeRest } from './purge-meeting.ts';
import { deleteOverdue, sweepDeleted } from './purge-meetings.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

let database: Database;
let folder: string;
let store: RecordingStore;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'parley-purge-'));
  store = createFolderStore(folder);
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A meeting that is over, with something of it wherever something can be. */
async function seedFullMeeting(): Promise<MeetingId> {
  const { db } = database;
  const { id, ana } = await seedMeeting(database);
  await addLines(database, id, [{ speaker: ana }, { speaker: ana }]);
  await endMeeting(db, { id, reason: 'host' });
  const recordingId = createId('rec');
  const fileId = createId('fil');
  const location = `${id}/${recordingId}/${ana}.ogg`;
  await db.insert(recordings).values({ id: recordingId, meetingId: id, status: 'complete' });
  await db
    .insert(recordingFiles)
    .values({ id: fileId, recordingId, meetingId: id, participantId: ana, location });
  await keepSound(location);
  const spoken = { meetingId: id, participantId: ana, startMs: 0, endMs: 1, text: 'Words.' };
  await db.insert(recordingParts).values({ ...spoken, fileId, index: 0 });
  await db.insert(addedLines).values({ ...spoken, number: 1 });
  await db
    .insert(lineRevisions)
    .values({ meetingId: id, epoch: 1, seq: 1, source: 'recording', text: 'Words.' });
  const content = { overview: '', topics: [], decisions: [], tasks: [], questions: [], numbers: [] };
  const written = { version: 1, basis: 'live', template: 'general', by: 'rules', model: 'm' } as const;
  await db
    .insert(summaries)
    .values({ id: createId('sum'), meetingId: id, ...written, content, inputDigest: '', modelMs: 0 });
  await storeTask(db, { meetingId: id, text: 'Do it' });
  await setStage(db, id, 'summary', 'done');
  await recordAccess(db, { meetingId: id, by: { id: ana, name: 'Ana' }, event: 'read' });
  await writeTraces(id);
  return id;
}

/** What knows of a meeting without a key to it. */
async function writeTraces(id: MeetingId): Promise<void> {
  const { db } = database;
  const link = `<a href="http://parley.test/meetings/${id}">`;
  const mail = { kind: 'summary', recipient: 'ana@example.test', subject: 'Summary' };
  await enqueueMail(db, { ...mail, dedupeKey: createId('eml'), html: link, text: '' });
  await enqueueMail(db, { ...mail, dedupeKey: `summary:${id}`, html: '', text: '' });
  await db.insert(webhookInbox).values({
    eventId: createId('evt'),
    event: 'room_finished',
    roomName: id,
    createdAt: new Date(),
    payload: {},
  });
  const event = { id: createId('evt'), name: 'meeting/completed', data: { meetingId: id } };
  await storeRunnerEvent(db, event, [
    { id: createId('run'), functionId: 'f', dedupeKey: `f:${id}`, concurrencyKey: null },
  ]);
}

async function keepSound(location: string): Promise<void> {
  await mkdir(join(folder, location, '..'), { recursive: true });
  await writeFile(join(folder, location), 'sound');
}

/** Every table with a row in which the text occurs, by the catalogue: new tables are not forgotten. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found = [];
  for (const { name } of tables) {
    const rows = await database.sql`
      select 1 from ${database.sql(name)} t where position(${text} in t::text) > 0 limit 1`;
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

const filesOf = async () =>
  (await readdir(folder, { recursive: true })).filter((each) => each.endsWith('.ogg'));
const remnants = ['deleted_meetings', 'event_outbox'];

describe(deleteMeeting, () => {
  it('leaves nothing of it in any table but that there was one, and the event of its deletion', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    const other = await seedFullMeeting();
    const before = await tablesWith(other);
    expect(await tablesWith(id)).toEqual(before);
    expect(before.length).toBeGreaterThan(18);

    expect(await deleteMeeting(db, { id, reason: 'host' })).toBe(true);
    await purgeRest(db, store, id);

    expect(await tablesWith(id)).toEqual(remnants);
    const outbox = await database.sql`select name from event_outbox where position(${id} in data::text) > 0`;
    expect([...outbox]).toEqual([{ name: 'meeting/deleted' }]);
    expect(await tablesWith(other)).toEqual(before);
    expect(await filesOf()).toEqual([expect.stringContaining(other)]);
    expect(await findDeletion(db, id)).toMatchObject({ meetingId: id, reason: 'host' });
  });

  it('is done once, whoever else does it at the same time', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    const done = await Promise.all([1, 2, 3].map(() => deleteMeeting(db, { id, reason: 'host' })));
    expect(done.toSorted()).toEqual([false, false, true]);
    expect(await tablesWith(id)).toEqual(remnants);
  });

  it('leaves all of it there when it is stopped in the middle, and can be done again', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    const before = await tablesWith(id);
    await using other = openDatabase(database.url);
    const stopped = await other.sql.begin(async (held) => {
      await held`lock table mails`;
      const deleting = deleteMeeting(db, { id, reason: 'host' }).catch(() => 'stopped');
      const waiting = () => held<{ pid: number }[]>`
        select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await waiting()).length, { timeout: 5_000 }).toBe(1);
      for (const { pid } of await waiting()) await held`select pg_cancel_backend(${pid})`;
      return { deleting };
    });
    expect(await stopped.deleting).toBe('stopped');
    expect(await tablesWith(id)).toEqual(before);
    expect(await deleteMeeting(db, { id, reason: 'host' })).toBe(true);
    expect(await tablesWith(id)).toEqual(remnants);
  });

  it('leaves a meeting alone that runs, or has not begun', async () => {
    const { db } = database;
    const { id } = await seedMeeting(database);
    const planned = await addMeeting(db);
    expect(await deleteMeeting(db, { id, reason: 'host' })).toBe(false);
    expect(await deleteMeeting(db, { id: planned, reason: 'host' })).toBe(false);
    expect(await findDeletion(db, id)).toBeNull();
  });

  it('lets nobody write to it afterwards', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    await deleteMeeting(db, { id, reason: 'host' });
    await expect(addLines(database, id, [{}])).rejects.toThrow('does not exist');
    await expect(insertLines(database.sql, id, [])).rejects.toThrow('does not exist');
    await expect(setStage(db, id, 'mail', 'done')).rejects.toThrow();
  });

  it('passes the invitations of a series on to the meeting that follows', async () => {
    const { db } = database;
    const over = { status: 'completed', endedAt: new Date() } as const;
    const first = await addMeeting(db, over);
    const second = await addMeeting(db, { ...over, seriesId: first });
    const third = await addMeeting(db, { seriesId: first });
    await db.insert(invitations).values({
      id: 'inv_1',
      meetingId: first,
      role: 'guest',
      tokenHash: 'x',
      expiresAt: new Date(),
    });
    await deleteMeeting(db, { id: first, reason: 'host' });
    expect(await db.select({ meetingId: invitations.meetingId }).from(invitations)).toEqual([
      { meetingId: second },
    ]);
    const series = await db.select({ id: meetings.id, seriesId: meetings.seriesId }).from(meetings);
    expect(series.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: second, seriesId: null },
      { id: third, seriesId: second },
    ]);
  });
});

describe('meeting/deleted', () => {
  it('is followed by the removal of the sound', async () => {
    const id = await seedFullMeeting();
    await using _functions = await startFunctions(database, { recordings: { store, whisper: null } });
    await deleteMeeting(database.db, { id, reason: 'host' });
    await expect.poll(filesOf, { timeout: 10_000 }).toEqual([]);
  }, 15_000);
});

describe(purgeRest, () => {
  it('goes on where it was killed: after the rows, in the middle of the files, or with files that are gone', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    await keepSound(`${id}/rec_2/mix.ogg`);
    await deleteMeeting(db, { id, reason: 'host' });
    await rm(join(folder, id, 'rec_2'), { recursive: true });
    expect(await purgeRest(db, store, id)).toBe(1);
    expect(await Promise.all([purgeRest(db, store, id), purgeRest(db, store, id)])).toEqual([0, 0]);
    expect(await filesOf()).toEqual([]);
  });
});

describe(sweepDeleted, () => {
  it('finds what somebody wrote after the deletion', async () => {
    const { db } = database;
    const id = await seedFullMeeting();
    await deleteMeeting(db, { id, reason: 'host' });
    await writeTraces(id);
    await keepSound(`${id}/rec_9/late.ogg`);
    await sweepDeleted(db, store);
    expect(await tablesWith(id)).toEqual(remnants);
    expect(await filesOf()).toEqual([]);
  });
});

describe(deleteOverdue, () => {
  const ended = (days: number) => ({
    status: 'completed' as const,
    endedAt: new Date(Date.now() - days * 86_400_000 - 60_000),
  });

  it('deletes by the rule of the installation, unless the host of a meeting chose another', async () => {
    const { db } = database;
    await addUser(db);
    await saveWorkspace(db, { keepDays: 30 });
    const kept = [
      await addMeeting(db, ended(29)),
      await addMeeting(db, { ...ended(400), keepDays: 0 }),
      await addMeeting(db, { ...ended(60), keepDays: 90 }),
      await addMeeting(db, { scheduledAt: new Date(0) }),
    ];
    await addMeeting(db, ended(30));
    await addMeeting(db, { ...ended(8), keepDays: 7 });
    expect(await deleteOverdue(db)).toBe(2);
    expect(await deleteOverdue(db)).toBe(0);
    const left = await db.select({ id: meetings.id }).from(meetings);
    expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('deletes nothing where nobody chose anything', async () => {
    await addMeeting(database.db, ended(4_000));
    expect(await deleteOverdue(database.db)).toBe(0);
  });
});
