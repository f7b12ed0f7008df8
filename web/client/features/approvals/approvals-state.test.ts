import { describe, expect, test } from 'vitest';
import { type ApprovalView, assistantLimits } from '../../../../lib/assistant-messages.ts';
import { type ApprovalsEvent, foldApprovals, noApprovals, selectAsked } from './approvals-state.ts';
import { ana, ben, buildApproval, buildApproved } from './testing.ts';

const first = buildApproval();
const second = buildApproval({ id: 'apr_01JD0000000000000000000001', tool: 'createTask' });
const listed = (
  approvals = [first],
  mine: ApprovalView['id'][] = approvals.map(({ id }) => id),
): ApprovalsEvent & { type: 'listed' } => ({
  type: 'listed',
  approvals,
  mine,
  withdrawable: [],
  me: ana.id,
});
const asked = (...events: ApprovalsEvent[]) =>
  selectAsked(events.reduce(foldApprovals, noApprovals), 100_000);

describe(foldApprovals, () => {
  test('opens a popup for what the agent asks, once however often it asks', () => {
    const request = { type: 'requested', approval: first } as const;
    expect(asked(request, request, listed())).toMatchObject({ current: first, waiting: [first] });
  });

  test('shows one after the other, in the order in which they came', () => {
    const events: ApprovalsEvent[] = [
      { type: 'requested', approval: first },
      { type: 'requested', approval: second },
    ];
    expect(asked(...events).current).toEqual(first);
    expect(asked(...events, { type: 'aside', id: first.id })).toMatchObject({
      current: second,
      waiting: [first, second],
    });
  });

  test('keeps a popup for a minute from when it was seen, then it is a badge', () => {
    const seen = (atMs: number): ApprovalsEvent => ({ type: 'shown', id: first.id, atMs });
    const justSeen = 100_000 - assistantLimits.popupMs + 1;
    expect(asked(listed(), seen(justSeen))).toMatchObject({ current: first, untilMs: 100_001 });
    expect(asked(listed(), seen(justSeen - 1))).toMatchObject({ current: null, waiting: [first] });
  });

  test('counts the minute once, also when the popup was covered meanwhile', () => {
    const seen = (atMs: number): ApprovalsEvent => ({ type: 'shown', id: first.id, atMs });
    expect(asked(listed(), seen(50_000), seen(90_000)).untilMs).toBe(110_000);
    expect(asked(listed(), { type: 'held', id: first.id }, seen(50_000)).untilMs).toBeNull();
  });

  test('says when time alone will change it', () => {
    const soon = buildApproval({ expiresAtMs: 105_000 });
    expect(asked(listed([soon]), { type: 'shown', id: soon.id, atMs: 50_000 }).nextMs).toBe(105_000);
    expect(asked().nextMs).toBeNull();
  });

  test('keeps a popup open in which somebody is busy', () => {
    const events: ApprovalsEvent[] = [listed(), { type: 'shown', id: first.id, atMs: 0 }];
    expect(asked(...events, { type: 'held', id: first.id })).toMatchObject({ current: first, untilMs: null });
  });

  test('gives a stand-in a badge and no popup', () => {
    const bens = buildApproval({ approver: ben });
    expect(asked(listed([bens]))).toMatchObject({ current: null, waiting: [bens] });
    expect(asked(listed([bens]), { type: 'held', id: bens.id }).current).toEqual(bens);
  });

  test('gives a stand-in whom the agent asks a popup, once', () => {
    const bens = buildApproval({ approver: ben });
    const request: ApprovalsEvent = { type: 'requested', approval: bens };
    expect(asked(listed([bens], []), listed([bens]), request).current).toEqual(bens);
    expect(asked(request, { type: 'aside', id: bens.id }, listed([bens]), request).current).toBeNull();
  });

  test('offers to take back what waits for others, and not what waits for this person', () => {
    const bens = buildApproval({ approver: ben });
    const both = { ...listed([first], [first.id]), approvals: [first, bens], withdrawable: [first.id] };
    expect(asked(both).withdrawable).toEqual([]);
    const others = { ...listed([bens], []), withdrawable: [bens.id] };
    expect(asked(others)).toMatchObject({ waiting: [], withdrawable: [bens] });
  });

  test('asks nothing of those who may not decide', () => {
    expect(asked(listed([first], [])).waiting).toEqual([]);
  });

  test('never goes back, also when an older answer of the server comes late', () => {
    const running = buildApproved();
    const done = buildApproved({ action: { ...running.action!, status: 'done', message: 'Planned.' } });
    const state = [listed([done], []), listed([running], []), listed()].reduce(foldApprovals, noApprovals);
    expect(state.get(first.id)?.view).toEqual(done);
    expect(selectAsked(state, 0).waiting).toEqual([]);
  });

  test('does not ask about what has expired', () => {
    expect(asked(listed([buildApproval({ expiresAtMs: 100_000 })])).waiting).toEqual([]);
  });
});
