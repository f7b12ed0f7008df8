/**
 * Folds what arrives (captions, pages of stored lines, agents that come and go) into one transcript. The same
 * lines give the same transcript in whatever order and however often they arrive.
 */
import type { TranscriptGap, TranscriptLine, TranscriptPage } from '../../../../lib/messages.ts';
import type { Caption, Interim } from './accept-caption.ts';
import { type SeenNumbers, seeNumber, skipToNext } from './seen-numbers.ts';

export type LiveInterim = Interim & { updatedAtMs: number };

export interface TranscriptState {
  /** Newest epoch that was present or stored; captions of older ones are not shown. */
  newestEpoch: number;
  /** By start time, then epoch and seq. */
  lines: readonly TranscriptLine[];
  interims: readonly LiveInterim[];
  /** Segments that were captioned live a moment ago, with the time of their last change. */
  recent: ReadonlyMap<string, number>;
  gaps: readonly TranscriptGap[];
  seen: ReadonlyMap<number, SeenNumbers>;
  byKey: ReadonlyMap<string, { line: TranscriptLine; stored: boolean }>;
  settledSegments: ReadonlySet<string>;
}

export type TranscriptEvent =
  | { type: 'caption'; caption: Caption; atMs: number }
  | { type: 'page'; page: TranscriptPage }
  /** Epochs of the agents that are in the room now. */
  | { type: 'agents'; epochs: readonly number[] }
  /** The numbers missing right after this one will not come: they were set aside by web. */
  | { type: 'gave-up'; epoch: number; afterSeq: number }
  | { type: 'tick'; atMs: number };

/** An interim text that was not touched for this long is taken away: a segment lasts 15 s at most. */
export const interimLifetimeMs = 20_000;
/** A caption stays over the stage for this long after its last change. */
export const captionLifetimeMs = 8_000;

export const emptyTranscript: TranscriptState = {
  newestEpoch: 0,
  lines: [],
  interims: [],
  recent: new Map(),
  gaps: [],
  seen: new Map(),
  byKey: new Map(),
  settledSegments: new Set(),
};

export function foldTranscript(state: TranscriptState, event: TranscriptEvent): TranscriptState {
  switch (event.type) {
    case 'caption':
      return foldCaption(state, event.caption, event.atMs);
    case 'page': {
      const withLines = addLines(state, event.page.lines, true);
      return { ...withLines, gaps: event.page.gaps };
    }
    case 'agents': {
      const newestEpoch = Math.max(state.newestEpoch, ...event.epochs);
      // Comes with every stream, forged ones too: a flood of them must not paint the room again and again.
      const known = newestEpoch === state.newestEpoch ? state : { ...state, newestEpoch };
      return keepInterims(known, (interim) => event.epochs.includes(interim.epoch));
    }
    case 'gave-up': {
      const numbers = state.seen.get(event.epoch);
      if (!numbers || numbers.through !== event.afterSeq) return state;
      return { ...state, seen: new Map(state.seen).set(event.epoch, skipToNext(numbers)) };
    }
    case 'tick':
      return forgetOld(state, event.atMs);
    default:
      return event satisfies never;
  }
}

function foldCaption(state: TranscriptState, caption: Caption, atMs: number): TranscriptState {
  switch (caption.type) {
    case 'final':
      return touch(addLines(state, [caption.line], false), caption.line.segmentId, atMs);
    case 'dropped':
      return settle(state, [caption.segmentId]);
    case 'interim':
      return addInterim(state, { ...caption.interim, updatedAtMs: atMs });
    default:
      return caption satisfies never;
  }
}

function addInterim(state: TranscriptState, interim: LiveInterim): TranscriptState {
  if (interim.epoch < state.newestEpoch || state.settledSegments.has(interim.segmentId)) return state;
  const others = state.interims.filter((other) => other.segmentId !== interim.segmentId);
  const interims = [...others, interim].sort(
    (a, b) => a.startMs - b.startMs || (a.segmentId < b.segmentId ? -1 : 1),
  );
  return touch({ ...state, interims }, interim.segmentId, interim.updatedAtMs);
}

function touch(state: TranscriptState, segmentId: string, atMs: number): TranscriptState {
  return { ...state, recent: new Map(state.recent).set(segmentId, atMs) };
}

function forgetOld(state: TranscriptState, atMs: number): TranscriptState {
  const kept = keepInterims(state, (interim) => atMs - interim.updatedAtMs < interimLifetimeMs);
  const recent = new Map(
    [...state.recent].filter(([, changedAtMs]) => atMs - changedAtMs < captionLifetimeMs),
  );
  return recent.size === state.recent.size ? kept : { ...kept, recent };
}

/** Stored lines win over live ones of the same number: what the database says is what was said. */
function addLines(
  state: TranscriptState,
  lines: readonly TranscriptLine[],
  stored: boolean,
): TranscriptState {
  const news = lines.filter((line) => {
    const known = state.byKey.get(keyOf(line));
    return !known || (stored && !known.stored);
  });
  if (news.length === 0) return state;
  const byKey = new Map(state.byKey);
  const seen = new Map(state.seen);
  for (const line of news) {
    byKey.set(keyOf(line), { line, stored });
    seen.set(line.epoch, seeNumber(seen.get(line.epoch), line.seq));
  }
  const newestEpoch = news.reduce((newest, line) => Math.max(newest, line.epoch), state.newestEpoch);
  const sorted = [...byKey.values()].map((entry) => entry.line).sort(byTime);
  const settled = settle(
    state,
    news.map((line) => line.segmentId),
  );
  return keepInterims(
    { ...settled, newestEpoch, byKey, seen, lines: sorted },
    (interim) => interim.epoch >= newestEpoch,
  );
}

function settle(state: TranscriptState, segmentIds: readonly string[]): TranscriptState {
  const settledSegments = new Set([...state.settledSegments, ...segmentIds]);
  return keepInterims({ ...state, settledSegments }, (interim) => !settledSegments.has(interim.segmentId));
}

function keepInterims(state: TranscriptState, keep: (interim: LiveInterim) => boolean): TranscriptState {
  const interims = state.interims.filter(keep);
  return interims.length === state.interims.length ? state : { ...state, interims };
}

function keyOf(line: TranscriptLine): string {
  return `${line.epoch}.${line.seq}`;
}

function byTime(a: TranscriptLine, b: TranscriptLine): number {
  return a.startMs - b.startMs || a.epoch - b.epoch || a.seq - b.seq;
}

/** Where to ask for lines that are missing, oldest epoch first; null when the numbering has no hole. */
export function findHole(state: TranscriptState): { epoch: number; afterSeq: number } | null {
  const epochs = [...state.seen.entries()].filter(([, numbers]) => numbers.ahead.size > 0);
  const [first] = epochs.sort(([a], [b]) => a - b);
  return first ? { epoch: first[0], afterSeq: first[1].through } : null;
}
