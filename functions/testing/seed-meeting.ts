import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import { grantEpoch, recordAgentHeartbeat } from '../../db/queries/epochs.ts';
import { insertMeeting, startMeeting } from '../../db/queries/meetings.ts';
import { recordJoined, saveParticipant } from '../../db/queries/participants.ts';
import { insertLines } from '../../db/queries/transcript.ts';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { TranscriptLine } from '../../lib/messages.ts';

/** A live meeting in which Ana is and an agent of epoch 1 listens. */
export async function seedMeeting({ db }: Database): Promise<{ id: MeetingId; ana: ParticipantId }> {
  const id = createId('mtg');
  await insertMeeting(db, {
    id,
    code: randomBytes(5).toString('hex'),
    title: 'Test',
    language: 'en',
    persona: { name: 'Parley', instructions: '', mode: 'addressed', voice: '', greeting: '' },
  });
  await startMeeting(db, id);
  const ana = createId('par');
  await saveParticipant(db, {
    id: ana,
    meetingId: id,
    name: 'Ana',
    role: 'host',
    consentNoticeVersion: 1,
  });
  await recordJoined(db, {
    meetingId: id,
    participantId: ana,
    participantSid: 'PA_1',
    joinedAt: new Date(Date.now() - 60_000),
  });
  await joinAgent({ db }, id);
  return { id, ana };
}

/** Grants the next epoch and has its job report once. */
export async function joinAgent({ db }: Pick<Database, 'db'>, meetingId: MeetingId): Promise<number> {
  const epoch = await grantEpoch(db, meetingId);
  await recordAgentHeartbeat(db, { meetingId, epoch, state: 'listening' });
  return epoch;
}

export async function addLines(
  { sql }: Database,
  meetingId: MeetingId,
  lines: Partial<TranscriptLine>[],
): Promise<void> {
  await insertLines(
    sql,
    meetingId,
    lines.map((line, index) => ({
      epoch: 1,
      seq: index + 1,
      kind: 'speech',
      segmentId: `s${index}`,
      speaker: 'par_1',
      speakerName: 'Ana',
      trackSid: 'TR_1',
      startMs: index * 1_000,
      endMs: index * 1_000 + 900,
      text: 'Hello.',
      ...line,
    })),
  );
}
