import { describe, expect, test } from 'vitest';
import type { RecordingView } from '../../../../lib/recording-messages.ts';
import { joinPictures } from './join-pictures.ts';

const zeroMs = 1_000_000;

function recording(change: Partial<RecordingView> = {}): RecordingView {
  return {
    ...{ id: 'rec_1', status: 'complete', recorder: 'egress', stoppedAtMs: null, problem: '', files: [] },
    ...{
      making: false,
      startedAtMs: zeroMs + 5_000,
      mix: { durationMs: 60_000, url: '/sound/1' },
      picture: null,
    },
    ...change,
  };
}

const later = recording({
  id: 'rec_2',
  startedAtMs: zeroMs + 120_000,
  mix: { durationMs: 30_000, url: '/sound/2' },
});
const part = (id: string, startMs: number, durationMs: number, url: string | null = `/picture/${id}`) => ({
  ...{ id: `fil_${id}` as const, startMs, durationMs, problem: '', url },
});
const pictured = (...parts: ReturnType<typeof part>[]) => recording({ picture: { making: false, parts } });
const stretches = (recordings: RecordingView[], withPicture = true) =>
  joinPictures(recordings, { zeroMs, withPicture }).map(
    ({ url, startMs, endMs, skipMs, isCut }) =>
      `${url} ${startMs}-${endMs}${skipMs ? ` from ${skipMs}` : ''}${isCut ? ' cut' : ''}`,
  );

describe(joinPictures, () => {
  test('puts pictures in the place of the sound, which goes on around them', () => {
    const two = pictured(part('a', 8_000, 10_000), part('b', 30_000, 34_900), part('lost', 0, 0, null));
    expect(stretches([two, later])).toEqual([
      '/sound/1 5000-8000 cut',
      '/picture/a 8000-18000',
      '/sound/1 18000-30000 from 13000 cut',
      '/picture/b 30000-64900',
      '/sound/2 120000-150000',
    ]);
    expect(stretches([two], false)).toEqual(['/sound/1 5000-65000']);
  });

  test('lets no two pictures overlap, and plays one where there is no sound of everyone', () => {
    expect(stretches([pictured(part('a', 0, 40_000), part('b', 39_000, 30_000))])).toEqual([
      '/picture/a 0-40000',
      '/picture/b 40000-69000 from 1000',
    ]);
    const silent = { ...pictured(part('a', 8_000, 1_000)), mix: null };
    expect(stretches([silent], false)).toEqual(['/picture/a 8000-9000']);
  });
});
