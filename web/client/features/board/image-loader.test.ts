import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { createImageLoader } from './image-loader.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Wants each of `ids`, and again whenever told to; `load` answers or fails by the image and how often it was tried. */
function open(ids: string[], load: (id: string, tries: number) => ApiError | null) {
  const tries = new Map<string, number>();
  const shown: string[] = [];
  const wantAll = () => ids.forEach(images.want);
  const images = createImageLoader({
    async load(id) {
      const count = (tries.get(id) ?? 0) + 1;
      tries.set(id, count);
      const problem = load(id, count);
      if (problem) throw problem;
      return new Blob();
    },
    show: async (id) => void shown.push(id),
    onFree: wantAll,
  });
  wantAll();
  return { images, shown, tries };
}
const away = new ApiError('unavailable', 'web is away');

describe(createImageLoader, () => {
  test('fetches all, a few at a time', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { shown, tries } = open(ids, () => null);
    expect(tries.size).toBe(4);
    await vi.runAllTimersAsync();
    expect(shown.toSorted()).toEqual(ids);
    expect([...tries.values()]).toEqual(ids.map(() => 1));
  });

  test('comes through a restart of web, with a pause before each attempt', async () => {
    const { shown, tries } = open(['a'], (_id, count) => (count < 4 ? away : null));
    await vi.advanceTimersByTimeAsync(400);
    expect(tries.get('a')).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown).toEqual(['a']);
  });

  test('does not ask again for one that is not there, nor after the board was closed', async () => {
    const gone = new ApiError('not_found', 'no such image');
    const { images, tries } = open(['a', 'b'], (id) => (id === 'a' ? gone : away));
    await vi.advanceTimersByTimeAsync(400);
    images.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...tries]).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });
});
