import { EventEmitter } from 'node:events';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { Room } from 'livekit-client';
import type { ReactNode } from 'react';
import { toast } from 'sonner';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createId } from '../../../../lib/ids.ts';
import { buildJoined, buildMeeting, type FakeWeb, failure, startFakeWeb } from '../api/testing.ts';
import { useBreakouts } from './useBreakouts.ts';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

const main = buildJoined();
const red = { id: createId('mtg'), name: 'Red', people: [] };
const inRed = buildJoined({ meeting: buildMeeting({ id: red.id, title: 'Red' }) });
const open = {
  choice: 'assigned',
  closesInMs: null,
  offRecord: false,
  rooms: [red],
  mine: red.id,
  others: [],
};

/** The library's own waits by the intervals that a test moves. */
const settled = (check: () => void) => (vi.isFakeTimers() ? act(() => vi.waitFor(check)) : waitFor(check));

/** Ben in the main room, with a place in Red. */
async function join({ closed = false, closesInMs = null as number | null, moderates = false } = {}) {
  const web = await startFakeWeb((call) => {
    if (!call.endsWith('/join')) return { body: { open: { ...open, closesInMs } } };
    return closed ? failure(410, 'meeting_ended', 'This breakout room has closed.') : { body: inRed };
  });
  webs.push(web);
  const done: string[] = [];
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const whereabouts = {
    main,
    here: main,
    settledFor: null,
    arrival: null,
    enter: () => void done.push('entered'),
    returnToMain: () => undefined,
    settle: () => void done.push('settled'),
  };
  const room = () =>
    renderHook(() => useBreakouts(new EventEmitter() as unknown as Room, whereabouts, moderates), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      ),
    });
  const hook = room();
  await settled(() => expect(hook.result.current.open).not.toBeNull());
  const entries = () => queries.getMutationCache().getAll();
  const again = () => {
    hook.unmount();
    room();
  };
  const asked = () => web.calls.filter((call) => call.startsWith('GET')).length;
  /** As far as the page's own intervals know. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      vi.advanceTimersByTime(1_000);
      if (queries.isFetching() > 0) await settled(() => expect(queries.isFetching()).toBe(0));
    }
  };
  return { done, hook, entries, again, asked, pass };
}

describe(useBreakouts, () => {
  test('goes where the person has a place', async () => {
    const { done, hook } = await join();
    act(() => hook.result.current.enter(red.id));
    await waitFor(() => expect(done).toEqual(['entered']));
  });

  test('says once that the rooms close, also to whoever has gone to another room since', async () => {
    const info = vi.spyOn(toast, 'info').mockReturnValue(0);
    const { again } = await join({ closesInMs: 20_000 });
    await waitFor(() => expect(info).toHaveBeenCalledOnce());
    again();
    expect(info).toHaveBeenCalledOnce();
  });

  test('does not ask again by itself for a room that cannot be entered', async () => {
    const { done, hook } = await join({ closed: true });
    act(() => hook.result.current.enter(red.id));
    await waitFor(() => expect(done).toEqual(['settled']));
  });

  test('asks once in a minute by itself, and often while a host looks at the list', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { hook, asked, pass } = await join({ moderates: true });
    const before = asked();
    await pass(60);
    expect(asked() - before).toBe(1);
    act(() => hook.result.current.setListed(true));
    // At once: what is known may be a minute old.
    await settled(() => expect(asked() - before).toBe(2));
    await pass(60);
    expect(asked() - before).toBeGreaterThanOrEqual(13);
  });

  test.each([
    [false, 'success'],
    [true, 'error'],
  ])('takes nobody anywhere who has left the meeting meanwhile', async (closed, status) => {
    const { done, hook, entries } = await join({ closed });
    act(() => hook.result.current.enter(red.id));
    hook.unmount();
    await waitFor(() => expect(entries().map(({ state }) => state.status)).toEqual([status]));
    expect(done).toEqual([]);
  });
});
