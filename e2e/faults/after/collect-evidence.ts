import type { Database } from '../../../db/database.ts';
import type { Delivery } from './mailbox.ts';
import type { Ended } from './seed-ended.ts';
import type { Evidence } from './verdict.ts';

/** Reads past the API what is stored of a meeting; `deliveries` are those of all meetings. */
export async function collectEvidence(
  { sql }: Database,
  { meetingId, addresses }: Ended,
  deliveries: readonly Delivery[],
): Promise<Evidence> {
  const [meeting] = await sql`select status, line_count from meetings where id = ${meetingId}`;
  const summaries = await sql<Evidence['summaries']>`
    select basis, input_digest as "inputDigest" from summaries where meeting_id = ${meetingId} order by version`;
  const tasks = await sql`select text from tasks where meeting_id = ${meetingId}`;
  const decisions = await sql`select text from decisions where meeting_id = ${meetingId}`;
  const mails = await sql`select recipient from mails where meeting_id = ${meetingId}`;
  const stages = await sql`select stage, state, message from meeting_stages
    where meeting_id = ${meetingId} and state <> 'done' and stage <> 'search'`;
  return {
    status: meeting?.status,
    lineCount: meeting?.line_count,
    summaries: [...summaries],
    tasks: tasks.map(({ text }) => text),
    decisions: decisions.map(({ text }) => text),
    mails: mails.map(({ recipient }) => recipient),
    deliveries: deliveries.filter(({ to }) => addresses.includes(to)),
    open: stages.map(({ stage, state, message }) => `${stage}: ${state} ${message}`.trim()),
  };
}

/** Whether something still happens to the meeting, or waits to happen. */
export async function isUnsettled({ sql }: Database, { meetingId }: Ended): Promise<boolean> {
  const [row] = await sql`select
    exists (select from meetings where id = ${meetingId} and status <> 'completed')
    or (select count(*) < 4 from meeting_stages where meeting_id = ${meetingId}
        and stage in ('recording', 'revision', 'summary', 'mail') and state in ('done', 'failed', 'skipped'))
    or exists (select from event_outbox where sent_at is null and data->>'meetingId' = ${meetingId})
    or exists (select from runner_runs r join runner_events e on e.id = r.event_id
        where r.status = 'queued' and e.data->>'meetingId' = ${meetingId})
    as unsettled`;
  return row?.unsettled;
}

/** Leases of a stopped process end by time; nobody has to wait for that here. */
export async function passTime({ sql }: Database): Promise<void> {
  await sql`update event_outbox set due_at = now() where sent_at is null`;
  await sql`update runner_runs set lease_until = now(), due_at = now() where status = 'queued'`;
  await sql`update mails set due_at = now() where status = 'queued'`;
}
