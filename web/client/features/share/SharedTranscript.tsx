import type { SharedMeeting } from '../../../../lib/shares.ts';
import { describeGap } from '../captions/describe-gap.ts';
import { formatTime } from '../captions/format-time.ts';
import { Card } from '../meetings/Card.tsx';

interface SharedTranscriptProps {
  transcript: NonNullable<SharedMeeting['transcript']>;
  /** Plays the recording from a time on; null where none was shared. */
  onPlayAt: ((ms: number) => void) | null;
}

/** Everything that was said, in order, with the stretches in which nobody listened. */
export function SharedTranscript({ transcript: { lines, gaps }, onPlayAt }: SharedTranscriptProps) {
  const rows = [
    ...lines.map((line) => ({ key: `${line.epoch}.${line.seq}`, startMs: line.startMs, line, gap: null })),
    ...gaps.map((gap) => ({ key: gap.id, startMs: gap.startMs, line: null, gap })),
  ].toSorted((a, b) => a.startMs - b.startMs);
  return (
    <Card title="Transcript">
      {rows.length === 0 && <p className="px-5 py-4 text-ink-faint text-sm">Nothing was said.</p>}
      <ol className="divide-y divide-line">
        {rows.map(({ key, startMs, line, gap }) => (
          // Hours of talk stay quick: what is out of sight is not laid out.
          <li key={key} className="px-5 py-3 [contain-intrinsic-size:auto_4rem] [content-visibility:auto]">
            {line ? (
              <>
                <p className="flex items-baseline gap-2 text-sm">
                  <span className="font-medium">{line.speaker}</span>
                  {onPlayAt ? (
                    <button
                      type="button"
                      aria-label={`Play from ${formatTime(startMs)}`}
                      onClick={() => onPlayAt(startMs)}
                      className="rounded px-1 text-ink-faint tabular-nums underline decoration-line-strong underline-offset-2 hover:text-ink"
                    >
                      {formatTime(startMs)}
                    </button>
                  ) : (
                    <span className="text-ink-faint tabular-nums">{formatTime(startMs)}</span>
                  )}
                </p>
                <p className="mt-0.5 break-words">{line.text}</p>
              </>
            ) : (
              <p className="text-ink-faint text-sm">{describeGap(gap)}</p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
