import { FileText } from 'lucide-react';
import type { StageView } from '../../../../lib/summary.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useAfterMeeting } from '../after/after-context.ts';
import { isMoving } from '../after/stage-poll.ts';
import { describeStage } from '../after/stage-words.ts';
import { useLines } from '../lines/useLines.ts';

interface NoSummaryProps {
  /** Null for a meeting of which nobody has asked for a summary. */
  stage: StageView | null;
  /** Null for those who may not have it written. */
  onWrite: (() => void) | null;
}

/** Why there is no summary, and what can be done. */
export function NoSummary({ stage, onWrite }: NoSummaryProps) {
  const { meetingId } = useAfterMeeting();
  const lines = useLines(meetingId).data?.lines ?? [];
  if (stage && isMoving(stage)) return <Writing />;
  const failed = stage?.state === 'failed';
  const skipped = stage?.state === 'skipped';
  // An agent that was cut off delivers what was said long after the end.
  const isLate = skipped && lines.some(({ kind }) => kind === 'speech');
  return (
    <div className="flex flex-col items-center rounded-2xl border border-line border-dashed px-6 py-12 text-center">
      <span className="mb-4 flex size-12 items-center justify-center rounded-2xl bg-accent-soft text-accent">
        <FileText aria-hidden size={24} />
      </span>
      <p className="font-medium">{failed ? 'The summary could not be written' : 'There is no summary'}</p>
      <p className="mt-1 max-w-sm text-pretty text-ink-soft text-sm">
        {isLate && 'The words of this meeting came in after its end.'}
        {!isLate &&
          (stage && stage.state !== 'done' ? describeStage(stage) : 'The transcript is all that was kept.')}
      </p>
      {onWrite && (!skipped || isLate) && (
        <Button look="primary" onClick={onWrite} className="mt-5">
          {failed ? 'Try again' : 'Write one'}
        </Button>
      )}
    </div>
  );
}

function Writing() {
  const widths = ['w-full', 'w-11/12', 'w-4/5', 'w-2/3'];
  return (
    <div>
      <p role="status" className="flex items-center gap-3 text-ink-soft">
        <Spinner /> The summary is being written. It shows up here by itself.
      </p>
      <div aria-hidden className="mt-6 flex max-w-prose animate-pulse flex-col gap-3">
        {widths.map((width) => (
          <span key={width} className={`h-4 rounded bg-sunken ${width}`} />
        ))}
      </div>
    </div>
  );
}
