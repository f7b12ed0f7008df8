import type { Database } from '../../../db/database.ts';
import type { EffectKind } from './plan.ts';
import type { Evidence } from './verdict.ts';

/** Under which name a tool's arguments hold the words by which its effect is known again. */
const wordsOf = {
  recordDecision: 'text',
  createTask: 'text',
  sendFollowUpMail: 'subject',
  scheduleMeeting: 'title',
} as const satisfies Record<EffectKind, string>;

/** Reads past the API what is stored of one proposal, and what exists of its effect. */
export async function collectEvidence(
  { sql }: Database,
  {
    tool,
    approvalId,
    mark,
    sent,
    confirmed,
  }: { tool: EffectKind; approvalId: string; mark: string } & Pick<Evidence, 'sent' | 'confirmed'>,
): Promise<Evidence> {
  const [approval] = await sql<{ state: string; text: string }[]>`
    select state, arguments ->> ${wordsOf[tool]} as text from approvals where id = ${approvalId}`;
  const actions = await sql<{ status: string }[]>`
    select status from actions where approval_id = ${approvalId}`;
  const effects = await sql<{ text: string }[]>`
    select text from (
      select text from decisions union all select text from tasks
      union all select subject from mails where kind = 'follow_up'
      union all select title from meetings) as done (text)
    where starts_with(text, ${mark})`;
  const told = await sql<{ type: string; times: number }[]>`
    select type, count(*)::int as times from agent_events where approval_id = ${approvalId} group by type`;
  const times = (type: string) => told.find((each) => each.type === type)?.times ?? 0;
  return {
    sent,
    confirmed,
    approval: (approval as Evidence['approval'] | undefined) ?? null,
    actions: actions.map(({ status }) => status),
    effects: effects.map(({ text }) => text),
    toldDecided: times('approval.decided'),
    toldFinished: times('action.finished'),
  };
}
