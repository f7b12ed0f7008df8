import type { AgentEvent } from '../../lib/assistant-messages.ts';
import type { Id } from '../../lib/ids.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';

/** What is said when a proposal is decided or carried out; null where nothing has to be said. */
export interface OutcomeSentence {
  /** The same for the same outcome, whoever tells it: nothing is stored twice, and no question gets this id. */
  replyId: Id<'rpl'>;
  text: string;
}

export function outcomeSentence({ type, approval }: AgentEvent): OutcomeSentence | null {
  const { id, tool, state, decision, action } = approval;
  const what = lowerFirst(findEffectTool(tool)?.title ?? 'do that');
  if (type === 'action.finished') {
    if (!action) return null;
    return { replyId: replyIdOf(action.id), text: action.message || finishedWithout(action.status, what) };
  }
  const replyId = replyIdOf(id);
  if (state === 'expired')
    return { replyId, text: `Nobody answered the proposal to ${what}, so I let it go.` };
  if (state === 'cancelled')
    return { replyId, text: `${decision?.by?.name ?? 'Somebody'} took back the proposal to ${what}.` };
  if (state !== 'rejected') return null;
  const why = decision?.reason ? ` The reason: ${decision.reason}` : '';
  return { replyId, text: `${decision?.by?.name ?? 'Somebody'} rejected the proposal to ${what}.${why}` };
}

function finishedWithout(status: string, what: string): string {
  if (status === 'done') return `Done: I could ${what}.`;
  if (status === 'failed') return `I could not ${what}.`;
  return `I cannot tell whether I could ${what}. Please check before anybody tries again.`;
}

const replyIdOf = (id: string): Id<'rpl'> => `rpl_${id.slice(id.indexOf('_') + 1)}`;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
