import type { Recording } from './folder.ts';
import type { Figures } from './measure.ts';

/** What the AI participant answered, and from which lines it knew. */
export function describeReplies({ utterances }: Recording, { replies }: Figures): string[] {
  return replies.flatMap(({ utterance, askedBy, text, citations, firstAudioMs }) => {
    const asked = utterances.find(({ index }) => index === utterance)?.text ?? '';
    const sources = citations.map((each) => each.utterance ?? `line ${each.lineId}`).join(', ');
    const heard = firstAudioMs === null ? 'not heard' : `heard after ${firstAudioMs} ms`;
    return [
      `${utterance} ${askedBy}: ${asked}`,
      `  -> ${text} (${heard}${sources === '' ? '' : `, from utterance ${sources}`})`,
    ];
  });
}

/** What it proposed, to whom, and what they made of it. */
export function describeApprovals({ approvals }: Figures): string[] {
  return approvals.map(({ tool, shownTo, shownMs, decision, result, arguments: args }) => {
    const wait = shownMs === null ? '' : ` after ${shownMs} ms`;
    const shown = shownTo === null ? 'shown to nobody' : `shown to ${shownTo}${wait}`;
    const outcome = result.status === null ? decision : `${decision}, ${result.status}`;
    return `${tool} ${JSON.stringify(args)}: ${shown}, ${outcome}`;
  });
}

/** Whether what was approved is really there. */
export function describePlans({ plans, approvals }: Figures): string[] {
  if (plans === null) {
    const done = approvals.some(({ result }) => result.status === 'done');
    return done
      ? ['not looked for: only in a Parley of our own are all mails and calendars ours to read']
      : [];
  }
  return plans.map(({ title, planned, invited, inFeed }) => {
    const event = planned ? 'is planned' : 'is NOT in the list of meetings';
    const mails = invited.length > 0 ? `invited by mail: ${invited.join(', ')}` : 'NO invitation that parses';
    const feed = inFeed ? 'in the calendar feed' : 'NOT in the calendar feed';
    return `"${title}" ${event}; ${mails}; ${feed}`;
  });
}
