import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MeetingView } from '../../../../lib/messages.ts';
import { buildMeeting, failure, startFakeWeb } from '../api/testing.ts';
import { MeetingPage } from './MeetingPage.tsx';

const found = (change: Partial<MeetingView> = {}) => ({
  body: { meeting: buildMeeting(change), noticeVersion: 1 },
});

beforeEach(() => localStorage.clear());
afterEach(cleanup);

async function openPage() {
  const rootRoute = createRootRoute();
  const page = createRoute({ getParentRoute: () => rootRoute, path: '/m/$code', component: MeetingPage });
  const router = createRouter({
    routeTree: rootRoute.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ['/m/abc-defg-hij'] }),
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

describe(MeetingPage, () => {
  test('opens the lobby of a meeting', async () => {
    await using web = await startFakeWeb(() => found());
    await openPage();
    await heading('Weekly planning');
    expect(screen.getByRole('button', { name: 'Join meeting' })).toBeTruthy();
    expect(web.calls).toEqual(['GET /api/meetings/abc-defg-hij']);
  });

  test('says that nobody knows a code', async () => {
    await using _web = await startFakeWeb(() =>
      failure(404, 'not_found', 'There is no meeting with this code.'),
    );
    await openPage();
    await heading('There is no meeting with this code');
  });

  test('says that a meeting has ended', async () => {
    await using _web = await startFakeWeb(() => found({ status: 'completed' }));
    await openPage();
    await heading('This meeting has ended');
    expect(screen.queryByRole('button', { name: 'Join again' })).toBeNull();
  });

  test('offers to try again when the server does not answer', async () => {
    let down = true;
    await using _web = await startFakeWeb(() => (down ? null : found()));
    const user = await openPage();
    await heading('Parley cannot be reached');
    down = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('Weekly planning');
  });

  test('shows the ended page when the meeting ends between lobby and join', async () => {
    await using web = await startFakeWeb((call) =>
      call.startsWith('POST') ? failure(410, 'meeting_ended', 'This meeting has ended.') : found(),
    );
    const user = await openPage();
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Join meeting' }));
    await heading('This meeting has ended');
    expect(web.calls.at(-1)).toBe('POST /api/meetings/abc-defg-hij/join');
  });

  test('stays in the lobby with the reason when joining fails', async () => {
    await using _web = await startFakeWeb((call) =>
      call.startsWith('POST') ? failure(503, 'unavailable', 'The media server does not answer.') : found(),
    );
    const user = await openPage();
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Join meeting' }));
    await screen.findByText('The media server does not answer.');
    expect(screen.getByRole('button', { name: 'Join meeting' })).toBeTruthy();
  });
});
