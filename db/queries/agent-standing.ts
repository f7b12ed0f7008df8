import { sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';

/** How an agent job stands: `in_charge`, or why nothing is told to it any more. */
export type AgentStanding = 'in_charge' | 'unknown' | 'superseded' | 'ended' | 'dismissed';

export async function findAgentStanding(
  db: Tx,
  { meetingId, epoch }: { meetingId: MeetingId; epoch: number },
): Promise<AgentStanding> {
  const [row] = await db.execute<{ granted: boolean; newest: number; over: boolean; dismissed: boolean }>(sql`
    select exists (select 1 from agent_epochs where meeting_id = m.id and epoch = ${epoch}) as granted,
      coalesce((select max(epoch) from agent_epochs where meeting_id = m.id and joined_at is not null), 0) as newest,
      m.status in ('ended', 'completed') as over, m.agent_dismissed as dismissed
    from meetings m where m.id = ${meetingId}`);
  if (!row?.granted) return 'unknown';
  if (row.newest > epoch) return 'superseded';
  if (row.over) return 'ended';
  return row.dismissed ? 'dismissed' : 'in_charge';
}
