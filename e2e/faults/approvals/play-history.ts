/** Plays one history: an agent proposes, people answer, and the process that has to remember all of it is stopped. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import type { ApprovalView, Propose } from '../../../lib/assistant-messages.ts';
import { latestJob } from '../../../web/testing/agent-job.ts';
import { setPresent } from '../../../web/testing/proposals.ts';
import { createTestWeb } from '../../../web/testing/test-web.ts';
import { collectEvidence } from './collect-evidence.ts';
import type { StartLife } from './life.ts';
import { createLives, type Lives } from './lives.ts';
import type { Answer, EffectKind, History, Scene } from './plan.ts';
import type { Evidence } from './verdict.ts';

const settledWithinMs = 30_000;

interface Cast {
  meetingId: string;
  agentToken: string;
  tokens: Record<Answer['by'], string>;
  approverId: Propose['askedBy'];
}

/** What became of each proposal of the history. `outside` reaches Postgres whatever happens to the process. */
export async function playHistory(
  outside: Database,
  { run, scenes, stops }: History,
  startLife: StartLife,
): Promise<Evidence[]> {
  const cast = await gather(outside);
  await using lives = createLives(outside, startLife, stops);
  const played = [];
  for (const [index, scene] of scenes.entries()) {
    played.push(await playScene(outside, lives, cast, scene, `h${run}s${index}.`));
  }
  await settle(outside, lives, cast.meetingId);
  return Promise.all(played.map((each) => collectEvidence(outside, each)));
}

/** Ana, who is asked, hosts a meeting with Ben; both have an address. */
async function gather(outside: Database): Promise<Cast> {
  const web = createTestWeb(outside);
  const { cookie } = await web.signIn('ana@example.test');
  const { meeting } = await web.createMeeting(cookie);
  const ana = await web.join(meeting.code, 'Ana', { cookie });
  const ben = await web.join(meeting.code, 'Ben');
  await outside.sql`update participants set email = 'ben@example.test' where id = ${ben.participantId}`;
  await setPresent(web, ana, true);
  await setPresent(web, ben, true);
  const job = latestJob(web, meeting.id);
  await job.heartbeat('listening');
  return {
    meetingId: meeting.id,
    agentToken: job.token,
    tokens: { approver: ana.apiToken, other: ben.apiToken },
    approverId: ana.participantId,
  };
}

async function playScene(outside: Database, lives: Lives, cast: Cast, scene: Scene, mark: string) {
  const approval = await propose(lives, cast, scene, mark);
  const sent: Answer[] = [];
  const confirmed: ApprovalView['state'][] = [];
  let open = scene.answers;
  while (open.length > 0) {
    sent.push(...open);
    const life = await lives.current();
    const outcomes = await Promise.all(
      open.map(async (answer) => ({ answer, outcome: await sendAnswer(life, cast, approval, answer, mark) })),
    );
    for (const { outcome } of outcomes) if (outcome.kind === 'confirmed') confirmed.push(outcome.state);
    // Nobody knows whether these arrived: people look again, and answer again when they are still asked.
    open = outcomes.flatMap(({ answer, outcome }) => (outcome.kind === 'unknown' ? [answer] : []));
  }
  const isOpen = !(await isDecided(outside, approval.id));
  if (isOpen) await outside.sql`update approvals set expires_at = now() where id = ${approval.id}`;
  return { tool: scene.tool, approvalId: approval.id, mark, sent, confirmed };
}

async function propose(lives: Lives, cast: Cast, scene: Scene, mark: string): Promise<ApprovalView> {
  for (;;) {
    const life = await lives.current();
    const send = (key: string) =>
      life.request('POST', `/api/agent/meetings/${cast.meetingId}/proposals`, {
        token: cast.agentToken,
        body: {
          key,
          tool: scene.tool,
          arguments: argumentsOf(scene.tool, mark),
          askedBy: cast.approverId,
          approver: null,
          cause: null,
        } satisfies Propose,
      });
    const keys = scene.proposedTwice ? [mark, `${mark}again`] : [mark];
    const answers = await Promise.all(keys.map(send));
    const approvals = answers.flatMap((answer) =>
      answer?.status === 200 ? [(answer.body as { approval: ApprovalView }).approval] : [],
    );
    const [approval] = approvals;
    if (new Set(approvals.map(({ id }) => id)).size > 1) throw new Error(`${mark} has two proposals`);
    if (approval) return approval;
  }
}

type Outcome =
  | { kind: 'confirmed'; state: ApprovalView['state'] }
  | { kind: 'refused' }
  | { kind: 'unknown' };

async function sendAnswer(
  life: Awaited<ReturnType<Lives['current']>>,
  { tokens }: Cast,
  { id, meetingId, digest, tool }: ApprovalView,
  { by, decision }: Answer,
  mark: string,
): Promise<Outcome> {
  const edited = { arguments: argumentsOf(tool as EffectKind, `${mark}edited`) };
  const answer = await life.request('POST', `/api/meetings/${meetingId}/approvals/${id}/decision`, {
    token: tokens[by],
    body: { decision, digest, ...(decision === 'edit' ? edited : {}) },
  });
  if (!answer || answer.status >= 500) return { kind: 'unknown' };
  if (answer.status !== 200) return { kind: 'refused' };
  return { kind: 'confirmed', state: (answer.body as { approval: ApprovalView }).approval.state };
}

function argumentsOf(tool: EffectKind, text: string): Record<string, unknown> {
  switch (tool) {
    case 'recordDecision':
      return { text };
    case 'createTask':
      return { text, owner: 'Ben', due: null };
    case 'sendFollowUpMail':
      return { to: ['Ben'], subject: text, body: 'As we said.' };
    case 'scheduleMeeting': {
      const startsAt = '2027-03-09T10:00:00Z';
      return { title: text, startsAt, durationMinutes: 30, attendees: ['Ben'] };
    }
    default:
      return tool satisfies never;
  }
}

async function isDecided({ sql }: Database, id: string): Promise<boolean> {
  const rows = await sql`select 1 from approvals where id = ${id} and state <> 'pending'`;
  return rows.length > 0;
}

/** Until everything that was decided is done, through as many lives as that takes. */
async function settle({ sql }: Database, lives: Lives, meetingId: string): Promise<void> {
  const until = performance.now() + settledWithinMs;
  while (performance.now() < until) {
    await lives.current();
    const open = await sql`select 1 from approvals p left join actions a on a.approval_id = p.id
      where p.meeting_id = ${meetingId} and (p.state = 'pending' or a.status in ('waiting', 'running'))`;
    if (open.length === 0) return;
    await sleep(20);
  }
}
