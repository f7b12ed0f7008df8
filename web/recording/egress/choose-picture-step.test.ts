import { describe, expect, it } from 'vitest';
import { choosePictureStep } from './choose-picture-step.ts';

type Order = Parameters<typeof choosePictureStep>[0][number];

const running: Order = {
  ...{ state: 'running', egressId: 'EG_1', problem: '', bytes: 0, firstSampleAt: new Date() },
  ...{ stopAskedAt: null, overForMs: null },
};
const over = (change: Partial<Order> = {}): Order => ({
  ...running,
  ...{ state: 'over', overForMs: 5_000, bytes: 900 },
  ...change,
});
const refused = (overForMs: number) =>
  over({
    egressId: null,
    problem: 'The recorder was not available.',
    bytes: 0,
    firstSampleAt: null,
    overForMs,
  });
const choose = (pictures: Order[], sounds: Order[] = [running], everyoneAgreed = true) =>
  choosePictureStep(pictures, sounds, { everyoneAgreed });

describe(choosePictureStep, () => {
  it('orders one once the sound of everyone is on its way', () => {
    expect(choose([])).toEqual({ kind: 'order' });
    expect(choose([], [running, { ...running, state: 'asked', egressId: null }])).toEqual({ kind: 'wait' });
    // Who says nothing has an order that was taken, and waits without limit.
    expect(choose([], [{ ...running, state: 'asked', firstSampleAt: null }])).toEqual({ kind: 'order' });
    expect(choose([running])).toEqual({ kind: 'wait' });
  });

  it('has nobody in it who did not agree', () => {
    expect(choose([], [running], false)).toEqual({ kind: 'wait' });
    expect(choose([running], [running], false)).toMatchObject({ kind: 'stop', why: /agreed/ });
    const stopped = { ...running, stopAskedAt: new Date(), problem: 'Somebody had not agreed.' };
    expect(choose([stopped], [running], false)).toEqual({ kind: 'stop', why: 'Somebody had not agreed.' });
    expect(choose([{ ...stopped, state: 'ending' }], [running], false)).toEqual({ kind: 'wait' });
    // It cannot be stopped before it has an id.
    expect(choose([{ ...running, state: 'asked', egressId: null }], [running], false).kind).toBe('wait');
  });

  it('gives way to sound that found no room, for two minutes', () => {
    expect(choose([running], [running, refused(1_000)])).toMatchObject({ kind: 'stop', why: /no room/ });
    expect(choose([over()], [running, refused(119_000)])).toEqual({ kind: 'wait' });
    expect(choose([over()], [running, refused(121_000)])).toEqual({ kind: 'order' });
  });

  it('goes on at once where a file was full, and later where its recorder was lost or nobody took it', () => {
    expect(choose([over({ problem: 'It reached the longest time or size that is set.' })]).kind).toBe(
      'order',
    );
    const lost = (overForMs: number) => over({ problem: 'It went away.', bytes: 0, overForMs });
    expect([choose([lost(19_000)]).kind, choose([lost(21_000)]).kind]).toEqual(['wait', 'order']);
    expect([choose([refused(59_000)]).kind, choose([refused(61_000)]).kind]).toEqual(['wait', 'order']);
  });

  it('is given up where it was taken and never began, unless it was stopped before that', () => {
    const failed = over({ problem: 'The recorder failed.', bytes: 0, firstSampleAt: null, overForMs: 1e9 });
    expect(choose([failed])).toEqual({ kind: 'drop' });
    expect(choose([{ ...failed, stopAskedAt: new Date() }])).toEqual({ kind: 'order' });
  });
});
