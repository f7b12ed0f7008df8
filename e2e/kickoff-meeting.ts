/** The kickoff of the fixtures as a meeting that is over: words, sound, summary, tasks and decisions. */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
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
import { eventOutbox } from '../db/schema/events.ts';
import { meetings } from '../db/schema/meetings.ts';
import { summaries } from '../db/schema/summaries.ts';
import { createId, type MeetingId, type ParticipantId } from '../lib/ids.ts';
import { createOpusWriter } from '../lib/sound/opus-writer.ts';
import { afterStages, type Summary } from '../lib/summary.ts';
import { type Recording, readFolder } from './rehearsal/folder.ts';

const fixture = fileURLToPath(new URL('./fixtures/kickoff', import.meta.url));
const beganAt = new Date('2026-03-03T08:00:00Z');
/** The host presses "record" a little after the first join. */
const recordedFromMs = 600;

interface KickoffOptions {
  /** Accounts of the people in the order in which they first speak; the first is the host, the others may have none. */
  userIds: readonly string[];
  /** `RECORDINGS_FOLDER` of the web server. */
  recordingsFolder: string;
}

export interface SeededKickoff {
  meetingId: MeetingId;
  /** In the order of `userIds`. */
  people: readonly [host: ParticipantId, ...others: ParticipantId[]];
}

/** Takes about three seconds, most of them for the sound. */
export async function seedKickoff(database: Database, options: KickoffOptions): Promise<SeededKickoff> {
  const { userIds, recordingsFolder: folder } = options;
  const recording = await readFolder(fixture);
  const meetingId = createId('mtg');
  const people = await seedMeeting(database, recording, { meetingId, userIds });
  await seedSound(database, recording, { meetingId, hostId: people[0], folder });
  await seedOutcomes(database, meetingId);
  return { meetingId, people };
}

/** The words of the fixture as they would be heard live, with some that a recording corrects. */
async function seedMeeting(
  { sql, db }: Database,
  { title, speakers, utterances, totalMs }: Recording,
  { meetingId, userIds }: { meetingId: MeetingId; userIds: readonly string[] },
): Promise<SeededKickoff['people']> {
  const persona = {
    ...{ name: 'Nova', instructions: '', mode: 'addressed' as const, voice: 'default', greeting: '' },
  };
  const endedAt = new Date(beganAt.getTime() + totalMs);
  await db.insert(meetings).values({
    ...{ id: meetingId, code: 'kick-off-one', title, persona, ownerId: userIds[0], language: 'en' },
    ...{ status: 'completed', timeZone: 'Europe/Berlin', createdAt: beganAt, startedAt: beganAt, endedAt },
  });
  const people = new Map(speakers.map(({ id, name }) => [id, { id: createId('par'), name }]));
  const [host, ...others] = people.values();
  if (!host) throw new Error('nobody speaks in the fixture');
  for (const [at, person] of [...people.values()].entries()) {
    await saveParticipant(db, {
      ...{ ...person, meetingId, userId: userIds[at] ?? null },
      ...{ role: at === 0 ? 'host' : 'participant', consentNoticeVersion: 2 },
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
  return [host.id, ...others.map(({ id }) => id)];
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
  await db.transaction(async (tx) => {
    await finishRecording(tx, row.id, '');
    // What follows a recording is here already: it would be done again, under the eyes of whoever looks.
    await tx.delete(eventOutbox).where(eq(eventOutbox.id, `recording-finished-${row.id}`));
  });
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
