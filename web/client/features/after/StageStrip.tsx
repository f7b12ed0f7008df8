import type { StageView } from '../../../../lib/summary.ts';
import { classNames } from '../../ui/class-names.ts';
import { StageList } from './StageList.tsx';
import { isMoving } from './stage-poll.ts';
import { describeProgress } from './stage-words.ts';

const colours = {
  waiting: 'bg-line',
  working: 'animate-pulse bg-accent/60',
  done: 'bg-accent',
  skipped: 'bg-line-strong',
  failed: 'bg-danger',
};

/** What is still being done with the meeting, or could not be done. */
export function StageStrip({ stages }: { stages: readonly StageView[] }) {
  const progress = describeProgress(stages);
  const settled = stages.filter((view) => !isMoving(view)).length;
  return (
    <section
      aria-label="What follows the meeting"
      className="mt-6 rounded-2xl border border-line bg-surface px-5 py-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p role="status" className="font-medium text-sm">
          {progress ?? 'Not everything could be done.'}
        </p>
        <p className="text-ink-faint text-sm tabular-nums">
          {settled} of {stages.length}
        </p>
      </div>
      <div aria-hidden className="mt-3 mb-4 flex gap-1">
        {stages.map(({ stage, state }) => (
          <span key={stage} className={classNames('h-1.5 flex-1 rounded-full', colours[state])} />
        ))}
      </div>
      <StageList stages={stages} />
    </section>
  );
}
