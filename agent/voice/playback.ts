/**
 * Owns what is heard of the AI participant: plays the sentences of one utterance at a time on its track, with a
 * volume that can be lowered at once, and knows which words were heard.
 */
import { voice } from '@livekit/agents';
import { AudioFrame, type AudioSource } from '@livekit/rtc-node';
import { createGain } from './gain.ts';
import { type SpokenSentence, spokenWords } from './spoken-words.ts';

/** OpenAI's `pcm` is 24 kHz mono (platform.openai.com/docs/guides/text-to-speech). */
export const voiceRate = 24_000;
/** What the track is given ahead of time; rides out a busy event loop. Lowering the volume takes it back. */
export const queuedMs = 200;
const frameSamples = voiceRate / 50;
const rampSamples = voiceRate * 0.04;
/** About -14 dB: still understood, clearly behind a person who speaks. */
const duckedVolume = 0.2;

/** Voices say about 15 characters a second. */
const samplesPerCharacter = voiceRate / 15;

const sentenceKey = 'parley.sentence';

/** Marks a frame as the first one of a sentence. */
export function beginsSentence(frame: AudioFrame, text: string): AudioFrame {
  frame.userdata[sentenceKey] = text;
  return frame;
}

/** The part of rtc-node's `AudioSource` that is needed here. */
export type PlaybackSource = Pick<
  AudioSource,
  'captureFrame' | 'clearQueue' | 'waitForPlayout' | 'queuedDuration'
>;

export interface PlaybackEvents {
  /** The first sound of the utterance is on its way. */
  onStart(): void;
  /** A sentence begins to be heard: all sentences of the utterance so far. */
  onSentence(text: string): void;
}

export class Playback extends voice.AudioOutput {
  readonly #source: PlaybackSource;
  readonly #gain = createGain(rampSamples);
  #events: PlaybackEvents | null = null;
  #samples: Int16Array[] = [];
  #length = 0;
  /** Next sample for the track, counted in the utterance as everything here. */
  #given = 0;
  #sentences: SpokenSentence[] = [];
  #announced = 0;
  #segmentStart = 0;
  /** Frames came in that `onPlaybackFinished` has not answered yet. */
  #segmentOpen = false;
  #flushed = false;
  #started = false;
  #pumping = false;

  constructor(source: PlaybackSource) {
    super(voiceRate, undefined, { pause: false });
    this.#source = source;
  }

  /** Begins an utterance at full volume; what comes in outside of one is not played. */
  begin(events: PlaybackEvents): void {
    this.#samples = [];
    this.#length = 0;
    this.#given = 0;
    this.#sentences = [];
    this.#announced = 0;
    this.#segmentStart = 0;
    this.#started = false;
    this.#gain.moveTo(1);
    this.#events = events;
  }

  /** Ends the utterance, at once when it still sounds; the words that were heard of it. */
  end(): string {
    this.clearBuffer();
    this.#events = null;
    return spokenWords(this.#whole(), this.#given);
  }

  /** Lowers the volume, also of what the track was already given. */
  duck(): void {
    this.#gain.moveTo(duckedVolume);
    this.#takeBack();
  }

  unduck(): void {
    this.#gain.moveTo(1);
  }

  override async captureFrame(frame: AudioFrame): Promise<void> {
    if (!this.#events) return;
    await super.captureFrame(frame);
    this.#segmentOpen = true;
    this.#flushed = false;
    const text = frame.userdata[sentenceKey];
    if (typeof text === 'string') {
      this.#sentences.push({ text, startSample: this.#length, endSample: this.#length });
    }
    this.#samples.push(frame.data);
    this.#length += frame.data.length;
    const sentence = this.#sentences.at(-1);
    if (sentence) sentence.endSample = this.#length;
    void this.#pump();
  }

  override flush(): void {
    super.flush();
    this.#flushed = true;
    void this.#pump();
  }

  override clearBuffer(): void {
    if (!this.#segmentOpen) return;
    this.#takeBack();
    this.#length = this.#given;
    this.#finishSegment(true);
  }

  /** One pump at a time gives the track its frames; the track's own queue sets the pace. */
  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#given < this.#length) {
        const frame = this.#nextFrame();
        this.#start();
        this.#announce();
        await this.#source.captureFrame(frame);
      }
      if (this.#flushed && this.#segmentOpen) {
        await this.#source.waitForPlayout();
        const drained = this.#given === this.#length && this.#flushed && this.#segmentOpen;
        if (drained) this.#finishSegment(false);
      }
    } finally {
      this.#pumping = false;
    }
    if (this.#given < this.#length) void this.#pump();
  }

  /** The sentences, the last one as long as it will be about when the rest of it has not come yet. */
  #whole(): SpokenSentence[] {
    const last = this.#sentences.at(-1);
    if (!last || this.#flushed) return this.#sentences;
    const expected = last.startSample + last.text.length * samplesPerCharacter;
    return this.#sentences.with(-1, { ...last, endSample: Math.max(last.endSample, expected) });
  }

  #nextFrame(): AudioFrame {
    const end = Math.min(this.#given + frameSamples, this.#length);
    const samples = this.#read(this.#given, end);
    this.#given = end;
    this.#gain.apply(samples);
    return new AudioFrame(samples, voiceRate, 1, samples.length);
  }

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    this.onPlaybackStarted(Date.now());
    this.#events?.onStart();
  }

  #announce(): void {
    const begun = this.#sentences.filter(({ startSample }) => startSample < this.#given);
    if (begun.length <= this.#announced) return;
    this.#announced = begun.length;
    this.#events?.onSentence(begun.map(({ text }) => text).join(' '));
  }

  /** Takes out of the track's queue what has not been heard yet. */
  #takeBack(): void {
    const unheard = Math.round((this.#source.queuedDuration * voiceRate) / 1_000);
    if (!this.#segmentOpen || unheard === 0) return;
    this.#source.clearQueue();
    this.#given = Math.max(this.#segmentStart, this.#given - unheard);
  }

  #finishSegment(interrupted: boolean): void {
    this.#segmentOpen = false;
    const playbackPosition = (this.#given - this.#segmentStart) / voiceRate;
    this.#segmentStart = this.#length;
    this.abandonOpenSegment();
    this.onPlaybackFinished({ playbackPosition, interrupted });
  }

  #read(start: number, end: number): Int16Array {
    const out = new Int16Array(end - start);
    let at = 0;
    for (const part of this.#samples) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + part.length);
      if (from < to) out.set(part.subarray(from - at, to - at), from - start);
      at += part.length;
      if (at >= end) break;
    }
    return out;
  }
}
