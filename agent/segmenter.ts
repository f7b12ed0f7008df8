/**
 * Cuts one track's audio into segments of speech. Pure: windows with their speech probability go in, events come
 * out; times are counted in windows of the track. Built on per-window probabilities instead of the framework's
 * speech events, which keep no audio past 60 s and lose what is open when a track ends.
 */

/** 32 ms at 16 kHz: the window of Silero v6. */
export const windowSamples = 512;
export const sampleRate = 16_000;
export const windowMs = (windowSamples / sampleRate) * 1000;

const windows = (ms: number) => Math.round(ms / windowMs);

/** Silero's own thresholds: speech begins above the first and ends below the second. */
const enterProbability = 0.5;
const leaveProbability = 0.35;
/** Shorter bursts are clicks. */
const minSpeechWindows = 2;
/** Kept from before the first speech window: onsets are softer than the threshold. */
const preRollWindows = windows(300);
/** After so much silence the final pass may start; its time then hides in the rest of the wait. */
const pauseWindows = windows(250);
/** After so much silence the segment is over. With 250 ms one recorded sentence in 22 came in two pieces. */
const endWindows = windows(500);
/** Moonshine and Whisper lose accuracy on longer pieces, and readers want the line. */
const maxWindows = windows(15_000);
/** A segment at its limit is cut at its quietest moment within this last stretch. */
const cutSearchWindows = windows(5_000);
/** Interim text is due at these lengths of speech, then every `interimEveryWindows`. */
const interimWindows = [windows(450), windows(800), windows(1_150)];
const interimEveryWindows = windows(600);

export interface SegmentAudio {
  /** Counts segments of this track from 1. */
  segment: number;
  /** 16 kHz mono, from the pre-roll on. Owns its buffer. */
  samples: Int16Array;
  /** First and last window of speech, counted from the start of the track (end exclusive). */
  startWindow: number;
  endWindow: number;
}

export type SegmenterEvent =
  /** Interim text is due for the audio so far. */
  | ({ type: 'interim' } & SegmentAudio)
  /** The speaker paused: the final pass may start on a guess. */
  | ({ type: 'paused' } & SegmentAudio)
  /** The guess was wrong: speech goes on. */
  | { type: 'resumed'; segment: number }
  /** The segment is over. `sincePause`: nothing was said after the latest `paused`. */
  | ({ type: 'closed'; sincePause: boolean } & SegmentAudio);

export interface Segmenter {
  /** Takes the next window (its samples are copied) and the probability that it is speech, 0 to 1. */
  push(samples: Int16Array, probability: number): SegmenterEvent[];
  /** Closes an open segment: the track ended, was muted, or the meeting went off the record. */
  close(): SegmenterEvent[];
  /** True between the first speech window and `closed`. */
  isOpen(): boolean;
}

interface Open {
  segment: number;
  audio: Int16Array[];
  /** Track window of `audio[0]`. */
  firstWindow: number;
  startWindow: number;
  /** Exclusive end of the last speech so far. */
  speechEnd: number;
  paused: boolean;
  nextInterim: number;
  interimsGiven: number;
}

export function createSegmenter(): Segmenter {
  let position = 0;
  let count = 0;
  let burst = 0;
  let preRoll: Int16Array[] = [];
  let open: Open | null = null;

  const begin = (): Open => {
    count += 1;
    const startWindow = position - burst;
    const opened: Open = {
      segment: count,
      audio: preRoll,
      firstWindow: position - preRoll.length,
      startWindow,
      speechEnd: position,
      paused: false,
      nextInterim: startWindow + (interimWindows[0] ?? interimEveryWindows),
      interimsGiven: 0,
    };
    preRoll = [];
    return opened;
  };

  const audioOf = (o: Open): SegmentAudio => ({
    segment: o.segment,
    samples: concat(o.audio),
    startWindow: o.startWindow,
    endWindow: o.speechEnd,
  });

  const idle = (probability: number): SegmenterEvent[] => {
    burst = probability > enterProbability ? burst + 1 : 0;
    if (burst >= minSpeechWindows) {
      open = begin();
      burst = 0;
    } else if (preRoll.length > preRollWindows + burst) {
      preRoll.shift();
    }
    return [];
  };

  const speak = (o: Open): SegmenterEvent[] => {
    o.speechEnd = position;
    const events: SegmenterEvent[] = [];
    if (o.paused) {
      o.paused = false;
      events.push({ type: 'resumed', segment: o.segment });
    }
    if (position >= o.nextInterim) {
      o.interimsGiven += 1;
      o.nextInterim = o.startWindow + (interimWindows[o.interimsGiven] ?? 0);
      if (o.nextInterim <= position) o.nextInterim = position + interimEveryWindows;
      events.push({ type: 'interim', ...audioOf(o) });
    }
    return events;
  };

  const stayQuiet = (o: Open): SegmenterEvent[] => {
    const silence = position - o.speechEnd;
    if (silence >= endWindows) return finish(o);
    if (!o.paused && silence >= pauseWindows) {
      o.paused = true;
      return [{ type: 'paused', ...audioOf(o) }];
    }
    return [];
  };

  const finish = (o: Open): SegmenterEvent[] => {
    open = null;
    burst = 0;
    preRoll = o.audio.slice(Math.max(0, o.speechEnd - o.firstWindow)).slice(-preRollWindows);
    return [{ type: 'closed', sincePause: o.paused, ...audioOf(o) }];
  };

  const split = (o: Open): SegmenterEvent[] => {
    const cut = quietest(o.audio);
    const cutWindow = o.firstWindow + cut;
    // All that was said lies before the cut: a segment of the rest would end before it begins.
    if (cutWindow >= o.speechEnd) return finish(o);
    const head: Open = { ...o, audio: o.audio.slice(0, cut), speechEnd: cutWindow };
    count += 1;
    open = {
      ...o,
      segment: count,
      audio: o.audio.slice(cut),
      firstWindow: cutWindow,
      startWindow: cutWindow,
      paused: false,
      nextInterim: position + interimEveryWindows,
    };
    return [{ type: 'closed', sincePause: false, ...audioOf(head) }];
  };

  return {
    push(samples, probability) {
      const copy = samples.slice();
      position += 1;
      if (!open) {
        preRoll.push(copy);
        return idle(probability);
      }
      open.audio.push(copy);
      const events = probability > leaveProbability ? speak(open) : stayQuiet(open);
      if (open && open.audio.length >= maxWindows) events.push(...split(open));
      return events;
    },
    close() {
      burst = 0;
      const events = open ? finish(open) : [];
      preRoll = [];
      return events;
    },
    isOpen: () => open !== null,
  };
}

/** Index of the quietest five windows (160 ms) in the last stretch: between words rather than inside one. */
function quietest(audio: Int16Array[]): number {
  const span = 5;
  const energies = audio.map((window) => window.reduce((sum, sample) => sum + sample * sample, 0));
  let best = audio.length - 1;
  let bestEnergy = Infinity;
  for (let i = Math.max(1, audio.length - cutSearchWindows); i + span <= audio.length; i++) {
    const energy = energies.slice(i, i + span).reduce((sum, value) => sum + value, 0);
    if (energy < bestEnergy) {
      bestEnergy = energy;
      best = i + Math.floor(span / 2);
    }
  }
  return best;
}

function concat(parts: Int16Array[]): Int16Array {
  const all = new Int16Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
