import { EventEmitter } from 'node:events';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { type Room, RoomEvent } from 'livekit-client';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { type FakeWeb, failure, startFakeWeb } from '../api/testing.ts';
import { meetingId } from '../captions/testing.ts';
import { ana, ben, buildApproval, buildApproved } from './testing.ts';
import { useApprovals } from './useApprovals.ts';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

/** `stored` is what web has; a decision approves it, or is refused where somebody was faster. */
async function join(stored: { view: ApprovalView; faster?: ApprovalView; down?: boolean } | null) {
  const state = { ...stored };
  const web = await startFakeWeb((call) => {
    if (call.endsWith('/decision')) {
      if (state.down) return null;
      if (state.faster) {
        state.view = state.faster;
        return failure(409, 'already_decided', 'Ben Carter has answered this already.');
      }
      state.view = buildApproved();
      return { body: { approval: state.view } };
    }
    const mine = state.view?.state === 'pending' ? [state.view.id] : [];
    return { body: { approvals: state.view ? [state.view] : [], mine, withdrawable: [] } };
  });
  webs.push(web);
  const room = new EventEmitter();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const access = { meetingId, apiToken: 'token' };
  const hook = renderHook(() => useApprovals(room as unknown as Room, access, ana.id), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    ),
  });
  return {
    web,
    room,
    state,
    current: () => hook.result.current,
    lists: () => web.calls.filter(isList).length,
  };
}
const isList = (call: string) => call === `GET /api/meetings/${meetingId}/approvals`;

describe(useApprovals, () => {
  test('shows what waited before this page was opened', async () => {
    const { current } = await join({ view: buildApproval() });
    await waitFor(() => expect(current().current).toEqual(buildApproval()));
  });

  test('shows at once what the agent asks, without web', async () => {
    const { current } = await join(null);
    act(() => current().request(buildApproval()));
    expect(current().current).toEqual(buildApproval());
    act(() => current().shown(buildApproval().id));
    expect(current().untilMs).toBeGreaterThan(Date.now() + 55_000);
    act(() => current().putAside(buildApproval().id));
    expect(current()).toMatchObject({ current: null, waiting: [buildApproval()] });
    act(() => current().open(buildApproval().id));
    expect(current()).toMatchObject({ current: buildApproval(), untilMs: null });
  });

  test('closes when it was answered', async () => {
    const { current, web } = await join({ view: buildApproval() });
    await waitFor(() => expect(current().current).not.toBeNull());
    act(() => current().decide(buildApproval().id, { decision: 'approve', digest: 'digest-1' }));
    await waitFor(() => expect(current()).toMatchObject({ current: null, waiting: [] }));
    expect(web.calls).toContain(`POST /api/meetings/${meetingId}/approvals/${buildApproval().id}/decision`);
    const [measured] = performance.getEntriesByName('approval.decided') as PerformanceMeasure[];
    expect(measured?.detail).toEqual({ id: buildApproval().id });
  });

  test('closes when somebody else was faster', async () => {
    const rejected = buildApproval({
      state: 'rejected',
      decision: { by: ben, atMs: 1, reason: '', original: null },
    });
    const { current } = await join({ view: buildApproval(), faster: rejected });
    await waitFor(() => expect(current().current).not.toBeNull());
    act(() => current().decide(buildApproval().id, { decision: 'approve', digest: 'digest-1' }));
    await waitFor(() => expect(current().waiting).toEqual([]));
  });

  test('stays open and says so when the server does not answer', async () => {
    const { current } = await join({ view: buildApproval(), down: true });
    await waitFor(() => expect(current().current).not.toBeNull());
    act(() => current().decide(buildApproval().id, { decision: 'approve', digest: 'digest-1' }));
    await waitFor(() => expect(current().problem?.text).toMatch(/nothing was decided. Try again/));
    expect(current().current).toEqual(buildApproval());
  });

  test('looks again when the server says so and after a break', async () => {
    const { room, lists } = await join(null);
    await waitFor(() => expect(lists()).toBe(1));
    act(() => void room.emit(RoomEvent.Reconnected));
    await waitFor(() => expect(lists()).toBe(2));
    const payload = new TextEncoder().encode(JSON.stringify({ type: 'assistant.changed' }));
    act(() => void room.emit(RoomEvent.DataReceived, payload, undefined, 0, controlTopic, 0, ''));
    await waitFor(() => expect(lists()).toBe(3));
  });
});
