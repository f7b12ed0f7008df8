import { initializeLogger, voice } from '@livekit/agents';
import { AudioFrame } from '@livekit/rtc-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { beginsSentence, Playback, type PlaybackSource, voiceRate } from './playback.ts';

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));

/** A track that plays when it is told to, and otherwise holds what it was given. */
function createSource() {
  let waiting: { samples: Int16Array; resolve: () => void }[] = [];
  let heard: number[] = [];
  const drained: (() => void)[] = [];
  const queueSamples = voiceRate / 5;
  const queued = () => waiting.reduce((sum, { samples }) => sum + samples.length, 0);
  const settle = () => {
    let ahead = 0;
    for (const { samples, resolve } of waiting) {
      ahead += samples.length;
      if (ahead <= queueSamples) resolve();
    }
    if (waiting.length === 0) for (const resolve of drained.splice(0)) resolve();
  };
  const source: PlaybackSource = {
    captureFrame: (frame) =>
      new Promise((resolve) => {
        waiting.push({ samples: frame.data, resolve });
        settle();
      }),
    clearQueue() {
      for (const { resolve } of waiting) resolve();
      waiting = [];
      settle();
    },
    waitForPlayout: () =>
      new Promise((resolve) => {
        drained.push(resolve);
        settle();
      }),
    get queuedDuration() {
      return (queued() / voiceRate) * 1_000;
    },
  };
  return {
    source,
    heard: () => heard,
    /** Plays on for so many milliseconds. */
    async play(ms: number) {
      for (let left = ms; left > 0; left -= 20) {
        const next = waiting.shift();
        heard = [...heard, ...(next?.samples ?? [])];
        next?.resolve();
        settle();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const sentence = (text: string, ms: number) =>
  beginsSentence(
    new AudioFrame(
      new Int16Array((voiceRate * ms) / 1_000).fill(10_000),
      voiceRate,
      1,
      (voiceRate * ms) / 1_000,
    ),
    text,
  );

function start() {
  const track = createSource();
  const playback = new Playback(track.source);
  const shown: string[] = [];
  const finished: voice.PlaybackFinishedEvent[] = [];
  playback.on(voice.AudioOutput.EVENT_PLAYBACK_FINISHED, (event) => finished.push(event));
  playback.begin({ onStart: () => undefined, onSentence: (text) => shown.push(text) });
  return { track, playback, shown, finished };
}

describe(Playback, () => {
  test('plays every sample once and tells the session once that it has', async () => {
    const { track, playback, finished } = start();
    await playback.captureFrame(sentence('One.', 400));
    await playback.captureFrame(sentence('Two.', 400));
    playback.flush();
    await track.play(900);
    expect(track.heard().length).toBe(voiceRate * 0.8);
    expect(finished).toEqual([{ playbackPosition: 0.8, interrupted: false }]);
    expect(playback.end()).toBe('One. Two.');
    expect(finished.length).toBe(1);
  });

  test('shows a sentence when it begins to be heard', async () => {
    const { track, playback, shown } = start();
    await playback.captureFrame(sentence('One.', 1_000));
    await playback.captureFrame(sentence('Two.', 1_000));
    await track.play(100);
    expect(shown).toEqual(['One.']);
    await track.play(1_000);
    expect(shown).toEqual(['One.', 'One. Two.']);
  });

  test('stops at once and keeps the words that were heard', async () => {
    const { track, playback, finished } = start();
    await playback.captureFrame(sentence('The launch is on Thursday.', 2_600));
    await track.play(1_000);
    expect(playback.end()).toBe('The launch');
    expect(finished).toEqual([{ playbackPosition: expect.closeTo(1, 1), interrupted: true }]);
    await track.play(500);
    expect(track.heard().length).toBe(voiceRate);
  });

  test('is told to stop twice, and tells the session once', async () => {
    const { track, playback, finished } = start();
    await playback.captureFrame(sentence('One.', 1_000));
    await track.play(100);
    playback.clearBuffer();
    playback.clearBuffer();
    playback.flush();
    playback.end();
    expect(finished.length).toBe(1);
  });

  test('lowers the volume also of what the track has already, and loses nothing by it', async () => {
    const { track, playback } = start();
    await playback.captureFrame(sentence('One.', 1_000));
    playback.flush();
    await track.play(300);
    playback.duck();
    await track.play(60);
    expect(track.heard().at(-1)).toBeLessThan(4_000);
    playback.unduck();
    await track.play(700);
    expect(track.heard().at(-1)).toBe(10_000);
    expect(track.heard().length).toBe(voiceRate);
  });

  test('plays nothing outside of an utterance', async () => {
    const { track, playback } = start();
    playback.end();
    await playback.captureFrame(sentence('Late.', 500));
    await track.play(500);
    expect(track.heard()).toEqual([]);
  });

  test('plays one utterance after the other, each with its own words', async () => {
    const { track, playback } = start();
    await playback.captureFrame(sentence('One.', 1_000));
    await track.play(100);
    playback.end();
    playback.begin({ onStart: () => undefined, onSentence: () => undefined });
    await playback.captureFrame(sentence('Two.', 200));
    playback.flush();
    await track.play(300);
    expect(playback.end()).toBe('Two.');
  });

  test('is heard in two parts when a tool works in between', async () => {
    const { track, playback, finished } = start();
    await playback.captureFrame(sentence('Let me see.', 200));
    playback.flush();
    await track.play(300);
    await playback.captureFrame(sentence('It is on Thursday.', 1_800));
    await track.play(600);
    expect(playback.end()).toBe('Let me see. It is');
    expect(finished.map(({ interrupted }) => interrupted)).toEqual([false, true]);
  });
});
