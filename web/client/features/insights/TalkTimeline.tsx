import { useMemo } from 'react';
import type { LineView } from '../../../../lib/line-messages.ts';
import { hueOf } from '../../ui/initials.ts';
import { formatTime } from '../captions/format-time.ts';
import type { SeekMark } from '../player/SeekBar.tsx';
import { usePlayer, usePlayerValue } from '../player/usePlayer.ts';
import { coverStretches, type SpeakerFigures } from './figures.ts';

interface TalkTimelineProps {
  lines: readonly LineView[];
  speakers: readonly SpeakerFigures[];
  topics: readonly SeekMark[];
  lengthMs: number;
}

/** Bars of a lane: each stands for as much time as its part of the meeting. */
const stretches = 250;
const barWidth = 1_000 / stretches;

/** One lane for each person, over the length of the meeting: the higher a bar, the more they spoke then. The table beside it says the same in figures. */
export function TalkTimeline({ lines, speakers, topics, lengthMs }: TalkTimelineProps) {
  const player = usePlayer();
  const atMs = usePlayerValue(
    (each) => (each.hasMoved() ? Math.round(each.getMs() / 1_000) * 1_000 : -1),
    -1,
  );
  const lanes = useMemo(() => {
    const bySpeaker = Map.groupBy(
      lines.filter(({ kind }) => kind === 'speech'),
      ({ speaker }) => speaker,
    );
    return speakers.map((each) => ({
      ...each,
      bars: coverStretches(bySpeaker.get(each.speaker) ?? [], lengthMs, stretches),
    }));
  }, [lines, speakers, lengthMs]);
  const x = (ms: number) => (ms / Math.max(1, lengthMs)) * 1_000;
  return (
    <div className="rounded-2xl border border-line bg-surface px-4 py-4 sm:px-5">
      <ul className="flex flex-col gap-3">
        {lanes.map(({ speaker, name, share, bars }) => (
          <li key={speaker} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[8rem_1fr_2.5rem]">
            <span className="flex items-baseline justify-between gap-2 text-sm">
              <span className="truncate">{name}</span>
              <span className="text-ink-faint tabular-nums sm:hidden">{Math.round(share * 100)} %</span>
            </span>
            <svg
              aria-hidden
              viewBox="0 0 1000 20"
              preserveAspectRatio="none"
              shapeRendering="crispEdges"
              className="h-5 w-full rounded bg-sunken"
            >
              {bars.map((covered, at) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                  key={at}
                  x={at * barWidth}
                  y={20 - 20 * covered}
                  width={barWidth}
                  height={20 * covered}
                  fill={`oklch(0.62 0.11 ${hueOf(speaker)})`}
                />
              ))}
              {topics.map(({ ms, title }) => (
                <line
                  key={`${ms} ${title}`}
                  {...{ x1: x(ms), x2: x(ms), y1: 0, y2: 20 }}
                  stroke="var(--ink-faint)"
                  strokeDasharray="3 2"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {atMs >= 0 && (
                <line
                  {...{ x1: x(atMs), x2: x(atMs), y1: 0, y2: 20 }}
                  stroke="var(--accent)"
                  strokeWidth={2}
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </svg>
            <span className="hidden text-right text-ink-soft text-sm tabular-nums sm:inline">
              {Math.round(share * 100)} %
            </span>
          </li>
        ))}
      </ul>
      <p
        aria-hidden
        className="mt-1.5 flex justify-between text-ink-faint text-xs tabular-nums sm:mr-[3.25rem] sm:ml-[8.75rem]"
      >
        <span>0:00</span>
        <span>{formatTime(lengthMs)}</span>
      </p>
      {topics.length > 0 && (
        <ol className="mt-4 flex flex-col gap-0.5 border-line border-t pt-3 text-sm">
          {topics.map(({ ms, title }) => (
            <li key={`${ms} ${title}`} className="flex items-baseline gap-3 py-0.5">
              {player ? (
                <button
                  type="button"
                  onClick={() => {
                    player.seek(ms);
                    player.play();
                  }}
                  aria-label={`Go to ${formatTime(ms)}, ${title}`}
                  className="w-12 shrink-0 text-left text-ink-soft tabular-nums underline-offset-2 hover:text-accent hover:underline"
                >
                  {formatTime(ms)}
                </button>
              ) : (
                <span className="w-12 shrink-0 text-ink-soft tabular-nums">{formatTime(ms)}</span>
              )}
              {title}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
