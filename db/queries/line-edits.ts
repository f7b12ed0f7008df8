/** What people correct in a transcript: their wording, and who spoke. Each change is kept, and told to the functions. */
import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { LineEdit } from '../../lib/line-edit-messages.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { lineEdits, lineSpeakers, speakerNames } from '../schema/line-edits.ts';
import { participants } from '../schema/meetings.ts';
import { lineRevisions } from '../schema/revisions.ts';
import { enqueueEvent } from './outbox.ts';

/** Makes changes to one meeting's transcript follow one another, until the transaction ends. */
export async function lockTranscript(tx: Tx, meetingId: MeetingId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`transcript:${meetingId}`}, 0))`);
}

/** A person's wording of a line; null takes it back. */
export async function setWords(
  tx: Tx,
  meetingId: MeetingId,
  { epoch, seq }: LineRef,
  text: string | null,
): Promise<void> {
  const key = { meetingId, epoch, seq, source: 'person' as const };
  if (text === null) {
    const t = lineRevisions;
    await tx
      .delete(t)
      .where(and(eq(t.meetingId, meetingId), eq(t.epoch, epoch), eq(t.seq, seq), eq(t.source, 'person')));
    return;
  }
  await tx
    .insert(lineRevisions)
    .values({ ...key, text })
    .onConflictDoUpdate({
      target: [lineRevisions.meetingId, lineRevisions.epoch, lineRevisions.seq, lineRevisions.source],
      set: { text, revisedAt: sql`now()` },
    });
}

/** Who spoke a line; null: the one whose microphone it came from. */
export async function setLineSpeaker(
  tx: Tx,
  meetingId: MeetingId,
  { epoch, seq }: LineRef,
  person: { speaker: string; speakerName: string } | null,
): Promise<void> {
  const t = lineSpeakers;
  if (!person) {
    await tx.delete(t).where(and(eq(t.meetingId, meetingId), eq(t.epoch, epoch), eq(t.seq, seq)));
    return;
  }
  await tx
    .insert(t)
    .values({ meetingId, epoch, seq, ...person })
    .onConflictDoUpdate({ target: [t.meetingId, t.epoch, t.seq], set: person });
}

/** What a speaker is called in the whole meeting; null: as they called themselves. */
export async function setSpeakerName(
  tx: Tx,
  meetingId: MeetingId,
  speaker: string,
  name: string | null,
): Promise<void> {
  const t = speakerNames;
  if (name === null) {
    await tx.delete(t).where(and(eq(t.meetingId, meetingId), eq(t.speaker, speaker)));
    return;
  }
  await tx
    .insert(t)
    .values({ meetingId, speaker, name })
    .onConflictDoUpdate({ target: [t.meetingId, t.speaker], set: { name } });
}

/** Who changes something: a person of the meeting, an account, or both. */
export interface Editor {
  participantId: ParticipantId | null;
  userId: string | null;
}

/** Keeps a change, and says that other words count now. */
export async function recordEdit(
  tx: Tx,
  edit: Editor &
    Pick<
      typeof lineEdits.$inferInsert,
      'meetingId' | 'what' | 'epoch' | 'seq' | 'speaker' | 'before' | 'after'
    >,
): Promise<void> {
  const id = createId('edt');
  await tx.insert(lineEdits).values({ id, ...edit });
  await enqueueEvent(tx, {
    id: `transcript-revised-${id}`,
    name: 'transcript/revised',
    data: { meetingId: edit.meetingId, by: 'person' },
  });
}

/** What was changed in one line, and in the name of its speaker; oldest first. */
export async function listEdits(
  db: Tx,
  meetingId: MeetingId,
  { epoch, seq, speaker }: LineRef & { speaker: string },
): Promise<LineEdit[]> {
  const t = lineEdits;
  const rows = await db
    .select({
      id: t.id,
      what: t.what,
      before: t.before,
      after: t.after,
      by: sql<string | null>`coalesce(${participants.name}, ${users.name})`,
      editedAt: t.editedAt,
    })
    .from(t)
    .leftJoin(participants, eq(participants.id, t.participantId))
    .leftJoin(users, eq(users.id, t.userId))
    .where(
      and(eq(t.meetingId, meetingId), or(and(eq(t.epoch, epoch), eq(t.seq, seq)), eq(t.speaker, speaker))),
    )
    .orderBy(asc(t.editedAt), asc(t.id));
  return rows.map(({ editedAt, ...row }) => ({ ...row, atMs: editedAt.getTime() }));
}
