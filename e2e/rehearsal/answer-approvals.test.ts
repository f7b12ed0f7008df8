import { describe, expect, it } from 'vitest';
import type { DecideApproval } from '../../lib/assistant-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { answerApprovals } from './answer-approvals.ts';
import type { ApprovalMode } from './approval-modes.ts';
import { proposal } from './testing/asked-evidence.ts';

type Asked = { by: string; decision: DecideApproval };

const joined: Joined = {
  meeting: {
    ...{ id: `mtg_${'0'.repeat(26)}`, code: 'abc-defg-hij', title: 'Test', status: 'live' },
    ...{ personaName: 'Nova', startedAtMs: null, endedAtMs: null, isHost: false },
  },
  ...{ participantId: `par_${'0'.repeat(26)}`, name: 'x', role: 'participant' },
  ...{ serverUrl: 'ws://127.0.0.1', token: 't', apiToken: 'a', missedMs: null },
};

/** Ana, who is asked, and two others; web takes Ana's answers only. */
function createRoom(mode: ApprovalMode, { isOpen = false } = {}) {
  const asked: Asked[] = [];
  const problems: string[] = [];
  const speakers = ['ben', 'chloe', 'ana'].map((id) => ({ id, name: id, email: `${id}@example.test` }));
  const ana = speakers[2];
  if (!ana) throw new Error('Ana is missing');
  const view = proposal({ arguments: { title: 'Follow-up', durationMinutes: 30 } });
  const people = speakers.map((speaker) => ({
    speaker,
    api: {
      decide: async (_: Joined, __: string, decision: DecideApproval) => {
        asked.push({ by: speaker.id, decision });
        if (speaker !== ana && !isOpen) throw new Error('you were not asked');
      },
    },
    attendee: { joined },
    reload: async () => answers.shown(speaker, view),
  }));
  const answers = answerApprovals({
    mode,
    people,
    onProblem: (sentence) => problems.push(sentence),
    onProgress: () => undefined,
    readMs: 10,
    signal: new AbortController().signal,
  });
  const ask = async () => {
    answers.shown(ana, view);
    answers.shown(ana, view);
    await answers.finished();
  };
  return { asked, problems, ask };
}

describe(answerApprovals, () => {
  it.each<[ApprovalMode, Asked[]]>([
    ['approve', [{ by: 'ana', decision: { decision: 'approve', digest: 'd' } }]],
    ['reject', [{ by: 'ana', decision: { decision: 'reject', digest: 'd', reason: 'Not now.' } }]],
    [
      'edit',
      [
        {
          by: 'ana',
          decision: { decision: 'edit', digest: 'd', arguments: { title: 'Follow-up', durationMinutes: 45 } },
        },
      ],
    ],
    ['none', []],
    ['reload', [{ by: 'ana', decision: { decision: 'approve', digest: 'd' } }]],
    [
      'wrong-person',
      [
        { by: 'ben', decision: { decision: 'approve', digest: 'd' } },
        { by: 'chloe', decision: { decision: 'approve', digest: 'd' } },
        { by: 'ana', decision: { decision: 'approve', digest: 'd' } },
      ],
    ],
  ])('%s answers once, however often the popup comes up', async (mode, expected) => {
    const { asked, problems, ask } = createRoom(mode);
    await ask();
    expect(asked).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('tells when someone who was not asked could approve', async () => {
    const { problems, ask } = createRoom('wrong-person', { isOpen: true });
    await ask();
    expect(problems).toEqual([
      'ben was not asked and could approve all the same',
      'chloe was not asked and could approve all the same',
    ]);
  });
});
