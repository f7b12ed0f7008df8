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
import type { FoundMeeting } from '../api/meetings.ts';
import { buildFound, buildMeeting, failure, startFakeWeb } from '../api/testing.ts';
import { MeetingPage } from './MeetingPage.tsx';

const found = (change: Partial<MeetingView> = {}, rest: Partial<FoundMeeting> = {}) => ({
  body: buildFound({ meeting: buildMeeting(change), ...rest }),
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

  test.each([
    ['locked', 'This meeting is locked'],
    ['full', 'This meeting is full'],
    ['not_started', 'This meeting has not started'],
    ['removed', 'You were removed from this meeting'],
    ['declined', 'You were not let in'],
  ] as const)('has a page of its own for a door that is %s', async (entry, title) => {
    await using _web = await startFakeWeb(() => found({}, { entry, startsAtMs: Date.UTC(2027, 2, 1, 9) }));
    await openPage();
    await heading(title);
    expect(screen.queryByRole('button', { name: 'Join meeting' })).toBeNull();
    expect(screen.queryByText(/2027/) !== null).toBe(entry === 'not_started');
  });

  test('shows the closed door when it closes between lobby and join', async () => {
    let entry: 'open' | 'locked' = 'open';
    await using _web = await startFakeWeb((call) => {
      if (!call.startsWith('POST')) return found({}, { entry });
      entry = 'locked';
      return failure(403, 'meeting_locked', 'The host has locked this meeting.');
    });
    const user = await openPage();
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Join meeting' }));
    await heading('This meeting is locked');
  });

  test('points at the password when it was wrong', async () => {
    await using _web = await startFakeWeb((call) =>
      call.startsWith('POST')
        ? failure(403, 'password_wrong', 'This is not the password of this meeting.')
        : found({}, { entry: 'password' }),
    );
    const user = await openPage();
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.type(screen.getByLabelText('Meeting password'), 'guess');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Join meeting' }));
    await screen.findByText('This is not the password. Check it and try again.');
  });

  test('waits for the host, and says when the host declines', async () => {
    let admission = 'waiting';
    await using _web = await startFakeWeb((call) => {
      if (call.includes('/admission')) return { body: { admission, status: 'live' } };
      if (!call.startsWith('POST')) {
        return found({}, { entry: admission === 'waiting' ? 'waiting_room' : 'declined' });
      }
      const participantId = 'par_01JD0000000000000000000000';
      const waiting = { waiting: true, meeting: buildMeeting(), participantId, name: 'Ana', apiToken: 't' };
      return { status: 202, body: waiting };
    });
    const user = await openPage();
    await user.type(await screen.findByLabelText('Your name'), 'Ana');
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Ask to join' }));
    await heading('The host will let you in');
    admission = 'declined';
    await screen.findByRole('heading', { name: 'You were not let in' }, { timeout: 4_000 });
  });
});
