/** Owns what listens to one microphone track: audio stream, voice activity, segmenter, transcriber. */
import { type VAD, VADEventType } from '@livekit/agents';
import { AudioFrame, AudioStream, type RemoteAudioTrack } from '@livekit/rtc-node';
import type { Logger } from '../lib/logger.ts';
import { createSegmenter, sampleRate, windowMs, windowSamples } from './segmenter.ts';
import { createTrackClock } from './track-clock.ts';
import { createTranscriber, type Speaker } from './transcriber.ts';
import { createVoicedRun } from './voiced-run.ts';

export interface TrackEars {
  /** Stops listening, makes lines of what was said, then resolves. Idempotent. */
  close(): Promise<void>;
}

interface TrackEarsOptions extends Omit<Parameters<typeof createTranscriber>[0], 'timeOf'> {
  track: RemoteAudioTrack;
  speaker: Speaker;
  vad: VAD;
  /** Milliseconds of voice so far in what is being said, 0 when it is over; only when it changes. */
  onVoice: (voicedMs: number) => void;
  /** Nothing more is heard on this track: it has to be opened again. */
  onBroken: () => void;
  /** Milliseconds on the meeting's clock. */
  now: () => number;
  logger: Logger;
}

/** Without audio for so long (mute, a lost connection) an open segment is fed silence until it closes. */
const starvedMs = 200;
const checkEveryMs = 100;
/** How long the voice activity detector may take over the last windows of a track. */
const drainMs = 1_000;

export function createTrackEars(options: TrackEarsOptions): TrackEars {
  const { track, vad, now, logger } = options;
  const segmenter = createSegmenter();
  const voicedRun = createVoicedRun();
  const clock = createTrackClock(windowMs);
  const transcriber = createTranscriber({ ...options, timeOf: clock.timeOf });
  const voice = vad.stream();
  // 32 ms frames are exactly one window: the plugin mishandles what is left over of other sizes.
  const audio = new AudioStream(track, { sampleRate, numChannels: 1, frameSizeMs: windowMs }).getReader();
  let closing: Promise<void> | null = null;
  let lastFrameAt = now();
  let pushed = 0;
  let heard = 0;
  let voicedMs = 0;

  const tellVoice = (nextMs: number) => {
    if (nextMs !== voicedMs) options.onVoice(nextMs);
    voicedMs = nextMs;
  };

  const push = (samples: Int16Array) => {
    pushed += 1;
    voice.pushFrame(new AudioFrame(samples, sampleRate, 1, windowSamples));
  };

  const intake = (async () => {
    for (;;) {
      const { done, value } = await audio.read();
      if (done) return;
      lastFrameAt = now();
      if (value.data.length === windowSamples) push(value.data);
      else logger.warn({ length: value.data.length }, 'audio frame of unexpected length');
    }
  })().catch((error) => logger.warn({ err: error }, 'audio stream broke'));

  const listen = (async () => {
    for await (const event of voice) {
      const [frame] = event.frames;
      if (event.type !== VADEventType.INFERENCE_DONE || !frame) continue;
      heard += 1;
      clock.tick(heard, now(), segmenter.isOpen());
      const results = segmenter.push(frame.data, event.probability);
      tellVoice(voicedRun(segmenter.isOpen(), event.probability));
      for (const result of results) transcriber.take(result);
    }
  })().catch((error) => {
    logger.error({ err: error }, 'voice activity detection broke');
    if (!closing) options.onBroken();
  });

  const starvation = setInterval(() => {
    const silent = now() - lastFrameAt;
    if (silent < starvedMs || !segmenter.isOpen() || pushed > heard + 4) return;
    for (let i = 0; i < checkEveryMs / windowMs; i++) push(new Int16Array(windowSamples));
  }, checkEveryMs);

  const close = async () => {
    clearInterval(starvation);
    await audio.cancel().catch(() => undefined);
    await intake;
    const deadline = now() + drainMs;
    while (heard < pushed && now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    voice.close();
    await Promise.race([listen, new Promise((resolve) => setTimeout(resolve, drainMs).unref())]);
    tellVoice(0);
    for (const result of segmenter.close()) transcriber.take(result);
    await transcriber.settle();
  };

  return {
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
