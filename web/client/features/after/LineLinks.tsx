import { Play } from 'lucide-react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import { writeLineRef } from '../../../../lib/line-messages.ts';
import { formatTime } from '../captions/format-time.ts';
import { useAfterMeeting } from './after-context.ts';

/** As many as can be told apart at a glance. */
const most = 4;

/** Where something was said: each leads to its line, and plays it where it was recorded. */
export function LineLinks({ lines }: { lines: readonly LineRef[] }) {
  const { findLine, canPlay, showLine } = useAfterMeeting();
  const found = lines.flatMap((line) => findLine(line) ?? []).slice(0, most);
  if (found.length === 0) return null;
  return (
    <span className="inline-flex flex-wrap gap-1 align-baseline">
      {found.map((line) => {
        const time = formatTime(line.startMs);
        return (
          <button
            key={writeLineRef(line)}
            type="button"
            onClick={() => showLine(line)}
            title={`${line.speakerName}: ${line.text}`}
            aria-label={`Go to ${time}, ${line.speakerName}`}
            className="inline-flex min-h-6 items-center gap-1 rounded-md bg-sunken px-1.5 text-ink-soft text-xs tabular-nums hover:bg-accent-soft hover:text-accent"
          >
            {canPlay(line) && <Play aria-hidden size={10} fill="currentColor" />}
            {time}
          </button>
        );
      })}
    </span>
  );
}
