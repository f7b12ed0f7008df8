/**
 * Owns one audio or video element and plays the pieces of a meeting with it, one after the other. All times are
 * milliseconds of the meeting's clock. Where nothing was recorded it goes on with what comes next.
 */
import { findPlace, type Piece } from './pieces.ts';

export type PlayerStatus = 'paused' | 'loading' | 'playing' | 'failed';

export interface Player {
  /** Called on every frame while it plays, and whenever something changes. */
  subscribe(listener: () => void): () => void;
  getStatus(): PlayerStatus;
  getMs(): number;
  getRate(): number;
  /** True once somebody has played it or gone to a place. */
  hasMoved(): boolean;
  play(): void;
  pause(): void;
  seek(ms: number): void;
  setRate(rate: number): void;
  /** What it plays or would play now. */
  getPiece(): Piece | null;
  /** Other pieces from now on, at the same moment of the meeting. */
  setPieces(pieces: readonly Piece[]): void;
  close(): void;
}

/** Media as far as the player needs it; an `HTMLAudioElement` is one. */
export type Sound = Pick<
  HTMLAudioElement,
  | 'src'
  | 'currentTime'
  | 'playbackRate'
  | 'paused'
  | 'readyState'
  | 'preload'
  | 'play'
  | 'pause'
  | 'load'
  | 'addEventListener'
  | 'removeEventListener'
>;

const haveMetadata = 1;

export function createPlayer(
  sound: Sound,
  initial: readonly Piece[],
  nextFrame: (callback: () => void) => unknown = requestAnimationFrame,
): Player {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let pieces = initial;
  let at = 0;
  /** Seconds of the file to begin at, as soon as it is there. */
  let pendingSeconds: number | null = null;
  let status: PlayerStatus = 'paused';
  let rate = 1;
  let moved = false;

  const emit = () => {
    for (const listener of listeners) listener();
  };
  const set = (next: PlayerStatus) => {
    status = next;
    emit();
  };
  const tick = () => {
    if (status !== 'playing' || closing.signal.aborted) return;
    emit();
    nextFrame(tick);
  };
  const getMs = () => {
    const { startMs = 0, skipMs = 0 } = pieces[at] ?? {};
    return startMs - skipMs + (pendingSeconds ?? sound.currentTime) * 1000;
  };
  const open = (index: number, offsetMs: number) => {
    const piece = pieces[index];
    if (!piece) return;
    at = index;
    const seconds = (piece.skipMs + offsetMs) / 1000;
    if (!sound.src.endsWith(piece.url) || status === 'failed') {
      sound.src = piece.url;
      sound.playbackRate = rate;
      pendingSeconds = seconds;
      sound.load();
    } else if (sound.readyState < haveMetadata) {
      pendingSeconds = seconds;
    } else {
      sound.currentTime = seconds;
    }
  };
  const play = () => {
    const piece = pieces[at];
    if (!piece) return;
    const ms = moved ? getMs() : piece.startMs;
    moved = true;
    if (sound.src === '' || status === 'failed') open(at, Math.max(0, ms - piece.startMs));
    set('loading');
    sound.play().catch((error: unknown) => {
      // Seeking to another piece or a pause interrupts what was asked for before.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      set(error instanceof DOMException && error.name === 'NotAllowedError' ? 'paused' : 'failed');
    });
  };

  const seek = (ms: number) => {
    moved = true;
    const wasPlaying = status === 'playing' || status === 'loading';
    const last = pieces.at(-1);
    const place = findPlace(pieces, ms);
    if (place) open(place.index, place.offsetMs);
    else if (last) open(pieces.length - 1, last.endMs - last.startMs);
    if (wasPlaying && sound.paused) play();
    emit();
  };

  const on = (event: string, handle: () => void) =>
    sound.addEventListener(event, handle, { signal: closing.signal } as AddEventListenerOptions);
  on('loadedmetadata', () => {
    if (pendingSeconds !== null) sound.currentTime = pendingSeconds;
    pendingSeconds = null;
    sound.playbackRate = rate;
    emit();
  });
  on('playing', () => {
    set('playing');
    nextFrame(tick);
  });
  on('waiting', () => set('loading'));
  on('seeked', emit);
  // Pages in the background have no frames.
  on('timeupdate', emit);
  on('pause', () => {
    // At the end of a piece too, and there it goes on.
    if (status !== 'failed') set('paused');
  });
  on('error', () => set('failed'));
  on('ended', () => {
    if (at + 1 >= pieces.length) return set('paused');
    open(at + 1, 0);
    play();
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getStatus: () => status,
    getMs: () => (moved ? getMs() : (pieces[at]?.startMs ?? 0)),
    getRate: () => rate,
    hasMoved: () => moved,
    play,
    pause: () => sound.pause(),
    seek,
    getPiece: () => pieces[at] ?? null,
    setPieces(next) {
      const ms = getMs();
      pieces = next;
      if (moved) return seek(ms);
      at = 0;
      emit();
    },
    setRate(next) {
      rate = next;
      sound.playbackRate = next;
      emit();
    },
    close() {
      closing.abort();
      sound.pause();
      sound.src = '';
      listeners.clear();
    },
  };
}
