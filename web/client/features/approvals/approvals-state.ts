/**
 * Folds proposals as they arrive (called for by the agent, listed by web, answered here) into what this person is
 * asked now. The same proposals give the same state in whatever order and however often they arrive.
 */
import {
  type ActionStatus,
  type ApprovalList,
  type ApprovalView,
  assistantLimits,
} from '../../../../lib/assistant-messages.ts';

/**
 * `queued`: its popup has not been seen yet. `open`: until a moment of the page's clock, or with null until the person
 * closes it. `aside`: a badge.
 */
export type PopupState =
  | { status: 'queued' }
  | { status: 'open'; untilMs: number | null }
  | { status: 'aside' };

interface KnownApproval {
  view: ApprovalView;
  /** This person may decide it now. */
  mine: boolean;
  /** This person may take it back now. */
  withdrawable: boolean;
  /** It was put to this person, and not only to somebody for whom they could answer. */
  asked: boolean;
  popup: PopupState;
}

/** In the order in which this page heard of them. */
export type ApprovalsState = ReadonlyMap<ApprovalView['id'], KnownApproval>;

export type ApprovalsEvent =
  /** The agent asks this person. */
  | { type: 'requested'; approval: ApprovalView }
  /** All that web shows to this person. `me` is their participant id. */
  | ({ type: 'listed'; me: string } & ApprovalList)
  | { type: 'answered'; approval: ApprovalView }
  | { type: 'shown'; id: ApprovalView['id']; atMs: number }
  /** The person is busy with it: it stays open. */
  | { type: 'held' | 'aside'; id: ApprovalView['id'] };

export const noApprovals: ApprovalsState = new Map();

export function foldApprovals(state: ApprovalsState, event: ApprovalsEvent): ApprovalsState {
  switch (event.type) {
    case 'requested':
      return put(state, event.approval, { mine: true, asked: true, withdrawable: false });
    case 'answered':
      return put(state, event.approval, { mine: false, asked: false, withdrawable: false });
    case 'listed':
      return event.approvals.reduce(
        (next, approval) =>
          put(next, approval, {
            mine: event.mine.includes(approval.id),
            withdrawable: event.withdrawable.includes(approval.id),
            asked: approval.approver.id === event.me,
          }),
        state,
      );
    case 'shown':
      // The minute begins when it is seen first.
      return state.get(event.id)?.popup.status === 'queued'
        ? setPopup(state, event.id, { status: 'open', untilMs: event.atMs + assistantLimits.popupMs })
        : state;
    case 'held':
      return setPopup(state, event.id, { status: 'open', untilMs: null });
    case 'aside':
      return setPopup(state, event.id, { status: 'aside' });
    default:
      return event satisfies never;
  }
}

/** Whoever could only stand in for somebody has a badge, until the agent asks them instead. */
function put(
  state: ApprovalsState,
  view: ApprovalView,
  { mine, asked, withdrawable }: Pick<KnownApproval, 'mine' | 'asked' | 'withdrawable'>,
): ApprovalsState {
  const known = state.get(view.id);
  const wasAsked = known?.asked ?? false;
  return new Map(state).set(view.id, {
    view: known ? furtherOf(known.view, view) : view,
    mine,
    withdrawable,
    asked: asked || wasAsked,
    popup: known && (wasAsked || !asked) ? known.popup : { status: asked ? 'queued' : 'aside' },
  });
}

function setPopup(state: ApprovalsState, id: ApprovalView['id'], popup: PopupState): ApprovalsState {
  const known = state.get(id);
  return known ? new Map(state).set(id, { ...known, popup }) : state;
}

const progress: Record<ActionStatus, number> = { waiting: 1, running: 2, done: 3, failed: 3, unknown: 3 };

/** Proposals only move forward: the later of two views, the second where they are level. */
function furtherOf(known: ApprovalView, next: ApprovalView): ApprovalView {
  return rank(next) >= rank(known) ? next : known;
}

function rank({ state, action }: ApprovalView): number {
  if (state === 'pending') return 0;
  return 1 + (action ? progress[action.status] : 0);
}

export interface Asked {
  /** The one in the popup. */
  current: ApprovalView | null;
  /** When its popup becomes a badge; null when it stays. */
  untilMs: number | null;
  /** Everything that waits for this person, oldest first. */
  waiting: readonly ApprovalView[];
  /** What waits for others and this person may take back. */
  withdrawable: readonly ApprovalView[];
  /** When time alone will change this; null when it will not. */
  nextMs: number | null;
}

/** What to ask the person at this moment, by the page's clock in Unix milliseconds. */
export function selectAsked(state: ApprovalsState, nowMs: number): Asked {
  const pending = [...state.values()].filter(
    ({ view }) => view.state === 'pending' && view.expiresAtMs > nowMs,
  );
  const waiting = pending.filter(({ mine }) => mine);
  const withdrawable = pending.filter((each) => each.withdrawable && !each.mine);
  const isOpen = ({ popup }: KnownApproval) =>
    popup.status === 'open' && (popup.untilMs === null || popup.untilMs > nowMs);
  const current = waiting.find(isOpen) ?? waiting.find(({ popup }) => popup.status === 'queued');
  const untilMs = current?.popup.status === 'open' ? current.popup.untilMs : null;
  const next = Math.min(untilMs ?? Infinity, ...pending.map(({ view }) => view.expiresAtMs));
  return {
    current: current?.view ?? null,
    untilMs,
    waiting: waiting.map(({ view }) => view),
    withdrawable: withdrawable.map(({ view }) => view),
    nextMs: next === Infinity ? null : next,
  };
}
