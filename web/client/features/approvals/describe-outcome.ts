import type { ActionStatus, ApprovalView } from '../../../../lib/assistant-messages.ts';
import { formOf } from './tool-form.ts';

export interface Outcome {
  /** `busy`: more will follow. */
  tone: 'busy' | 'good' | 'bad' | 'plain';
  text: string;
}

/** What became of a proposal, for the person `me`; null while it waits for an answer. */
export function describeOutcome({ tool, state, decision, action }: ApprovalView, me: string): Outcome | null {
  const { title } = formOf(tool);
  const by = decision?.by && decision.by.id !== me ? ` by ${decision.by.name}` : '';
  switch (state) {
    case 'pending':
      return null;
    case 'rejected':
      return {
        tone: 'plain',
        text: `${title}: rejected${by}.${decision?.reason ? ` “${decision.reason}”` : ''}`,
      };
    case 'expired':
      return { tone: 'plain', text: `${title}: nobody answered in time, so nothing was done.` };
    case 'cancelled':
      return { tone: 'plain', text: `${title}: taken back${by}.` };
    case 'approved':
    case 'edited':
      return describeAction(title, by, action?.status ?? 'waiting', action?.message ?? '');
    default:
      return state satisfies never;
  }
}

function describeAction(title: string, by: string, status: ActionStatus, message: string): Outcome {
  switch (status) {
    case 'waiting':
    case 'running':
      return { tone: 'busy', text: `${title}: approved${by}, on its way.` };
    case 'done':
      return { tone: 'good', text: message || `${title}: done.` };
    case 'failed':
      return { tone: 'bad', text: message || `${title}: this did not work. Nothing was done.` };
    case 'unknown':
      return {
        tone: 'bad',
        text: message || `${title}: it is not known whether this was done. Look before you ask again.`,
      };
    default:
      return status satisfies never;
  }
}
