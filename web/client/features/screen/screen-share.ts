/**
 * Owns this person's share of a screen: chooses one, takes the lock, asks before it takes over, publishes, and frees
 * everything in the end, whoever ended it.
 */
import type { ScreenHolder, TakeScreen } from '../../../../lib/screen-messages.ts';

type Holder = ScreenHolder['holder'];

export type ShareState =
  | { status: 'idle' }
  /** The browser asks which screen, or it is on its way. */
  | { status: 'starting' }
  /** Somebody else shares: to be replaced only if the person says so. */
  | { status: 'asking'; holder: Holder }
  | { status: 'sharing' };

/** What was captured: sound and picture of one screen. */
export interface Captured {
  /** Resolves when the person ends it by the browser's own button. */
  ended: Promise<void>;
  stop(): void;
}

interface ScreenShareOptions<C extends Captured> {
  /** Lets the person choose a screen; null when they chose none. */
  capture(): Promise<C | null>;
  take(body: TakeScreen): Promise<ScreenHolder>;
  release(): Promise<void>;
  /** Resolves when others see it. */
  publish(captured: C): Promise<void>;
  onProblem(error: unknown): void;
}

export interface ScreenShare {
  getState(): ShareState;
  subscribe(onChange: () => void): () => void;
  /** `seen`: who shares now, as far as this page knows. */
  start(seen: Holder | null): Promise<void>;
  /** The answer to `asking`. */
  takeOver(): Promise<void>;
  /** Ends the share, or the question, wherever it stands. */
  stop(): void;
  /** The connection is back: goes on where others still see the screen and nobody took its place; false where not. */
  reconnected(isPublished: boolean): Promise<boolean>;
}

const idle: ShareState = { status: 'idle' };

export function createScreenShare<C extends Captured>(options: ScreenShareOptions<C>): ScreenShare {
  const listeners = new Set<() => void>();
  let state = idle;
  let captured: C | null = null;
  /** Raised by each stop: what began before it is over, also in a chooser that is still open. */
  let attempt = 0;

  const setState = (next: ShareState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const stop = () => {
    attempt += 1;
    const held = state.status === 'starting' || state.status === 'sharing';
    captured?.stop();
    captured = null;
    if (state !== idle) setState(idle);
    // What cannot be freed now is freed by the server when it sees no screen.
    if (held) options.release().catch(() => undefined);
  };

  async function begin(from: Holder | null) {
    const current = attempt;
    const isOver = () => attempt !== current;
    setState({ status: 'starting' });
    try {
      const mine = captured ?? (await options.capture());
      if (isOver()) return mine?.stop();
      if (!mine) return setState(idle);
      captured = mine;
      void mine.ended.then(() => captured === mine && stop());
      const { granted, holder } = await options.take({ from: from?.id ?? null });
      if (isOver()) return granted ? void options.release().catch(() => undefined) : undefined;
      if (!granted) return setState({ status: 'asking', holder });
      await options.publish(mine);
      if (!isOver()) setState({ status: 'sharing' });
    } catch (error) {
      if (isOver()) return;
      stop();
      options.onProblem(error);
    }
  }

  return {
    getState: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async start(seen) {
      if (state !== idle) return;
      if (seen) setState({ status: 'asking', holder: seen });
      else await begin(null);
    },
    async takeOver() {
      if (state.status === 'asking') await begin(state.holder);
    },
    stop,
    async reconnected(isPublished) {
      if (state.status !== 'sharing') return true;
      const current = attempt;
      // Meanwhile the server may have freed the place, or given it away.
      const granted =
        isPublished && (await options.take({ from: null }).catch(() => null))?.granted !== false;
      if (!granted && attempt === current) stop();
      return granted;
    },
  };
}
