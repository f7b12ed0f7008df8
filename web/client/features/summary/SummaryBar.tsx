import { History, PenLine, RefreshCw } from 'lucide-react';
import type { SummaryAnswer, SummaryView } from '../../../../lib/summary.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { formatClock, formatDay } from '../meetings/format-when.ts';
import { describeOrigin, templateNames } from './summary-words.ts';

interface SummaryBarProps {
  summary: SummaryView;
  versions: SummaryAnswer['versions'];
  /** Null: the newest. */
  onVersion(version: number | null): void;
  /** Null for those who may not. */
  onRewrite: (() => void) | null;
  /** A new version is on its way. */
  writing: boolean;
}

/** `18:05` today, `Tue 3 Mar 18:05` before: it stands in a narrow field. */
function formatMoment(atMs: number, nowMs: number): string {
  const day = formatDay(atMs, nowMs);
  const clock = formatClock(atMs);
  return day === formatDay(nowMs, nowMs) ? clock : `${day} ${clock}`;
}

/** By whom and from what the summary is, its versions, and having it written again. */
export function SummaryBar({ summary, versions, onVersion, onRewrite, writing }: SummaryBarProps) {
  const newest = versions[0]?.version ?? summary.version;
  const isOld = summary.version !== newest;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft text-sm sm:gap-x-4">
      <p className="flex w-full min-w-0 items-center gap-2 sm:w-auto">
        <PenLine aria-hidden size={15} className="shrink-0" />
        <span>
          {describeOrigin(summary)}
          {summary.template !== 'general' && ` · ${templateNames[summary.template]}`}
        </span>
      </p>
      {versions.length > 1 && (
        <label className="flex items-center gap-1.5">
          <History aria-hidden size={15} className="hidden sm:block" />
          <span className="sr-only">Version of the summary</span>
          <select
            value={summary.version}
            onChange={({ target }) =>
              onVersion(Number(target.value) === newest ? null : Number(target.value))
            }
            className="min-h-9 min-w-0 max-w-full rounded-lg border border-line bg-surface px-2"
          >
            {versions.map(({ version, createdAtMs }) => (
              <option key={version} value={version}>
                {`Version ${version}, ${formatMoment(createdAtMs, Date.now())}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {onRewrite && !isOld && (
        <Button onClick={onRewrite} disabled={writing} className="-my-1 ml-auto">
          <RefreshCw aria-hidden size={15} />
          Write again
        </Button>
      )}
      {writing && (
        <p role="status" className="flex w-full items-center gap-2 text-accent">
          <Spinner size={15} /> A new version is being written. This one stays until it is there.
        </p>
      )}
      {isOld && (
        <p className="flex w-full flex-wrap items-center gap-3 rounded-xl bg-warn-soft px-4 py-2.5 text-warn">
          This is an earlier version.
          <button
            type="button"
            onClick={() => onVersion(null)}
            className="font-medium underline underline-offset-2"
          >
            Show the newest
          </button>
        </p>
      )}
    </div>
  );
}
