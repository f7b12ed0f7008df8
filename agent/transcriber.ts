/**
 * Turns the segments of one track into interim and final text. Nothing here holds up the intake of audio: a slow
 * or failing speech-to-text costs retries, then a visible gap line.
 */
import { randomUUID } from 'node:crypto';
import pRetry, { AbortError } from 'p-retry';
import type { Logger } from '../lib/logger.ts';
import type { InterimCaption } from './captions.ts';
import { steadyText } from './interim-text.ts';
import { type SegmentAudio, type SegmenterEvent, sampleRate } from './segmenter.ts';
import { isWorthRetrying, type SpeechToText } from './speech-to-text.ts';
import type { UnnumberedLine } from './transcript-log.ts';

/** Who speaks on the track. */
export interface Speaker {
  identity: string;
  name: string;
  trackSid: string;
}

export interface Transcriber {
  take(event: SegmenterEvent): void;
  /** Resolves when every closed segment has become a line. */
  settle(): Promise<void>;
}

interface TranscriberOptions {
  speaker: Speaker;
  final: SpeechToText;
  /** Null where no model is quick enough for interim text. */
  interim: SpeechToText | null;
  /** Milliseconds on the meeting's clock of a window of this track. */
  timeOf: (window: number) => number;
  onLine: (line: UnnumberedLine) => void;
  onInterim: (caption: InterimCaption) => void;
  /** Aborts when the end of the meeting can wait no longer: what is not understood by then becomes a gap. */
  giveUp: AbortSignal;
  logger: Logger;
}

/** Four attempts over 15 to 31 s ride out the restart of a local model server. */
const retries = { retries: 3, minTimeout: 500, factor: 5, randomize: true };
/** A pass over 15 s of audio takes Moonshine base half a second alone on a core. */
const finalTimeoutMs = 15_000;
const interimTimeoutMs = 2_000;
/** Whisper-like models hear words in shorter pieces of nothing. */
const minSamples = sampleRate * 0.1;

export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { speaker, final, interim, timeOf, onLine, onInterim, giveUp, logger } = options;
  let guess: { segment: number; text: Promise<string>; abort: AbortController } | null = null;
  let interimRun: { segment: number; abort: AbortController } | null = null;
  /** Latest interim run of the open segment, and what of it is on the screens. */
  let heard: { segment: number; text: string; shown: string } | null = null;
  let closedSegment = 0;
  /** Lines leave in the order of their segments. */
  let lines: Promise<void> = Promise.resolve();

  // A track that is heard again (after a pause, a reconnect, by the next agent) counts its segments from 1 again,
  // and readers show no interim text of a segment that they know as settled.
  const heardAs = `${speaker.trackSid}-${randomUUID().slice(0, 8)}`;
  const idOf = (segment: number) => `${heardAs}-${segment}`;

  const recognizeFinal = (audio: SegmentAudio, dropped?: AbortSignal): Promise<string> => {
    const signal = dropped ? AbortSignal.any([dropped, giveUp]) : giveUp;
    return pRetry(
      async () => {
        try {
          return await withDeadline(finalTimeoutMs, signal, (each) => final.recognize(audio.samples, each));
        } catch (error) {
          if (signal.aborted || !isWorthRetrying(error)) throw new AbortError(error as Error);
          throw error;
        }
      },
      { ...retries, signal },
    );
  };

  const startGuess = (audio: SegmentAudio) => {
    const abort = new AbortController();
    const text = recognizeFinal(audio, abort.signal);
    // Whoever waits for the guess sees its failure; a guess that is dropped has nobody to tell.
    text.catch(() => undefined);
    guess = { segment: audio.segment, text, abort };
  };

  const dropGuess = () => {
    guess?.abort.abort();
    guess = null;
  };

  const startInterim = async (audio: SegmentAudio) => {
    if (!interim || interimRun) return;
    const abort = new AbortController();
    interimRun = { segment: audio.segment, abort };
    try {
      const text = await withDeadline(interimTimeoutMs, abort.signal, (each) =>
        interim.recognize(audio.samples, each),
      );
      const before = heard?.segment === audio.segment ? heard : null;
      const steady = steadyText(before?.text ?? null, text);
      const isNews = steady !== '' && steady !== before?.shown && audio.segment > closedSegment;
      heard = { segment: audio.segment, text, shown: isNews ? steady : (before?.shown ?? '') };
      if (isNews) {
        onInterim({
          segmentId: idOf(audio.segment),
          speaker: speaker.identity,
          speakerName: speaker.name,
          trackSid: speaker.trackSid,
          startMs: timeOf(audio.startWindow),
          text: steady,
        });
      }
    } catch (error) {
      if (!abort.signal.aborted) logger.debug({ err: error }, 'no interim text');
    } finally {
      interimRun = null;
    }
  };

  const finish = (audio: SegmentAudio, text: Promise<string>) => {
    const times = { startMs: timeOf(audio.startWindow), endMs: timeOf(audio.endWindow) };
    const line = {
      segmentId: idOf(audio.segment),
      speaker: speaker.identity,
      speakerName: speaker.name,
      trackSid: speaker.trackSid,
      ...times,
    };
    const previous = lines;
    lines = (async () => {
      const result = await text.then(
        (words) => ({ ok: true as const, words }),
        (error: unknown) => ({ ok: false as const, error }),
      );
      await previous;
      if (!result.ok) {
        logger.error({ err: result.error, segmentId: line.segmentId }, 'speech not transcribed');
        onLine({ ...line, kind: 'gap', text: 'Speech was heard but could not be transcribed.' });
      } else if (result.words !== '') {
        onLine({ ...line, kind: 'speech', text: result.words });
      } else if (heard?.segment === audio.segment && heard.shown !== '') {
        // Interim text is on the screens and nothing final follows: take it back.
        onInterim({ ...line, text: '' });
      }
    })();
  };

  return {
    take(event) {
      switch (event.type) {
        case 'interim':
          void startInterim(event);
          return;
        case 'paused':
          dropGuess();
          startGuess(event);
          return;
        case 'resumed':
          dropGuess();
          return;
        case 'closed': {
          closedSegment = event.segment;
          if (interimRun?.segment === event.segment) interimRun.abort.abort();
          const kept = event.sincePause && guess?.segment === event.segment ? guess.text : null;
          if (!kept) dropGuess();
          guess = null;
          if (kept) finish(event, kept);
          else if (event.samples.length >= minSamples) {
            finish(event, recognizeFinal(event));
          }
          return;
        }
        default:
          event satisfies never;
      }
    },
    settle: () => lines,
  };
}

async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  try {
    return await work(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}
