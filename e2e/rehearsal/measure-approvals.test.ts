import { describe, expect, it } from 'vitest';
import { measureApprovals } from './measure-approvals.ts';
import { askedEvidence, proposal, zero } from './testing/asked-evidence.ts';

const shown = (atMs: number) => ({ speaker: 'ana', atMs: zero + atMs, view: proposal() });

describe(measureApprovals, () => {
  it('says who saw it when, what ran and what came of it', () => {
    const action = {
      id: `act_${'0'.repeat(26)}` as const,
      status: 'done' as const,
      message: '',
      finishedAtMs: null,
    };
    const stored = proposal({ state: 'edited', arguments: { title: 'Longer' }, action });
    const evidence = askedEvidence({ shown: [shown(13_250), shown(19_000)], approvals: [stored] });
    expect(measureApprovals(evidence)).toEqual([
      {
        id: stored.id,
        tool: 'scheduleMeeting',
        shownTo: 'ana',
        arguments: { title: 'Longer' },
        decision: 'edited',
        shownMs: 1_250,
        result: { status: 'done', actionId: action.id },
      },
    ]);
  });

  it('counts a proposal that came up although the list could not be read', () => {
    expect(measureApprovals(askedEvidence({ shown: [shown(13_000)] }))).toMatchObject([
      { decision: 'none', shownMs: 1_000, result: { status: null, actionId: null } },
    ]);
  });

  it('counts one that came up on no screen', () => {
    const [figures] = measureApprovals(askedEvidence({ approvals: [proposal({ state: 'expired' })] }));
    expect(figures).toMatchObject({ shownTo: null, shownMs: null, decision: 'expired' });
  });
});
