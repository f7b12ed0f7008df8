/** A recorded meeting as one that took place: its lines stored, its end told, and everything behind it awaited. */
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInPersonas } from '../../db/built-in-personas.ts';
import type { Database } from '../../db/database.ts';
import { grantEpoch } from '../../db/queries/epochs.ts';
import { endMeeting, insertMeeting, startMeeting } from '../../db/queries/meetings.ts';
import { saveParticipant } from '../../db/queries/participants.ts';
import { insertLines } from '../../db/queries/transcript.ts';
import type { Caller } from '../../e2e/rehearsal/caller.ts';
import type { Timeline } from '../../e2e/rehearsal/timeline.ts';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import { createMeetingCode } from '../../lib/meeting-code.ts';
import { limits } from '../../lib/messages.ts';
import { afterAnswerSchema } from '../../lib/summary.ts';

export interface LoadedMeeting {
  id: MeetingId;
  /** Timeline index of a line by its number. */
  indexOf: (seq: number) => number | undefined;
}

/** Milliseconds for all that follows the end. */
const patienceMs = 180_000;

/** Resolves when the meeting can be asked. `ownerId` is the account behind `owner`. */
export async function loadMeeting(
  database: Database,
  { title, speakers, utterances }: Timeline,
  { owner, ownerId, signal }: { owner: Caller; ownerId: string; signal: AbortSignal },
): Promise<LoadedMeeting> {
  const { db, sql } = database;
  const id = createId('mtg');
  const persona = builtInPersonas[0].content;
  await insertMeeting(db, { id, code: createMeetingCode(), title, language: 'en', persona, ownerId });
  await startMeeting(db, id);
  const epoch = await grantEpoch(db, id);
  const people = new Map<string, { id: ParticipantId; name: string }>();
  for (const [key, { name }] of Object.entries(speakers)) {
    const person = { id: createId('par'), name };
    const role = 'participant' as const;
    await saveParticipant(db, { ...person, meetingId: id, role, consentNoticeVersion: 1 });
    people.set(key, person);
  }
  const lines = utterances.map(({ speaker, startMs, durationMs, text }, at) => ({
    epoch,
    seq: at + 1,
    kind: 'speech' as const,
    segmentId: `timeline-${at}`,
    speaker: people.get(speaker)?.id ?? '',
    speakerName: people.get(speaker)?.name ?? speaker,
    trackSid: 'TR_timeline',
    startMs: Math.round(startMs),
    endMs: Math.round(startMs + durationMs),
    text,
  }));
  for (let at = 0; at < lines.length; at += limits.linesPerCall) {
    await insertLines(sql, id, lines.slice(at, at + limits.linesPerCall));
  }
  await endMeeting(db, { id, reason: 'host' });
  await awaitSearch(owner, id, signal);
  return { id, indexOf: (seq) => utterances[seq - 1]?.index };
}

async function awaitSearch(owner: Caller, id: MeetingId, signal: AbortSignal): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(500, undefined, { signal })) {
    const { stages } = afterAnswerSchema.parse(await owner.call('GET', `/api/meetings/${id}/after`));
    const search = stages.find(({ stage }) => stage === 'search');
    if (search?.state === 'done') return;
    if (search?.state === 'failed') throw new Error(search.message);
  }
  throw new Error('The meeting was not indexed in time.');
}
