import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, LoaderCircle } from 'lucide-react';
import type { StageState, StageView } from '../../../../lib/summary.ts';
import { describeStage, nameOfStage } from './stage-words.ts';

/** Every step that follows a meeting: how far it is, in a sign and in words. */
export function StageList({ stages }: { stages: readonly StageView[] }) {
  return (
    <ol className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {stages.map((view) => (
        <li key={view.stage} data-stage={view.stage} data-state={view.state} className="flex gap-2.5 text-sm">
          <StateSign state={view.state} />
          <span className="min-w-0">
            <span className="block font-medium">{nameOfStage(view.stage)}</span>
            <span className="block text-ink-soft">{describeStage(view)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function StateSign({ state }: { state: StageState }) {
  const common = { 'aria-hidden': true, size: 18 } as const;
  switch (state) {
    case 'waiting':
      return <CircleDashed {...common} className="mt-px shrink-0 text-ink-faint" />;
    case 'working':
      return <LoaderCircle {...common} className="mt-px shrink-0 animate-spin text-accent" />;
    case 'done':
      return <CircleCheck {...common} className="mt-px shrink-0 text-accent" />;
    case 'skipped':
      return <CircleMinus {...common} className="mt-px shrink-0 text-ink-faint" />;
    case 'failed':
      return <CircleAlert {...common} className="mt-px shrink-0 text-danger" />;
    default:
      return state satisfies never;
  }
}
