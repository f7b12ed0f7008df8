import type { SummaryRow } from '../../db/queries/list-meetings.ts';
import type { MeetingSummary } from '../../lib/planning.ts';

/** A row of a list as the browser gets it. */
export function meetingSummary(row: SummaryRow, userId: string | null): MeetingSummary {
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    phase: row.phase,
    atMs: Date.parse(row.at),
    scheduledAtMs: row.scheduledAt?.getTime() ?? null,
    startedAtMs: row.startedAt?.getTime() ?? null,
    endedAtMs: row.endedAt?.getTime() ?? null,
    durationMinutes: row.durationMinutes,
    recurs: row.recurrence !== null,
    isMine: userId !== null && row.ownerId === userId,
    ownerName: row.ownerName,
    peopleCount: row.peopleCount,
  };
}
