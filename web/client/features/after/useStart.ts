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
  lines: readonly LineView[];
  player: Player | null;
  onReveal(line: LineView): void;
}

/** Goes to the line or moment that the page's address names, once its words are there, and the sound when it comes. */
export function useStart({ start, lines, player, onReveal }: UseStartOptions): void {
  const line = findStart(start, lines);
  const atMs = line?.startMs ?? start.t ?? null;
  const shown = useRef<string | null>(null);
  const address = `${start.line ?? ''} ${start.t ?? ''}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address, as soon as its line is there
  useEffect(() => {
    if (!line || shown.current === address) return;
    shown.current = address;
    onReveal(line);
  }, [address, line]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the person goes afterwards counts
  useEffect(() => {
    if (player && atMs !== null && !player.hasMoved()) player.seek(atMs);
  }, [player, address, atMs === null]);
}

function findStart({ line, t }: Start, lines: readonly LineView[]): LineView | null {
  if (line !== undefined) {
    const ref = readLineRef(line);
    return lines.find(({ epoch, seq }) => epoch === ref?.epoch && seq === ref.seq) ?? null;
  }
  if (t === undefined) return null;
  return lines.findLast(({ startMs }) => startMs <= t) ?? null;
}
