/** A web server with one meeting that is over, the kickoff of the fixtures: words, sound, summary, tasks and decisions. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { type Database, openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { storeDecision } from '../db/queries/decisions.ts';
import { recordJoined, recordLeft, saveParticipant } from '../db/queries/participants.ts';
import {
  announceRecording,
  finishRecording,
  insertRecording,
  setMix,
  storeFiles,
} from '../db/queries/recordings.ts';
import { replaceRecordedText } from '../db/queries/revisions.ts';
import { setStage } from '../db/queries/stages.ts';
import { storeTask } from '../db/queries/tasks.ts';
import { insertLines } from '../db/queries/transcript.ts';
import { meetings } from '../db/schema/meetings.ts';
import { summaries } from '../db/schema/summaries.ts';
import { createId, type MeetingId, type ParticipantId } from '../lib/ids.ts';
import { startServer } from '../lib/server.ts';
import { createOpusWriter } from '../lib/sound/opus-writer.ts';
import { afterStages, type Summary } from '../lib/summary.ts';
import { buildClient } from '../local/client-build.ts';
import { startPostgres } from '../local/postgres.ts';
import { createApp } from '../web/app.ts';
import { createTestWeb } from '../web/testing/test-web.ts';
import { type Recording, readFolder } from './rehearsal/folder.ts';

const fixture = fileURLToPath(new URL('./fixtures/kickoff', import.meta.url));
const clientFolder = fileURLToPath(new URL('../web/client/dist', import.meta.url));
const beganAt = new Date('2026-03-03T08:00:00Z');
/** The host presses "record" a little after the first join. */
const recordedFromMs = 600;

export interface KickoffPage extends AsyncDisposable {
  url: string;
  meetingId: MeetingId;
  /** Session of the host, `name=value`. */
  cookie: string;
  database: Database;
}

/** Takes about ten seconds, the browser app's build included when it is not current. */
export async function openKickoffPage(): Promise<KickoffPage> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'parley-kickoff-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  await buildClient({});
  const postgres = cleanup.use(await startPostgres({ folder: join(folder, 'postgres'), durable: false }));
  await migrateDatabase(postgres.url);
  const database = cleanup.use(openDatabase(postgres.url));
  const port = await getPort({ host: '127.0.0.1' });
  const web = createTestWeb(database, {
    PARLEY_PUBLIC_URL: `http://127.0.0.1:${port}`,
    RECORDINGS_FOLDER: join(folder, 'recordings'),
  });
  const recording = await readFolder(fixture);
  const host = await web.signIn('ana@example.test');
  await database.sql`update users set name = 'Ana Ruiz' where id = ${host.user.id}`;
  const meetingId = createId('mtg');
  const hostId = await seedMeeting(database, recording, { meetingId, hostUserId: host.user.id });
  await seedSound(database, recording, { meetingId, hostId, folder: join(folder, 'recordings') });
  await seedOutcomes(database, meetingId);
  const app = createApp(web.context, { clientFolder });
  const server = cleanup.use(await startServer(app, { host: '127.0.0.1', port }));
  const stack = cleanup.move();
  const close = () => stack.disposeAsync();
  return { url: server.url, meetingId, cookie: host.cookie, database, [Symbol.asyncDispose]: close };
}

/** The words of the fixture as they would be heard live, with some that a recording corrects. Gives the host's id. */
async function seedMeeting(
  { sql, db }: Database,
  { title, speakers, utterances, totalMs }: Recording,
  { meetingId, hostUserId }: { meetingId: MeetingId; hostUserId: string },
): Promise<ParticipantId> {
  const persona = {
    ...{ name: 'Nova', instructions: '', mode: 'addressed' as const, voice: 'default', greeting: '' },
  };
  const endedAt = new Date(beganAt.getTime() + totalMs);
  await db.insert(meetings).values({
    ...{ id: meetingId, code: 'kick-off-one', title, persona, ownerId: hostUserId, language: 'en' },
    ...{ status: 'completed', timeZone: 'Europe/Berlin', createdAt: beganAt, startedAt: beganAt, endedAt },
  });
  const people = new Map(speakers.map(({ id, name }) => [id, { id: createId('par'), name }]));
  const [host] = people.values();
  if (!host) throw new Error('nobody speaks in the fixture');
  for (const person of people.values()) {
    const isHost = person === host;
    await saveParticipant(db, {
      ...{ ...person, meetingId, userId: isHost ? hostUserId : null },
      ...{ role: isHost ? 'host' : 'participant', consentNoticeVersion: 2 },
    });
    const connection = { meetingId, participantId: person.id, participantSid: `PA_${person.id}` };
    await recordJoined(db, { ...connection, joinedAt: beganAt });
    await recordLeft(db, { ...connection, joinedAt: beganAt }, endedAt);
  }
  const lines = utterances.map(({ index, speaker, startMs, durationMs, text }) => ({
    epoch: 1,
    seq: index,
    kind: 'speech' as const,
    segmentId: createId('seg'),
    speaker: people.get(speaker)?.id ?? speaker,
    speakerName: people.get(speaker)?.name ?? speaker,
    trackSid: `TR_${speaker}`,
    startMs,
    endMs: startMs + durationMs,
    text: asHeard(text),
  }));
  await insertLines(sql, meetingId, lines);
  await replaceRecordedText(db, meetingId, {
    lines: utterances
      .filter(({ text }) => asHeard(text) !== text)
      .map(({ index, text }) => ({ epoch: 1, seq: index, text })),
    added: [],
  });
  return host.id;
}

/** What a small model makes of some words. */
function asHeard(text: string): string {
  return text.replace('critical bugs', 'critical box').replace('refund bug is the', 'reformed bug is the');
}

async function seedSound(
  { db }: Database,
  { sampleRate, totalMs, utterances }: Recording,
  { meetingId, hostId, folder }: { meetingId: MeetingId; hostId: ParticipantId; folder: string },
): Promise<void> {
  const row = await insertRecording(db, { meetingId, startedBy: hostId });
  await announceRecording(db, row.id);
  const mix = new Int16Array(Math.round((totalMs * sampleRate) / 1_000));
  for (const { startMs, samples } of utterances) {
    mix.set(samples, Math.round((startMs * sampleRate) / 1_000));
  }
  const sound = mix.subarray(Math.round((recordedFromMs * sampleRate) / 1_000));
  const location = `${meetingId}/${row.id}/mix.ogg`;
  await mkdir(dirname(join(folder, location)), { recursive: true });
  const writer = await createOpusWriter({ file: join(folder, location), sampleRate: 24_000 });
  await writer.write(sound);
  await writer.close();
  const startedAt = new Date(beganAt.getTime() + recordedFromMs);
  const durationMs = totalMs - recordedFromMs;
  await storeFiles(db, row, [
    {
      id: createId('fil'),
      participantId: hostId,
      location,
      firstSampleAtMs: startedAt.getTime(),
      durationMs,
      bytes: 1,
      closed: true,
    },
  ]);
  await finishRecording(db, row.id, '');
  await setMix(db, row.id, { location, startedAt, durationMs });
}

const at = (...seqs: number[]) => seqs.map((seq) => ({ epoch: 1, seq }));

/** What a careful reader would have written down. */
const summary: Summary = {
  overview:
    'The mobile release is ready for testing; only the refund bug in the payment screen is left, and Ben fixes it this week. The launch moves to the second week of March. The largest customer wants a report about data security, which Chloe prepares. A bigger budget lets support hire two people.',
  topics: [
    {
      title: 'State of the mobile release',
      text: 'Two of three critical bugs were fixed last night. The refund bug is the difficult one.',
      lines: at(4, 5, 6, 7),
    },
    {
      title: 'Launch date',
      text: 'Ana proposed the second week of March, which also suits marketing.',
      lines: at(10, 11, 13),
    },
    {
      title: 'Report about data security',
      text: 'The largest customer asked for it. Chloe has it ready by Friday.',
      lines: at(14, 15, 16),
    },
    {
      title: 'Support team',
      text: 'Ben fears that it is overloaded; with twelve percent more budget two people can be hired.',
      lines: at(18, 19),
    },
  ],
  decisions: [{ text: 'The launch moves to the second week of March.', lines: at(10, 13) }],
  tasks: [
    {
      text: 'Fix the refund bug',
      owner: 'Ben Carter',
      due: '2026-03-05',
      quote: 'I will fix the refund bug before Thursday afternoon.',
      lines: at(9),
    },
    {
      text: 'Prepare the security report',
      owner: 'Chloe Martin',
      due: '2026-03-06',
      quote: 'Yes, I will prepare the security report by Friday.',
      lines: at(15, 16),
    },
  ],
  questions: [{ text: 'Who hires the two people for support, and until when?', lines: at(18, 19) }],
  numbers: [
    { text: '12 % more budget for support', lines: at(19) },
    { text: '3 critical bugs, of which 2 are fixed', lines: at(5, 6) },
  ],
};

async function seedOutcomes({ db }: Database, meetingId: MeetingId): Promise<void> {
  const version = { meetingId, template: 'general' as const, by: 'rules' as const, model: 'parley-rules' };
  await db.insert(summaries).values([
    {
      ...version,
      id: createId('sum'),
      version: 1,
      basis: 'live',
      content: summary,
      inputDigest: '1',
      modelMs: 40,
    },
    {
      ...version,
      id: createId('sum'),
      version: 2,
      basis: 'recording',
      content: summary,
      inputDigest: '2',
      modelMs: 40,
    },
  ]);
  for (const { text, lines } of summary.decisions) await storeDecision(db, { meetingId, text, lines });
  for (const { text, owner, due, quote, lines } of summary.tasks) {
    await storeTask(db, { meetingId, text, ownerName: owner, due, quote, lines });
  }
  for (const stage of afterStages) await setStage(db, meetingId, stage, 'done');
}
