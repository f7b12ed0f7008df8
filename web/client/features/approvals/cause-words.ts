import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import type { TranscriptItem } from '../captions/transcript-items.ts';

/** The proposal with the words that led to it: a page in the room hears them before they are stored. */
export function withCauseWords(approval: ApprovalView, heard: readonly TranscriptItem[]): ApprovalView {
  const { cause } = approval;
  if (cause?.text !== '') return approval;
  const line = `${cause.epoch}.${cause.seq}`;
  const item = heard.findLast((each) => each.kind !== 'gap' && each.line === line);
  if (!item || item.kind === 'gap') return approval;
  return { ...approval, cause: { ...cause, speakerName: item.speakerName, text: item.text } };
}
