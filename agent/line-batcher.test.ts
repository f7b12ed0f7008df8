import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IngestResponse } from '../lib/agent-messages.ts';
import { ParleyError } from '../lib/errors.ts';
import { createLogger } from '../lib/logger.ts';
import type { TranscriptLine } from '../lib/messages.ts';
import { createLineBatcher } from './line-batcher.ts';

const line = (seq: number): TranscriptLine => ({
  epoch: 1,
  seq,
  kind: 'speech',
  segmentId: `s${seq}`,
  speaker: 'par_1',
  speakerName: 'Ana',
  trackSid: 'TR_1',
  startMs: 0,
  endMs: 0,
  text: 'x',
});

/** A web that stores by seq, fails while `down`, and can lose its answer after storing. */
function fakeWeb() {
  const stored = new Set<number>();
  const calls: { seqs: number[]; complete: boolean }[] = [];
  const state = { down: false, loseAnswer: false };
  const sendLines = async (lines: TranscriptLine[], complete: boolean): Promise<IngestResponse> => {
    calls.push({ seqs: lines.map((each) => each.seq), complete });
    if (state.down) throw new ParleyError('unavailable', 'web does not answer');
    for (const each of lines) stored.add(each.seq);
    if (state.loseAnswer) throw new ParleyError('unavailable', 'connection lost');
    return { stored: lines.length, rejected: [] };
  };
  return { stored, calls, state, sendLines };
}

describe(createLineBatcher, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const setUp = () => {
    const web = fakeWeb();
    const acknowledged: number[] = [];
    const batcher = createLineBatcher({
      web,
      logger: createLogger('test', 'silent'),
      onStored: (seq) => acknowledged.push(seq),
    });
    return { web, batcher, acknowledged };
  };

  it('sends after a second', async () => {
    const { web, batcher, acknowledged } = setUp();
    batcher.add(line(1));
    await vi.advanceTimersByTimeAsync(900);
    expect(web.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(web.calls).toEqual([{ seqs: [1], complete: false }]);
    expect(acknowledged).toEqual([1]);
  });

  it('sends at the tenth line without waiting', async () => {
    const { web, batcher } = setUp();
    for (let seq = 1; seq <= 10; seq++) batcher.add(line(seq));
    await vi.advanceTimersByTimeAsync(0);
    expect(web.calls).toHaveLength(1);
  });

  it('tries three times, keeps the lines, and delivers them in order when web is back', async () => {
    const { web, batcher, acknowledged } = setUp();
    web.state.down = true;
    batcher.add(line(1));
    await vi.advanceTimersByTimeAsync(2_600);
    expect(web.calls).toHaveLength(3);
    expect(acknowledged).toEqual([]);
    batcher.add(line(2));
    web.state.down = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(web.calls.at(-1)).toEqual({ seqs: [1, 2], complete: false });
    expect(acknowledged).toEqual([2]);
  });

  it('sends again what web stored without its answer arriving', async () => {
    const { web, batcher, acknowledged } = setUp();
    web.state.loseAnswer = true;
    batcher.add(line(1));
    await vi.advanceTimersByTimeAsync(3_100);
    web.state.loseAnswer = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([...web.stored]).toEqual([1]);
    expect(acknowledged).toEqual([1]);
  });

  it('says with the last batch that nothing more will come', async () => {
    const { web, batcher } = setUp();
    batcher.add(line(1));
    expect(await batcher.finish(1_000)).toBe(true);
    expect(web.calls).toEqual([{ seqs: [1], complete: true }]);
  });

  it('says so too when nothing is left', async () => {
    const { web, batcher } = setUp();
    expect(await batcher.finish(1_000)).toBe(true);
    expect(web.calls).toEqual([{ seqs: [], complete: true }]);
  });

  it('does not ask again at the end when web refuses for good', async () => {
    vi.useRealTimers();
    let calls = 0;
    const batcher = createLineBatcher({
      web: {
        sendLines: async () => {
          calls += 1;
          throw new ParleyError('unauthorized', 'this token is not valid here');
        },
      },
      logger: createLogger('test', 'silent'),
      onStored: () => undefined,
    });
    batcher.add(line(1));
    expect(await batcher.finish(200)).toBe(false);
    expect(calls).toBe(1);
  });

  it('gives up at the deadline and leaves the rest to the spool', async () => {
    const { web, batcher } = setUp();
    web.state.down = true;
    batcher.add(line(1));
    const finished = batcher.finish(2_000);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await finished).toBe(false);
  });

  it('gives up at the deadline also in the middle of its attempts', async () => {
    const { web, batcher } = setUp();
    web.state.down = true;
    for (let seq = 1; seq <= 10; seq++) batcher.add(line(seq));
    let finished = false;
    void batcher.finish(100).then(() => {
      finished = true;
    });
    await vi.advanceTimersByTimeAsync(110);
    expect(finished).toBe(true);
  });
});
