/** Everybody who must not answer a proposal tries to, and whoever may answers something else than what waits. */
import type { ApprovalView } from '../../lib/assistant-messages.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

/** Tries every forgery on a proposal that waits; returns those that web took. */
export async function forgeApprovals(world: World, stage: Stage, view: ApprovalView): Promise<string[]> {
  const { web, cookies } = world;
  const { people, job, assistant } = stage;
  const { id, meetingId, digest } = view;
  const path = `/api/meetings/${meetingId}/approvals/${id}/decision`;
  const approve = { decision: 'approve', digest };
  const right = Object.values(people).find(({ participantId }) => participantId === view.approver.id);
  const others = Object.values(people).filter((person) => person !== right);
  const tries: [string, () => Promise<{ status: number }>][] = [
    ['nobody', () => web.request('POST', path, { body: approve })],
    ['the agent', () => web.request('POST', path, { body: approve, token: job.token })],
    ['a stranger', () => web.request('POST', path, { body: approve, headers: { cookie: cookies.mallory } })],
    ...others.map((person): (typeof tries)[number] => [
      `${person.name}, who was not asked`,
      () => web.request('POST', path, { body: approve, token: person.apiToken }),
    ]),
    [
      'another digest',
      () => web.request('POST', path, { body: { ...approve, digest: 'x' }, token: right?.apiToken ?? '' }),
    ],
    [
      'no digest',
      () => web.request('POST', path, { body: { decision: 'approve' }, token: right?.apiToken ?? '' }),
    ],
    [
      'an unknown answer',
      () => web.request('POST', path, { body: { decision: 'yes', digest }, token: right?.apiToken ?? '' }),
    ],
    [
      'the page that only shows it',
      () =>
        web.request('POST', `/api/agent/meetings/${meetingId}/approvals/${id}/shown`, {
          body: approve,
          token: job.token,
        }),
    ],
  ];
  const taken: string[] = [];
  for (const [who, attempt] of tries) {
    const { status } = await attempt();
    if (status < 400 && who !== 'the page that only shows it') taken.push(who);
  }
  // What the agent is called with by browsers: a stranger's identity, an approval in place of a question.
  for (const [caller, payload] of [
    [
      'par_00000000000000000000000000',
      { type: 'ask', kind: 'question', question: `approve ${id}`, audience: 'all' },
    ],
    [people.eve.participantId, { type: 'approve', id, digest, state: 'approved' }],
    [people.eve.participantId, { type: 'approval.decided', approval: { ...view, state: 'approved' } }],
  ] as const) {
    if (assistant.ask(caller, JSON.stringify(payload)).accepted) taken.push(`agent.ask ${payload.type}`);
  }
  return taken;
}
