/** How people control the AI participant of a meeting. Callers hold the meeting's lock. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { createId, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Persona } from '../../lib/messages.ts';
import type { Tx } from '../database.ts';
import { pauses } from '../schema/assistance.ts';
import { meetings } from '../schema/meetings.ts';
import { meetingMs } from './meeting-clock.ts';
import type { Meeting } from './meetings.ts';
import { openGap } from './transcript.ts';

export async function setAssistantMode(
  tx: Tx,
  { id, persona }: Pick<Meeting, 'id' | 'persona'>,
  mode: Persona['mode'],
): Promise<void> {
  await tx
    .update(meetings)
    .set({ persona: { ...persona, mode } })
    .where(eq(meetings.id, id));
}

export async function setAssistantMuted(tx: Tx, id: MeetingId, muted: boolean): Promise<void> {
  await tx.update(meetings).set({ agentMuted: muted }).where(eq(meetings.id, id));
}

export interface PauseCause {
  by: ParticipantId | null;
  /** The meeting is a breakout room, and goes off the record because its main room does. */
  withMain?: boolean;
}

/** Goes off the record, from this moment on: what is said from here is refused wherever it arrives later. */
export async function beginPause(tx: Tx, id: MeetingId, { by, withMain = false }: PauseCause): Promise<void> {
  await tx.update(meetings).set({ paused: true }).where(eq(meetings.id, id));
  // Not `now()`: the transaction may have waited for the meeting's lock.
  await tx
    .insert(pauses)
    .values({ id: createId('pau'), meetingId: id, by, withMain, startedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: pauses.meetingId,
      targetWhere: isNull(pauses.endedAt),
      // What people of a breakout room want for themselves outlasts what came from the main room.
      set: { withMain: sql`${pauses.withMain} and excluded.with_main` },
    });
}

export async function endPause(tx: Tx, id: MeetingId): Promise<void> {
  await tx.update(meetings).set({ paused: false }).where(eq(meetings.id, id));
  await tx
    .update(pauses)
    .set({ endedAt: sql`clock_timestamp()` })
    .where(and(eq(pauses.meetingId, id), isNull(pauses.endedAt)));
}

/** Of these breakout rooms, those that are off the record for no other reason than that their main room is. */
export async function listPausedWithMain(tx: Tx, rooms: readonly MeetingId[]): Promise<MeetingId[]> {
  const rows = await tx
    .select({ id: pauses.meetingId })
    .from(pauses)
    .where(and(inArray(pauses.meetingId, [...rooms]), isNull(pauses.endedAt), eq(pauses.withMain, true)));
  return rows.map(({ id }) => id);
}

/** Sends the AI participant away; in a running meeting nobody listens from now on, and the transcript says why. */
export async function dismissAgent(tx: Tx, { id, status }: Meeting): Promise<void> {
  await tx.update(meetings).set({ agentDismissed: true }).where(eq(meetings.id, id));
  if (status !== 'live') return;
  const [row] = await tx.execute<{ after_epoch: number; start_ms: number }>(sql`
    select coalesce(max(e.epoch), 0) as after_epoch, ${meetingMs(sql`clock_timestamp()`)} as start_ms
    from meetings m left join agent_epochs e on e.meeting_id = m.id and e.joined_at is not null
    where m.id = ${id} group by m.id`);
  if (!row) return;
  await openGap(tx, {
    meetingId: id,
    afterEpoch: row.after_epoch,
    startMs: row.start_ms,
    reason: 'dismissed',
  });
}

export async function inviteAgentBack(tx: Tx, id: MeetingId): Promise<void> {
  await tx.update(meetings).set({ agentDismissed: false }).where(eq(meetings.id, id));
}
