/** How far the work after a meeting is. */
import { eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import { type AfterStage, afterStages, type StageState, type StageView } from '../../lib/summary.ts';
import type { Tx } from '../database.ts';
import { meetingStages } from '../schema/summaries.ts';

/** Writes how far one stage is. The same again changes nothing, also not the time. */
export async function setStage(
  db: Tx,
  meetingId: MeetingId,
  stage: AfterStage,
  state: StageState,
  message = '',
): Promise<void> {
  await db
    .insert(meetingStages)
    .values({ meetingId, stage, state, message })
    .onConflictDoUpdate({
      target: [meetingStages.meetingId, meetingStages.stage],
      set: { state, message, changedAt: sql`now()` },
      setWhere: sql`(${meetingStages.state}, ${meetingStages.message}) is distinct from (${state}, ${message})`,
    });
}

/** Lists stages as waiting that nobody has written of yet. */
export async function announceStages(
  db: Tx,
  meetingId: MeetingId,
  stages: readonly AfterStage[],
): Promise<void> {
  await db
    .insert(meetingStages)
    .values(stages.map((stage) => ({ meetingId, stage, state: 'waiting' as const })))
    .onConflictDoNothing();
}

/** In the order in which they follow each other. */
export async function listStages(db: Tx, meetingId: MeetingId): Promise<StageView[]> {
  const rows = await db.select().from(meetingStages).where(eq(meetingStages.meetingId, meetingId));
  return rows
    .toSorted((a, b) => afterStages.indexOf(a.stage) - afterStages.indexOf(b.stage))
    .map(({ stage, state, message, changedAt }) => ({
      stage,
      state,
      message,
      changedAtMs: changedAt.getTime(),
    }));
}
