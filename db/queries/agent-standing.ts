import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { MeetingStatus } from '../../lib/messages.ts';
import type { Tx } from '../database.ts';

/**
 * How an agent job stands: `in_charge`, or why nothing is told to it any more. `ended`: it was in charge to the end of
 * the meeting, whose last lines are awaited; `completed`: they are not any more.
 */
export type AgentStanding = 'in_charge' | 'unknown' | 'superseded' | 'dismissed' | 'ended' | 'completed';

export async function findAgentStanding(
  db: Tx,
  { meetingId, epoch }: { meetingId: MeetingId; epoch: number },
): Promise<AgentStanding> {
  const [row] = await db.execute<{
    granted: boolean;
    newest: number;
    status: MeetingStatus;
    dismissed: boolean;
  }>(sql`
    select exists (select 1 from agent_epochs where meeting_id = m.id and epoch = ${epoch}) as granted,
      coalesce((select max(epoch) from agent_epochs where meeting_id = m.id and joined_at is not null), 0) as newest,
      m.status, m.agent_dismissed as dismissed
    from meetings m where m.id = ${meetingId}`);
  if (!row?.granted) return 'unknown';
  if (row.newest > epoch) return 'superseded';
  if (row.dismissed) return 'dismissed';
  return row.status === 'ended' || row.status === 'completed' ? row.status : 'in_charge';
}
