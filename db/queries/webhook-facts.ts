/** What receivers of webhooks are told of a fact: ids, times and counts. */
import { eq, sql } from 'drizzle-orm';
import type { Id, MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { actions, approvals } from '../schema/assistance.ts';
import { meetings } from '../schema/meetings.ts';
import { summaries } from '../schema/summaries.ts';

/** Null when it is deleted, or did not take place. */
export async function findMeetingFact(db: Tx, id: MeetingId) {
  const [row] = await db
    .select({
      title: meetings.title,
      startedAt: meetings.startedAt,
      endedAt: meetings.endedAt,
      lines: meetings.lineCount,
      gaps: meetings.gapCount,
      people: sql<number>`(select count(distinct participant_id)::int from presence_intervals
        where meeting_id = ${id})`,
    })
    .from(meetings)
    .where(eq(meetings.id, id));
  return row ?? null;
}

export async function findSummaryFact(db: Tx, id: string) {
  const [row] = await db
    .select()
    .from(summaries)
    .where(eq(summaries.id, id as Id<'sum'>));
  return row ?? null;
}

export async function findActionFact(db: Tx, id: string) {
  const [row] = await db
    .select({ id: actions.id, finishedAt: actions.finishedAt, tool: approvals.tool })
    .from(actions)
    .innerJoin(approvals, eq(approvals.id, actions.approvalId))
    .where(eq(actions.id, id as Id<'act'>));
  return row ?? null;
}
