/**
 * Decides when to suggest audio only, and when to say that video would work again. A bad second says nothing: both need
 * a stretch of time, and a suggestion that was put aside does not come back for a while.
 */
import { isWeak, type Quality } from './connection-words.ts';

/** A weak connection is often over before this. */
const weakForMs = 10_000;
/** As long as a connection has to be good before video is tried again, so that it does not go on and off. */
const steadyForMs = 30_000;
/** After it was put aside. */
export const quietForMs = 5 * 60_000;

export interface Connection {
  weak: boolean;
  /** Since when it is as it is. */
  sinceMs: number;
  /** The person does not want to hear of it before. */
  quietUntilMs: number;
  /** Video works, or would. */
  steady: boolean;
  /** Audio only is suggested, until the connection is steady again. */
  suggested: boolean;
}

export type ConnectionEvent =
  | { type: 'quality'; quality: Quality; atMs: number }
  | { type: 'put-aside'; atMs: number }
  | { type: 'tick'; atMs: number };

export function newConnection(atMs: number): Connection {
  return { weak: false, sinceMs: atMs, quietUntilMs: 0, steady: false, suggested: false };
}

export function foldConnection(before: Connection, event: ConnectionEvent): Connection {
  const { atMs } = event;
  switch (event.type) {
    case 'quality': {
      // Nothing is known while LiveKit measures: it stays as it was.
      if (event.quality === 'unknown' || isWeak(event.quality) === before.weak) return settle(before, atMs);
      return settle({ ...before, weak: !before.weak, sinceMs: atMs }, atMs);
    }
    case 'put-aside':
      return { ...before, suggested: false, quietUntilMs: atMs + quietForMs };
    case 'tick':
      return settle(before, atMs);
    default:
      return event satisfies never;
  }
}

function settle(now: Connection, atMs: number): Connection {
  const forMs = atMs - now.sinceMs;
  const steady = !now.weak && forMs >= steadyForMs;
  const suggested = now.weak
    ? now.suggested || (forMs >= weakForMs && atMs >= now.quietUntilMs)
    : now.suggested && !steady;
  return suggested === now.suggested && steady === now.steady ? now : { ...now, suggested, steady };
}
