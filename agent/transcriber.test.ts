import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../lib/logger.ts';
import type { InterimCaption } from './captions.ts';
import type { SegmentAudio } from './segmenter.ts';
import type { SpeechToText } from './speech-to-text.ts';
import { createTranscriber } from './transcriber.ts';
import type { UnnumberedLine } from './transcript-log.ts';

/** Speech-to-text that answers when told to, in the order of the calls. */
function fakeSpeech() {
  const calls: { resolve: (text: string) => void; reject: (error: Error) => void; signal: AbortSignal }[] =
    [];
  const fake = {
    calls,
    /** Answers at once instead. */
    answer: null as (() => string) | null,
    recognize: ((_samples, signal) =>
      new Promise((resolve, reject) => {
        calls.push({ resolve, reject, signal });
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        if (fake.answer) resolve(fake.answer());
      })) satisfies SpeechToText['recognize'],
  };
  return fake;
}

function setUp() {
  const final = fakeSpeech();
  const interim = fakeSpeech();
  const lines: UnnumberedLine[] = [];
  const interims: InterimCaption[] = [];
  const farewell = new AbortController();
  const transcriber = createTranscriber({
    giveUp: farewell.signal,
    speaker: { identity: 'par_1', name: 'Ana', trackSid: 'TR_1' },
    final,
    interim,
    timeOf: (window) => window * 32,
    onLine: (line) => lines.push(line),
    onInterim: (caption) => interims.push(caption),
    logger: createLogger('test', 'silent'),
  });
  return { final, interim, lines, interims, transcriber, farewell };
}

const audio = (segment: number): SegmentAudio => ({
  segment,
  samples: new Int16Array(16_000),
  startWindow: segment * 100,
  endWindow: segment * 100 + 30,
});

const settled = () => vi.advanceTimersByTimeAsync(1);

describe(createTranscriber, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('uses the pass that began in the pause when the silence holds', async () => {
    const { final, lines, transcriber } = setUp();
    transcriber.take({ type: 'paused', ...audio(1) });
    transcriber.take({ type: 'closed', sincePause: true, ...audio(1) });
    final.calls[0]?.resolve('Good morning.');
    await transcriber.settle();
    expect(final.calls).toHaveLength(1);
    expect(lines).toMatchObject([
      { kind: 'speech', text: 'Good morning.', trackSid: 'TR_1', startMs: 3_200, endMs: 4_160 },
    ]);
  });

  it('drops that pass when the speaker goes on, and hears the whole segment again', async () => {
    const { final, lines, transcriber } = setUp();
    transcriber.take({ type: 'paused', ...audio(1) });
    transcriber.take({ type: 'resumed', segment: 1 });
    expect(final.calls[0]?.signal.aborted).toBe(true);
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    await settled();
    final.calls[1]?.resolve('Good morning everyone.');
    await transcriber.settle();
    expect(lines.map((line) => line.text)).toEqual(['Good morning everyone.']);
  });

  it('keeps the order of segments when a later one is understood first', async () => {
    const { final, lines, transcriber } = setUp();
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    transcriber.take({ type: 'closed', sincePause: false, ...audio(2) });
    final.calls[1]?.resolve('second');
    await settled();
    expect(lines).toEqual([]);
    final.calls[0]?.resolve('first');
    await transcriber.settle();
    expect(lines.map((line) => line.text)).toEqual(['first', 'second']);
  });

  it('tries again after a failure and a hang, then shows a gap', async () => {
    const { final, lines, transcriber } = setUp();
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    final.calls[0]?.reject(new Error('connection refused'));
    await vi.advanceTimersByTimeAsync(90_000);
    await transcriber.settle();
    expect(final.calls.length).toBe(4);
    expect(lines).toMatchObject([{ kind: 'gap', trackSid: 'TR_1' }]);
  });

  it('rides out a speech-to-text that is away for a quarter of a minute', async () => {
    const { final, lines, transcriber } = setUp();
    const back = Date.now() + 15_000;
    final.answer = () => {
      if (Date.now() < back) throw new Error('connection refused');
      return 'Good morning.';
    };
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(lines).toMatchObject([{ kind: 'speech', text: 'Good morning.' }]);
  });

  it('makes a gap of what is still not understood when the end of the meeting can wait no longer', async () => {
    const { final, lines, transcriber, farewell } = setUp();
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    transcriber.take({ type: 'paused', ...audio(2) });
    transcriber.take({ type: 'closed', sincePause: true, ...audio(2) });
    final.calls[0]?.reject(new Error('connection refused'));
    await settled();
    farewell.abort();
    await transcriber.settle();
    expect(lines.map((line) => line.kind)).toEqual(['gap', 'gap']);
  });

  it('does not repeat what can never succeed', async () => {
    const { final, lines, transcriber } = setUp();
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    final.calls[0]?.reject(Object.assign(new Error('wrong key'), { status: 401 }));
    await vi.advanceTimersByTimeAsync(30_000);
    await transcriber.settle();
    expect(final.calls).toHaveLength(1);
    expect(lines).toMatchObject([{ kind: 'gap' }]);
  });

  it('shows steady interim text, one request at a time, and none after the segment has closed', async () => {
    const { interim, interims, transcriber } = setUp();
    transcriber.take({ type: 'interim', ...audio(1) });
    transcriber.take({ type: 'interim', ...audio(1) });
    expect(interim.calls).toHaveLength(1);
    interim.calls[0]?.resolve('Good morning ever');
    await settled();
    expect(interims.map((caption) => caption.text)).toEqual(['Good morning']);
    transcriber.take({ type: 'interim', ...audio(1) });
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    interim.calls[1]?.resolve('Good morning everyone');
    await settled();
    expect(interims).toHaveLength(1);
  });

  it('names segments anew when a track is heard again: after a pause, a reconnect, by the next agent', async () => {
    const ids = await Promise.all(
      [setUp(), setUp()].map(async ({ final, lines, transcriber }) => {
        transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
        final.calls[0]?.resolve('Good morning.');
        await transcriber.settle();
        return lines[0]?.segmentId;
      }),
    );
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('takes interim text back when the final pass hears nothing', async () => {
    const { final, interim, interims, lines, transcriber } = setUp();
    transcriber.take({ type: 'interim', ...audio(1) });
    interim.calls[0]?.resolve('hm hm');
    await settled();
    transcriber.take({ type: 'closed', sincePause: false, ...audio(1) });
    final.calls[0]?.resolve('');
    await transcriber.settle();
    expect(lines).toEqual([]);
    expect(interims.map((caption) => caption.text)).toEqual(['hm', '']);
    expect(interims[1]?.segmentId).toBe(interims[0]?.segmentId);
  });
});
