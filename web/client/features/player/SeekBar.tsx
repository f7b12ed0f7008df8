import { formatTime } from '../captions/format-time.ts';
import type { Player } from './create-player.ts';
import type { Piece } from './pieces.ts';
import { usePlayerValue } from './usePlayer.ts';

/** Where something begins that is worth going to. */
export interface SeekMark {
  ms: number;
  title: string;
}

interface SeekBarProps {
  player: Player;
  pieces: readonly Piece[];
  lengthMs: number;
  marks: readonly SeekMark[];
}

const stepMs = 1_000;
const percent = (part: number, whole: number) => `${Math.min(100, Math.max(0, (part / whole) * 100))}%`;

/** The whole meeting as a line: what was recorded of it, where topics begin, and where the player stands. */
export function SeekBar({ player, pieces, lengthMs, marks }: SeekBarProps) {
  // A quarter of a second is less than one pixel of any meeting longer than five minutes.
  const ms = usePlayerValue((each) => Math.round(each.getMs() / 250) * 250, 0);
  return (
    <div className="relative flex h-11 min-w-0 flex-1 items-center">
      <div aria-hidden className="absolute inset-x-0 h-1.5 rounded-full border border-line bg-sunken">
        {pieces.map(({ id, startMs, endMs }) => (
          <span
            key={id}
            className="absolute inset-y-0 rounded-full bg-line-strong/60"
            style={{
              left: percent(startMs, lengthMs),
              width: percent(endMs - Math.max(0, startMs), lengthMs),
            }}
          />
        ))}
        <span
          className="absolute inset-y-0 left-0 rounded-full bg-accent"
          style={{ width: percent(ms, lengthMs) }}
        />
      </div>
      <input
        type="range"
        aria-label="Place in the meeting"
        aria-valuetext={`${formatTime(ms)} of ${formatTime(lengthMs)}`}
        min={0}
        max={lengthMs}
        step={stepMs}
        value={Math.min(ms, lengthMs)}
        onChange={({ target }) => player.seek(Number(target.value))}
        className="seek-bar absolute inset-x-0 h-11 w-full"
      />
      {marks.map(({ ms: at, title }) => (
        <button
          key={`${at} ${title}`}
          type="button"
          tabIndex={-1}
          aria-hidden
          title={`${formatTime(at)} ${title}`}
          onClick={() => player.seek(at)}
          className="absolute top-1 h-3 w-2 -translate-x-1/2 after:absolute after:inset-y-0 after:left-[3px] after:w-0.5 after:rounded-full after:bg-ink-faint hover:after:bg-accent"
          style={{ left: percent(at, lengthMs) }}
        />
      ))}
    </div>
  );
}
