import { CircleAlert, Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { Spinner } from '../../ui/Spinner.tsx';
import { formatTime } from '../captions/format-time.ts';
import type { Player } from './create-player.ts';
import type { Piece } from './pieces.ts';
import { SeekBar, type SeekMark } from './SeekBar.tsx';
import { usePlayerValue } from './usePlayer.ts';
import { usePlayerKeys } from './usePlayerKeys.ts';

interface PlayerBarProps {
  player: Player;
  pieces: readonly Piece[];
  /** Of the meeting. */
  lengthMs: number;
  marks: readonly SeekMark[];
}

const skipMs = 10_000;
const rates = [0.75, 1, 1.25, 1.5, 1.75, 2];
const button =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink';

/** Plays the meeting, at the foot of its page. */
export function PlayerBar({ player, pieces, lengthMs, marks }: PlayerBarProps) {
  const status = usePlayerValue((each) => each.getStatus(), 'paused');
  const seconds = usePlayerValue((each) => Math.floor(each.getMs() / 1_000), 0);
  const rate = usePlayerValue((each) => each.getRate(), 1);
  usePlayerKeys(player, skipMs);
  const isOn = status === 'playing' || status === 'loading';
  const skip = (by: number) => player.seek(Math.max(0, player.getMs() + by));
  return (
    <section
      aria-label="Player"
      data-status={status}
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur"
    >
      <div className="mx-auto flex max-w-7xl flex-col gap-x-4 px-4 py-2 sm:flex-row sm:items-center sm:px-8">
        <div className="order-2 flex items-center justify-center gap-1 sm:order-1">
          <button
            type="button"
            title="Back 10 seconds (J)"
            aria-label="Back 10 seconds"
            onClick={() => skip(-skipMs)}
            className={button}
          >
            <RotateCcw aria-hidden size={19} />
          </button>
          <button
            type="button"
            title={isOn ? 'Pause (K)' : 'Play (K)'}
            aria-label={isOn ? 'Pause' : 'Play'}
            onClick={() => (isOn ? player.pause() : player.play())}
            className="inline-flex size-12 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent hover:bg-accent-hover"
          >
            {status === 'loading' ? (
              <Spinner size={20} />
            ) : isOn ? (
              <Pause aria-hidden size={20} fill="currentColor" />
            ) : (
              <Play aria-hidden size={20} fill="currentColor" className="ml-0.5" />
            )}
          </button>
          <button
            type="button"
            title="On 10 seconds (L)"
            aria-label="On 10 seconds"
            onClick={() => skip(skipMs)}
            className={button}
          >
            <RotateCw aria-hidden size={19} />
          </button>
          <label className="ml-1">
            <span className="sr-only">Speed</span>
            <select
              value={rate}
              onChange={({ target }) => player.setRate(Number(target.value))}
              className="min-h-10 rounded-lg bg-transparent px-1.5 text-ink-soft text-sm tabular-nums hover:bg-sunken"
            >
              {rates.map((each) => (
                <option key={each} value={each}>
                  {each}×
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="order-1 flex min-w-0 flex-1 items-center gap-3 sm:order-2">
          <span className="w-12 shrink-0 text-right text-ink-soft text-xs tabular-nums">
            {formatTime(seconds * 1_000)}
          </span>
          <SeekBar player={player} pieces={pieces} lengthMs={lengthMs} marks={marks} />
          <span className="w-12 shrink-0 text-ink-faint text-xs tabular-nums">{formatTime(lengthMs)}</span>
        </div>
        {status === 'failed' && (
          <p role="alert" className="order-3 flex items-center gap-2 text-danger text-sm">
            <CircleAlert aria-hidden size={16} /> The sound cannot be played.
            <button type="button" onClick={player.play} className="underline underline-offset-2">
              Try again
            </button>
          </p>
        )}
      </div>
    </section>
  );
}
