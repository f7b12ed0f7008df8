import type { ActionStatus, ApprovalState, ApprovalView } from '../../lib/assistant-messages.ts';
import type { Evidence } from './evidence.ts';
import { findRequest } from './find-utterance.ts';

/** One proposal and what became of it. */
export interface ApprovalFigures {
  id: string;
  tool: string;
  /** Id in the timeline of the first screen on which it came up; null when it came up on none. */
  shownTo: string | null;
  /** Where somebody edited them, what they made of them: exactly what ran. */
  arguments: Record<string, unknown>;
  decision: 'approved' | 'edited' | 'rejected' | 'expired' | 'none';
  /** From the last voiced sample of the request to the popup. */
  shownMs: number | null;
  /** Null without an approval. */
  result: { status: ActionStatus | null; actionId: string | null };
}

/** All proposals of a rehearsal in the order in which they were made. */
export function measureApprovals(evidence: Evidence): ApprovalFigures[] {
  return proposalsOf(evidence).map((view) => {
    const shown = evidence.shown.find((each) => each.view.id === view.id);
    return {
      id: view.id,
      tool: view.tool,
      shownTo: shown?.speaker ?? null,
      arguments: view.arguments,
      decision: decisionOf(view.state),
      shownMs: shown ? waitOf(evidence, view, shown.atMs) : null,
      result: { status: view.action?.status ?? null, actionId: view.action?.id ?? null },
    };
  });
}

/** As web has them; what came up on a screen counts also where the list could not be read. */
function proposalsOf({ approvals, shown }: Evidence): ApprovalView[] {
  const byId = new Map(shown.map(({ view }) => [view.id, view]));
  for (const view of approvals ?? []) byId.set(view.id, view);
  return [...byId.values()].toSorted((a, b) => a.createdAtMs - b.createdAtMs);
}

function waitOf(evidence: Evidence, view: ApprovalView, atMs: number): number | null {
  const request = findRequest(evidence, { by: view.askedBy.id, cause: view.cause, beforeMs: atMs });
  return request?.voiced ? Math.round(atMs - request.voiced.lastAtMs) : null;
}

function decisionOf(state: ApprovalState): ApprovalFigures['decision'] {
  return state === 'pending' || state === 'cancelled' ? 'none' : state;
}
