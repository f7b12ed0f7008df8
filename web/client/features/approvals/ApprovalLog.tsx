import { CircleAlert, CircleCheck, CircleHelp, CircleX, Clock, LoaderCircle, Undo2 } from 'lucide-react';
import type { ActionLog, ApprovalView, LineRef } from '../../../../lib/assistant-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type LogLine, logLines, refusedLines } from './log-lines.ts';
import { MarkedText } from './MarkedText.tsx';
import { summaryOf } from './summary.ts';
import { formOf } from './tool-form.ts';

interface ApprovalLogProps {
  approvals: readonly ApprovalView[];
  log: ActionLog['log'];
  /** Those that the reader may take back. */
  withdrawable: readonly string[];
  onWithdraw(id: ApprovalView['id']): void;
  /** Null where there are no older ones. */
  onOlder: (() => void) | null;
  timeZone: string;
  onShowLine: ((line: LineRef) => void) | null;
}

/** Every proposal of a meeting, and who did what to it. Oldest first. */
export function ApprovalLog({ approvals, log, onOlder, withdrawable, ...rest }: ApprovalLogProps) {
  const sorted = approvals.toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  const refused = refusedLines(log);
  return (
    <ol className="divide-y divide-line">
      {onOlder && (
        <li className="px-5 py-3">
          <Button onClick={onOlder}>Show older proposals</Button>
        </li>
      )}
      {sorted.map((approval) => (
        <LogEntry
          key={approval.id}
          approval={approval}
          lines={logLines(approval, log)}
          mayWithdraw={withdrawable.includes(approval.id)}
          {...rest}
        />
      ))}
      {refused.length > 0 && (
        <li className="px-5 py-4">
          <p className="mb-1.5 font-medium text-sm">Asked for and not possible</p>
          <Lines lines={refused} timeZone={rest.timeZone} />
        </li>
      )}
    </ol>
  );
}

interface LogEntryProps extends Pick<ApprovalLogProps, 'timeZone' | 'onShowLine' | 'onWithdraw'> {
  approval: ApprovalView;
  lines: LogLine[];
  mayWithdraw: boolean;
}

function LogEntry({ approval, lines, timeZone, mayWithdraw, onShowLine, onWithdraw }: LogEntryProps) {
  const { tool, cause, state, approver, expiresAtMs } = approval;
  return (
    <li data-log={approval.id} className="flex gap-3 px-5 py-4 text-sm">
      <StateIcon approval={approval} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{formOf(tool).title}</span>
          {cause && onShowLine && (
            <button
              type="button"
              onClick={() => onShowLine(cause)}
              className="text-accent underline underline-offset-2"
            >
              Show the line
            </button>
          )}
        </p>
        <p className="mb-1.5 line-clamp-3 text-ink-soft">
          <MarkedText text={summaryOf(approval, timeZone)} />
        </p>
        <Lines lines={lines} timeZone={timeZone} />
        {state === 'pending' && (
          <p className="mt-0.5 text-warn">
            Waits for <bdi>{approver.name}</bdi>, until{' '}
            {new Date(expiresAtMs).toLocaleString('en-GB', {
              dateStyle: 'medium',
              timeStyle: 'short',
              timeZone,
            })}
          </p>
        )}
        {mayWithdraw && (
          <Button className="mt-2" onClick={() => onWithdraw(approval.id)}>
            <Undo2 aria-hidden size={16} />
            Take back
          </Button>
        )}
      </div>
    </li>
  );
}

function Lines({ lines, timeZone }: { lines: LogLine[]; timeZone: string }) {
  return (
    <ul className="flex flex-col gap-0.5 text-ink-faint text-sm">
      {lines.map(({ id, atMs, text, bad }) => (
        <li key={id} className="flex gap-2.5">
          <time className="shrink-0 tabular-nums">
            {new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })}
          </time>
          <span className={bad ? 'text-danger' : undefined}>
            <MarkedText text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function StateIcon({ approval: { state, action } }: { approval: ApprovalView }) {
  const common = { 'aria-hidden': true, size: 18 } as const;
  const look = 'mt-px shrink-0';
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
