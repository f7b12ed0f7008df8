import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { InvitationView, MeetingSummary } from '../../../../lib/planning.ts';
import { showWithWeb } from '../api/show-with-web.tsx';
import { failure } from '../api/testing.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';

const summary = (change: Partial<MeetingSummary>): MeetingSummary => ({
  id: 'mtg_01JD0000000000000000000000',
  code: 'abc-defg-hij',
  title: 'Weekly planning',
  phase: 'upcoming',
  atMs: Date.now(),
  scheduledAtMs: Date.now(),
  startedAtMs: null,
  endedAtMs: null,
  durationMinutes: 30,
  recurs: false,
  isMine: true,
  ownerName: 'Ana',
  peopleCount: 0,
  ...change,
});

const invitation: InvitationView = {
  id: 'inv_01JD0000000000000000000000',
  role: 'viewer',
  email: null,
  state: 'open',
  expiresAtMs: Date.now() + 86_400_000,
  maxUses: 1,
  uses: 0,
  createdAtMs: Date.now(),
  url: 'http://parley.test/i/secret',
};

const counts = { all: 2, upcoming: 1, live: 0, past: 1 };
const auth = { account: null, firstRun: false, openSignUp: false, services: [], sendsMail: false };

function answerList(meetings: MeetingSummary[], next: string | null = null) {
  return (call: string) => {
    if (call.includes('/auth/state')) return { body: auth };
    if (call.includes('/access-requests')) return { body: { requests: [] } };
    return { body: call.includes('/counts') ? counts : { meetings, next } };
  };
}

describe(MeetingsPage, () => {
  test('offers to join what is to come, and only that', async () => {
    const past = summary({ id: 'mtg_01JD0000000000000000000001', title: 'Retro', phase: 'missed' });
    await showWithWeb(<MeetingsPage />, answerList([summary({}), past]));
    await screen.findByText('Weekly planning');
    expect(screen.getAllByRole('link', { name: /^Join / }).map((link) => link.getAttribute('href'))).toEqual([
      '/m/abc-defg-hij',
    ]);
    expect(screen.getByText('Nobody came')).toBeTruthy();
  });

  test('asks web for what the tab, the choice and the search say', async () => {
    const web = await showWithWeb(<MeetingsPage />, answerList([summary({})]));
    await screen.findByText('Weekly planning');
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: /Past/ }));
    await user.selectOptions(screen.getByLabelText('Whose'), 'mine');
    await user.type(screen.getByLabelText('Search by title or person'), 'x');
    await expect
      .poll(() => web.calls.some((call) => call.endsWith('/api/meetings?times=past&origin=mine&search=x')))
      .toBe(true);
  });

  test('brings the next page after the first', async () => {
    const web = await showWithWeb(<MeetingsPage />, answerList([summary({})], 'cursor'));
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    await expect.poll(() => web.calls.some((call) => call.includes('after=cursor'))).toBe(true);
  });

  test('says that there is nothing, and that nothing fits', async () => {
    await showWithWeb(<MeetingsPage />, answerList([]));
    await screen.findByText('No meetings yet');
    await userEvent.type(screen.getByLabelText('Search by title or person'), 'x');
    await screen.findByText('No meeting fits');
  });
});

describe(InviteDialog, () => {
  const meeting = { id: 'mtg_01JD0000000000000000000000', title: 'Launch' } as const;

  test('names a word that is no address, and sends nothing', async () => {
    const web = await showWithWeb(<InviteDialog meeting={meeting} onClose={() => {}} />, () => ({
      body: { invitations: [] },
    }));
    await userEvent.type(await screen.findByLabelText('Addresses'), 'ana@x.org, ben');
    await userEvent.click(screen.getByRole('button', { name: 'Send invitations' }));
    expect(await screen.findByText('"ben" is not an e-mail address.')).toBeTruthy();
    expect(web.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  test('shows what web refuses, and how far a link is used', async () => {
    await showWithWeb(<InviteDialog meeting={meeting} onClose={() => {}} />, (call) =>
      call.startsWith('POST')
        ? failure(410, 'meeting_ended', 'This meeting is over.')
        : { body: { invitations: [invitation] } },
    );
    expect(await screen.findByText(/0 of 1 used/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'By link' }));
    await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
    expect(await screen.findByText('This meeting is over.')).toBeTruthy();
  });
});
