/** What is left of meetings without a recording when nothing happens any more; times and reasons differ. */
import type { Database } from '../../../db/database.ts';
import type { MeetingId } from '../../../lib/ids.ts';

export async function readFinalState({ sql }: Database, id: MeetingId) {
  const [meeting] = await sql`select status, line_count as lines,
      (select count(*)::int from summaries s where s.meeting_id = m.id) as summaries,
      (select count(*)::int from mails e where e.meeting_id = m.id and e.status = 'sent') as mails
    from meetings m where id = ${id}`;
  const people = await sql`select p.name, count(distinct i.participant_sid)::int as connections,
      bool_and(i.left_at is not null) as gone
    from participants p left join presence_intervals i on i.participant_id = p.id
    where p.meeting_id = ${id} group by p.id, p.name order by p.name`;
  const stages = await sql`select stage, state from meeting_stages
    where meeting_id = ${id} and stage <> 'search' order by stage`;
  return {
    status: meeting?.status,
    people: people.map(({ name, connections, gone }) => [name, connections, gone]),
    lines: meeting?.lines,
    summaries: meeting?.summaries,
    mails: meeting?.mails,
    stages: stages.map(({ stage, state }) => `${stage}: ${state}`),
  };
}

/** Whether one of the meetings is not over, or waits for its summary or its mails. */
export async function isUnsettledWithout({ sql }: Database, ids: readonly MeetingId[]): Promise<boolean> {
  const [row] = await sql`select exists (
    select from meetings m where m.id = any(${[...ids]}) and (m.status <> 'completed'
      or (select count(*) < 2 from meeting_stages s where s.meeting_id = m.id
          and s.stage in ('summary', 'mail') and s.state in ('done', 'failed', 'skipped')))) as unsettled`;
  return row?.unsettled;
}
