import { describe, expect, test } from 'vitest';
import type { TranscriptPage } from '../../../../lib/messages.ts';
import { type CatchUpStatus, createCatchUp } from './catch-up.ts';
import { buildLine, buildPage } from './testing.ts';

type Answer = TranscriptPage | Error;

/** A catch-up whose server answers from a list and whose clock stands still until `advance`. */
function buildCatchUp(answers: Answer[], hole: { epoch: number; afterSeq: number } | null = null) {
  const asked: (string | null)[] = [];
  const pages: TranscriptPage[] = [];
  const statuses: CatchUpStatus[] = [];
  const gaveUp: { epoch: number; afterSeq: number }[] = [];
  const pauses: { ms: number; end: () => void }[] = [];
  const holes = { current: hole };
  const catchUp = createCatchUp({
    async fetchPage(after) {
      asked.push(after);
      const answer = answers.shift() ?? buildPage([]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onPage: (page) => pages.push(page),
    onStatus: (status) => statuses.push(status),
    getHole: () => holes.current,
    onGiveUp(given) {
      gaveUp.push(given);
      holes.current = null;
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        pauses.push({ ms, end: resolve });
        signal.addEventListener('abort', () => resolve());
      }),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    catchUp,
    asked,
    pages,
    statuses,
    gaveUp,
    holes,
    settle,
    /** Ends the running pause and returns how long it was. */
    async advance() {
      await settle();
      const pause = pauses.shift();
      pause?.end();
      await settle();
      return pause?.ms ?? null;
    },
  };
}

describe(createCatchUp, () => {
  test('fetches page after page until there is no more, then the tail once more', async () => {
    const first = buildPage([buildLine({ seq: 1 })], { more: true });
    const second = buildPage([buildLine({ seq: 2 })]);
    const run = buildCatchUp([first, second]);
    run.catchUp.refetch();
    await run.settle();
    expect(run.asked).toEqual([null, '1.1']);
    expect(run.statuses).toEqual(['loading', 'complete']);
    expect(await run.advance()).toBe(4_000);
    expect(run.asked).toEqual([null, '1.1', '1.2']);
    expect(await run.advance()).toBeNull();
  });

  test('fetches only what is new when told that something is, and the tail of that once more', async () => {
    const run = buildCatchUp([buildPage([buildLine({ seq: 1 })]), buildPage([buildLine({ seq: 2 })])]);
    run.catchUp.refetch();
    await run.settle();
    run.catchUp.refresh();
    await run.settle();
    expect(run.asked).toEqual([null, '1.1']);
    expect(await run.advance()).toBe(4_000);
    await run.advance();
    expect(run.asked).toEqual([null, '1.1', '1.2']);
  });

  test('fetches all when it is told of something new before it has anything', async () => {
    const run = buildCatchUp([new Error('down'), buildPage([buildLine()])]);
    run.catchUp.refetch();
    await run.settle();
    run.catchUp.refresh();
    await run.settle();
    expect(run.asked).toEqual([null, null]);
  });

  test('does not ask forever when the server promises more and gives nothing', async () => {
    const run = buildCatchUp([buildPage([], { more: true }), buildPage([], { more: true })]);
    run.catchUp.refetch();
    await run.settle();
    expect(run.asked).toEqual([null]);
  });

  test('tries again, later and later, while the server does not answer', async () => {
    const run = buildCatchUp([new Error('down'), new Error('down'), buildPage([buildLine()])]);
    run.catchUp.refetch();
    expect(await run.advance()).toBe(1_000);
    expect(run.statuses.at(-1)).toBe('failing');
    expect(await run.advance()).toBe(2_000);
    expect(run.statuses.at(-1)).toBe('complete');
    expect(run.pages).toHaveLength(1);
    expect(run.asked).toEqual([null, null, null]);
  });

  test('starts at once, from the start, when it is asked during a pause', async () => {
    const run = buildCatchUp([new Error('down'), buildPage([])]);
    run.catchUp.refetch();
    await run.settle();
    run.catchUp.refetch();
    await run.settle();
    expect(run.asked).toEqual([null, null]);
    expect(run.statuses.at(-1)).toBe('complete');
  });

  test('asks for the lines behind a hole, patiently: lines are stored some seconds after they are shown', async () => {
    const run = buildCatchUp([], { epoch: 2, afterSeq: 4 });
    run.catchUp.fill();
    expect(await run.advance()).toBe(250);
    expect(run.asked).toEqual(['2.4']);
    expect(await run.advance()).toBe(1_000);
    run.holes.current = null;
    expect(await run.advance()).toBe(2_000);
    expect(await run.advance()).toBeNull();
    expect(run.gaveUp).toEqual([]);
  });

  test('gives a hole up after half a minute, and is then ready for the next one', async () => {
    const run = buildCatchUp([], { epoch: 1, afterSeq: 2 });
    run.catchUp.fill();
    let waited = 0;
    for (let pause = await run.advance(); pause !== null; pause = await run.advance()) waited += pause;
    expect(waited).toBe(30_250);
    expect(run.gaveUp).toEqual([{ epoch: 1, afterSeq: 2 }]);
    run.holes.current = { epoch: 1, afterSeq: 9 };
    run.catchUp.fill();
    expect(await run.advance()).toBe(250);
    expect(run.asked.at(-1)).toBe('1.9');
  });

  test('stops when it is closed', async () => {
    const run = buildCatchUp([], { epoch: 1, afterSeq: 2 });
    run.catchUp.fill();
    await run.settle();
    run.catchUp.close();
    await run.settle();
    expect(run.asked).toEqual([]);
  });
});
