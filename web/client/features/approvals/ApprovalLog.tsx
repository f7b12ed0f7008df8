import { CircleAlert, CircleCheck, CircleHelp, CircleX, Clock, LoaderCircle } from 'lucide-react';
import type { ApprovalView, LineRef } from '../../../../lib/assistant-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import { changedFields } from './changed-fields.ts';
import { describeOutcome } from './describe-outcome.ts';
import { MarkedText } from './MarkedText.tsx';
import { summaryOf } from './summary.ts';
import { formOf } from './tool-form.ts';

interface ApprovalLogProps {
  approvals: readonly ApprovalView[];
  timeZone: string;
  onShowLine: ((line: LineRef) => void) | null;
}

/** Every proposal of a meeting: who asked, who decided what and when, and what came of it. Oldest first. */
export function ApprovalLog({ approvals, timeZone, onShowLine }: ApprovalLogProps) {
  const sorted = approvals.toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  return (
    <ol className="divide-y divide-line">
      {sorted.map((approval) => (
        <LogEntry key={approval.id} approval={approval} timeZone={timeZone} onShowLine={onShowLine} />
      ))}
    </ol>
  );
}

function LogEntry({
  approval,
  timeZone,
  onShowLine,
}: Omit<ApprovalLogProps, 'approvals'> & { approval: ApprovalView }) {
  const { tool, askedBy, approver, createdAtMs, decision, cause } = approval;
  const clock = (ms: number) =>
    new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const outcome = describeOutcome(approval);
  return (
    <li data-log={approval.id} className="flex gap-3 px-5 py-4">
      <StateIcon approval={approval} />
      <div className="min-w-0 flex-1 text-sm">
        <p className="font-medium">{formOf(tool).title}</p>
        <p className="line-clamp-3 text-ink-soft">
          <MarkedText text={summaryOf(approval, timeZone)} />
        </p>
        <ul className="mt-1.5 flex flex-col gap-0.5 text-ink-faint">
          <li>
            {clock(createdAtMs)} asked for by {askedBy.name}
            {cause && onShowLine && (
              <button
                type="button"
                onClick={() => onShowLine(cause)}
                className="ml-1.5 text-accent underline underline-offset-2"
              >
                Show the line
              </button>
            )}
          </li>
          {decision && approval.state !== 'expired' && (
            <li>
              {clock(decision.atMs)} {decisionWords[approval.state]}
              {decision.by && ` by ${decision.by.name}`}
              {decision.reason && `: “${decision.reason}”`}
            </li>
          )}
          {decision?.original && (
            <li>Changed: {changedFields(tool, decision.original, approval.arguments).join(', ')}</li>
          )}
          <li className={outcome?.tone === 'bad' ? 'text-danger' : undefined}>
            {outcome
              ? approval.state !== 'rejected' && outcome.text
              : `Waits for ${approver.name}, until ${new Date(approval.expiresAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })}`}
          </li>
        </ul>
      </div>
    </li>
  );
}

const decisionWords: Record<ApprovalView['state'], string> = {
  pending: '',
  approved: 'approved',
  edited: 'changed and approved',
  rejected: 'rejected',
  expired: '',
  cancelled: 'called off',
};

function StateIcon({ approval: { state, action } }: { approval: ApprovalView }) {
  const common = { 'aria-hidden': true, size: 18 } as const;
  const look = 'mt-0.5 shrink-0';
  if (state === 'pending') return <Clock {...common} className={classNames(look, 'text-warn')} />;
  if (!action) return <CircleX {...common} className={classNames(look, 'text-ink-faint')} />;
  switch (action.status) {
    case 'waiting':
    case 'running':
      return <LoaderCircle {...common} className={classNames(look, 'animate-spin text-ink-soft')} />;
    case 'done':
      return <CircleCheck {...common} className={classNames(look, 'text-accent')} />;
    case 'failed':
      return <CircleAlert {...common} className={classNames(look, 'text-danger')} />;
    case 'unknown':
      return <CircleHelp {...common} className={classNames(look, 'text-danger')} />;
    default:
      return action.status satisfies never;
  }
}
