import { EventEmitter } from 'node:events';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { type Room, RoomEvent } from 'livekit-client';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { type ControlMessage, controlTopic } from '../../../../lib/control-messages.ts';
import type { OwnPoll, Poll } from '../../../../lib/poll-messages.ts';
import { type FakeWeb, startFakeWeb } from '../api/testing.ts';
import { ben, buildPoll } from './testing.ts';
import { usePolls } from './usePolls.ts';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

/** Ben's page in a room in which these polls were asked before. */
async function enter(polls: OwnPoll[]) {
  const stored = { polls, mayAsk: false };
  const web = await startFakeWeb(() => ({ body: stored }));
  webs.push(web);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const room = new EventEmitter();
  const access = { meetingId: 'mtg_01JD0000000000000000000000', apiToken: 't' };
  const hook = renderHook(
    ({ open }) =>
      usePolls(room as unknown as Room, access, {
        me: ben,
        sides: { isOpen: () => open, show: () => () => undefined },
      }),
    {
      initialProps: { open: false },
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      ),
    },
  );
  await waitFor(() => expect(hook.result.current.history).toBe('here'));
  const send = (message: ControlMessage, from = '') =>
    act(() => {
      const bytes = new TextEncoder().encode(JSON.stringify(message));
      room.emit(RoomEvent.DataReceived, bytes, undefined, undefined, controlTopic, undefined, from);
    });
  return { hook, send, stored, calls: web.calls };
}

const changed = (change: Partial<OwnPoll> = {}): ControlMessage => {
  const { mine: _, ...poll } = buildPoll(change);
  return { type: 'poll.changed', poll: poll satisfies Poll };
};

describe(usePolls, () => {
  test('shows a poll of the server, and counts it until the person looks at it', async () => {
    const { hook, send } = await enter([]);
    expect(hook.result.current.offered).toBe(false);
    send(changed());
    await waitFor(() => expect(hook.result.current.unread).toBe(1));
    expect(hook.result.current).toMatchObject({ offered: true, list: { polls: [buildPoll()] } });
    hook.rerender({ open: true });
    expect(hook.result.current.unread).toBe(0);
    hook.rerender({ open: false });
    expect(hook.result.current.unread).toBe(0);
  });

  test('takes none that somebody in the room sends', async () => {
    const { hook, send, calls } = await enter([]);
    send(changed(), 'par_01JD0000000000000000000009');
    send({ type: 'polls.changed' }, 'par_01JD0000000000000000000009');
    expect(hook.result.current.list.polls).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  test('counts for whoever comes late or reloads what waits for their vote', async () => {
    const voted = buildPoll({ id: 'pol_01JD0000000000000000000002', mine: { choices: [0], revision: 1 } });
    const { hook } = await enter([buildPoll(), voted]);
    await waitFor(() => expect(hook.result.current.unread).toBe(1));
  });

  test('asks again when a poll was taken away', async () => {
    const { hook, send, stored } = await enter([buildPoll()]);
    stored.polls = [];
    send({ type: 'polls.changed' });
    await waitFor(() => expect(hook.result.current.list.polls).toEqual([]));
  });
});
