import type { ActionLog, ApprovalView } from '../../../../lib/assistant-messages.ts';
import { changedFields } from './changed-fields.ts';

type LogEvent = ActionLog['log'][number];

export interface LogLine {
  id: number;
  atMs: number;
  text: string;
  bad: boolean;
}

/** The history of one proposal in sentences, oldest first. */
export function logLines(approval: ApprovalView, log: readonly LogEvent[]): LogLine[] {
  return log
    .filter((event) => event.approvalId === approval.id)
    .flatMap((event) => {
      const words = wordsOf(event, approval);
      return words === null ? [] : [{ id: event.id, atMs: event.atMs, text: words, bad: isBad(event) }];
    });
}

/** What was asked for and never became a proposal. */
export function refusedLines(log: readonly LogEvent[]): LogLine[] {
  return log
    .filter(({ approvalId }) => approvalId === null)
    .map((event) => ({ id: event.id, atMs: event.atMs, text: withNote('Not proposed', event), bad: false }));
}

function isBad({ event }: LogEvent): boolean {
  return event === 'failed' || event === 'unknown';
}

/** Null for what says nothing to a person: the step after it does. */
function wordsOf(entry: LogEvent, approval: ApprovalView): string | null {
  const { event, by } = entry;
  switch (event) {
    case 'proposed':
      return withNote(`Asked for by ${approval.askedBy.name}`, entry);
    case 'shown':
      return withNote(`Shown to ${by?.name ?? approval.approver.name}`, entry);
    case 'approved':
      return withNote(`Approved by ${by?.name ?? 'somebody'}`, entry);
    case 'edited':
      return withNote(`Changed${changes(approval)} and approved by ${by?.name ?? 'somebody'}`, entry);
    case 'rejected':
      return withNote(`Rejected by ${by?.name ?? 'somebody'}`, entry);
    case 'expired':
      return 'Nobody answered in time; nothing was done';
    case 'cancelled':
      return withNote(`Taken back by ${by?.name ?? 'somebody'}`, entry);
    case 'refused':
      return withNote(by ? `Answer of ${by.name} not taken` : 'Not taken', entry);
    case 'done':
      return withNote('Done', entry);
    case 'failed':
      return withNote('Failed', entry);
    case 'unknown':
      return withNote('Not known whether it was done', entry);
    case 'pending':
    case 'waiting':
    case 'running':
      return null;
    default:
      return event satisfies never;
  }
}

function changes({ tool, arguments: args, decision }: ApprovalView): string {
  const fields = decision?.original ? changedFields(tool, decision.original, args) : [];
  return fields.length > 0 ? ` (${fields.join(', ')})` : '';
}

function withNote(words: string, { note }: LogEvent): string {
  return note === '' ? words : `${words}: ${note}`;
}
