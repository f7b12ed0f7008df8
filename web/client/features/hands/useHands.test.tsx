import { EventEmitter } from 'node:events';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { type Room, RoomEvent } from 'livekit-client';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { type FakeWeb, startFakeWeb } from '../api/testing.ts';
import { useHands } from './useHands.ts';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

const me = createId('par');
const up = { version: 1, hands: [me] };

/** A room where nobody's hand is up; web answers to a raised one when `answer` is called. */
async function join() {
  const answered = Promise.withResolvers<void>();
  const web = await startFakeWeb(async (call) => {
    if (!call.startsWith('POST')) return { body: { version: 0, hands: [] } };
    await answered.promise;
    return { body: up };
  });
  webs.push(web);
  const room = new EventEmitter();
  const access = { meetingId: createId('mtg'), apiToken: 'token' };
  const { result } = renderHook(() => useHands(room as unknown as Room, access, me), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
    ),
  });
  await waitFor(() => expect(web.calls).toHaveLength(1));
  const tell = (message: object) => {
    const payload = new TextEncoder().encode(JSON.stringify(message));
    room.emit(RoomEvent.DataReceived, payload, undefined, undefined, controlTopic, undefined, '');
  };
  return { result, tell, answer: answered.resolve };
}

describe(useHands, () => {
  test('is busy until a raised hand is seen, not until its answer comes', async () => {
    const { result, tell, answer } = await join();
    act(() => result.current.setRaised(true));
    await waitFor(() => expect(result.current.busy).toBe(true));
    act(() => tell({ type: 'hands.changed', ...up, by: null }));
    await waitFor(() => expect(result.current).toMatchObject({ raised: true, busy: false }));
    answer();
    await waitFor(() => expect(result.current).toMatchObject({ raised: true, busy: false }));
  });
});
