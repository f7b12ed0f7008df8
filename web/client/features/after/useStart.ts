import { useEffect, useRef } from 'react';
import { type LineView, readLineRef } from '../../../../lib/line-messages.ts';
import type { Player } from '../player/create-player.ts';

export interface Start {
  /** `epoch.seq`. */
  line?: string | undefined;
  /** Milliseconds of the meeting. */
  t?: number | undefined;
}

interface UseStartOptions {
  start: Start;
  /** Another one for each time that somebody comes to this address, also by a link on the page itself. */
  visit: string;
  lines: readonly LineView[];
  player: Player | null;
  onReveal(line: LineView): void;
  onPlay(line: LineView): void;
}

/** Goes to the line or moment that the page's address names, once its words are there, and the sound when it comes. */
export function useStart({ start, visit, lines, player, onReveal, onPlay }: UseStartOptions): void {
  const line = findStart(start, lines);
  const atMs = line?.startMs ?? start.t ?? null;
  const first = useRef(visit);
  const shown = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each visit, as soon as its line is there
  useEffect(() => {
    if (!line || shown.current === visit) return;
    shown.current = visit;
    onReveal(line);
    // No browser plays before somebody has clicked.
    if (visit !== first.current) onPlay(line);
  }, [visit, line]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the person goes afterwards counts
  useEffect(() => {
    if (player && atMs !== null && !player.hasMoved()) player.seek(atMs);
  }, [player, atMs === null]);
}

function findStart({ line, t }: Start, lines: readonly LineView[]): LineView | null {
  if (line !== undefined) {
    const ref = readLineRef(line);
    return lines.find(({ epoch, seq }) => epoch === ref?.epoch && seq === ref.seq) ?? null;
  }
  if (t === undefined) return null;
  return lines.findLast(({ startMs }) => startMs <= t) ?? null;
}
