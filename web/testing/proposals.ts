import type { ApprovalView, Propose } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob } from './agent-job.ts';
import type { TestWeb } from './test-web.ts';

let count = 0;

/** A proposal of the meeting's agent for one person, with what a test changes of it; throws when it is refused. */
export async function proposeTo(
  web: TestWeb,
  person: Joined,
  change: Partial<Propose> = {},
): Promise<ApprovalView> {
  const { status, body } = await sendProposal(web, person, change);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { approval: ApprovalView }).approval;
}

/** As `proposeTo`, with the answer as it came. */
export function sendProposal(web: TestWeb, person: Joined, change: Partial<Propose> = {}) {
  count += 1;
  const proposal: Propose = {
    key: `call-${count}`,
    tool: 'recordDecision',
    arguments: { text: `Decision ${count}` },
    askedBy: person.participantId,
    approver: null,
    cause: null,
    ...change,
  };
  const { id } = person.meeting;
  return web.request('POST', `/api/agent/meetings/${id}/proposals`, {
    body: proposal,
    token: latestJob(web, id).token,
  });
}

/** Where answers to a proposal go. */
export function decisionPath({ id, meetingId }: Pick<ApprovalView, 'id' | 'meetingId'>): string {
  return `/api/meetings/${meetingId}/approvals/${id}/decision`;
}

/** Somebody's answer to a proposal, as their page sends it. */
export function answerProposal(
  web: TestWeb,
  person: Joined,
  approval: Pick<ApprovalView, 'id' | 'meetingId' | 'digest'>,
  change: object = {},
) {
  return web.request('POST', decisionPath(approval), {
    body: { decision: 'approve', digest: approval.digest, ...change },
    token: person.apiToken,
  });
}

/** What LiveKit tells web when somebody's connection begins or ends. */
export async function setPresent(web: TestWeb, { participantId, meeting }: Joined, present: boolean) {
  const sid = `PA_${participantId}`;
  const { sql } = web.context.database;
  if (present) {
    await sql`insert into presence_intervals (id, meeting_id, participant_id, participant_sid, joined_at)
      values (${`pre_${sid}`}, ${meeting.id}, ${participantId}, ${sid}, now())
      on conflict (id) do update set left_at = null`;
  } else {
    await sql`update presence_intervals set left_at = now() where participant_sid = ${sid}`;
  }
}
