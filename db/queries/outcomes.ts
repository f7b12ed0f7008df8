/** What came out of a meeting, as people have left it: without what they took away. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { LineRef } from '../../lib/assistant-messages.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { decisions, tasks } from '../schema/tasks.ts';

/** In the order in which they were found or asked for. */
export async function listKeptTasks(db: Tx, meetingId: MeetingId) {
  const rows = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.meetingId, meetingId), isNull(tasks.removedAt)))
    .orderBy(asc(tasks.createdAt), asc(tasks.id));
  return rows.map((row) => ({
    text: row.text,
    owner: row.ownerName,
    due: row.due,
    done: row.doneAt !== null,
    lines: linesOf(row),
  }));
}

export async function listKeptDecisions(db: Tx, meetingId: MeetingId) {
  const rows = await db
    .select({ decision: decisions, recordedBy: participants.name })
    .from(decisions)
    .leftJoin(participants, eq(participants.id, decisions.recordedBy))
    .where(and(eq(decisions.meetingId, meetingId), isNull(decisions.removedAt)))
    .orderBy(asc(decisions.createdAt), asc(decisions.id));
  return rows.map(({ decision, recordedBy }) => ({
    text: decision.text,
    recordedBy,
    lines: linesOf(decision),
  }));
}

interface Caused {
  lines: LineRef[];
  causeEpoch: number | null;
  causeSeq: number | null;
}

/** What a summary found has lines; what was approved has the one that caused it. */
function linesOf({ lines, causeEpoch, causeSeq }: Caused): LineRef[] {
  if (lines.length > 0 || causeEpoch === null || causeSeq === null) return lines;
  return [{ epoch: causeEpoch, seq: causeSeq }];
}
