import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { AccessRequestView } from '../../../../lib/access-requests.ts';
import { showWithWeb } from '../api/show-with-web.tsx';
import { failure } from '../api/testing.ts';
import { AccessRequests } from './AccessRequests.tsx';
import { AllowedPeople } from './AllowedPeople.tsx';
import { AskForMeeting } from './AskForAccess.tsx';

const meeting = { id: 'mtg_01JD0000000000000000000000', title: 'Launch' } as const;
const build = (change: Partial<AccessRequestView> = {}): AccessRequestView => ({
  id: 'arq_01JD0000000000000000000000',
  meeting,
  name: 'Vera Lindt',
  email: 'vera@example.test',
  emailProven: true,
  note: '',
  state: 'open',
  askedAtMs: Date.now(),
  ...change,
});

describe(AskForMeeting, () => {
  test('asks once, and says from then on when that was', async () => {
    const web = await showWithWeb(<AskForMeeting meetingId={meeting.id} />, (call) =>
      call.startsWith('POST')
        ? { status: 202, body: { askedAtMs: Date.now() } }
        : { body: { askedAtMs: null } },
    );
    await userEvent.type(await screen.findByRole('textbox', { name: /note to the hosts/ }), 'Please.');
    await userEvent.click(screen.getByRole('button', { name: 'Ask to see it' }));
    expect((await screen.findByRole('status')).textContent).toContain('You asked to see it');
    expect(screen.queryByRole('button')).toBeNull();
    expect(web.calls.filter((call) => call.startsWith('POST'))).toEqual([
      `POST /api/meetings/${meeting.id}/access-request`,
    ]);
  });

  test('says why it cannot be asked now, and keeps the note', async () => {
    await showWithWeb(<AskForMeeting meetingId={meeting.id} />, (call) =>
      call.startsWith('POST')
        ? failure(429, 'rate_limited', 'Try again tomorrow.')
        : { body: { askedAtMs: null } },
    );
    const note = await screen.findByRole('textbox');
    await userEvent.type(note, 'Please.');
    await userEvent.click(screen.getByRole('button', { name: 'Ask to see it' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Try again tomorrow.');
    expect((note as HTMLTextAreaElement).value).toBe('Please.');
  });
});

describe(AccessRequests, () => {
  test('shows who waits, with what they wrote as text, and takes one answer', async () => {
    let requests = [
      build({ note: '<b>Let me in</b>' }),
      build({ id: 'arq_01JD0000000000000000000001', state: 'allowed' }),
    ];
    const web = await showWithWeb(<AccessRequests meetingId={meeting.id} />, (call) => {
      if (!call.startsWith('POST')) return { body: { requests } };
      requests = [];
      return { body: null };
    });
    const region = await screen.findByRole('region', { name: 'Asking for access' });
    expect(within(region).getAllByRole('listitem')).toHaveLength(1);
    expect(within(region).getByText('<b>Let me in</b>')).toBeTruthy();
    expect(region.textContent).toContain('Vera Lindt asks to see this meeting');
    await userEvent.click(within(region).getByRole('button', { name: 'Allow Vera Lindt' }));
    await expect.poll(() => screen.queryByRole('region', { name: 'Asking for access' })).toBeNull();
    expect(web.calls).toContain(`POST /api/meetings/${meeting.id}/access-requests/${build().id}`);
  });

  test('names the meeting where it is one of several, and an address that nobody has confirmed', async () => {
    await showWithWeb(<AccessRequests />, () => ({ body: { requests: [build({ emailProven: false })] } }));
    const region = await screen.findByRole('region', { name: 'Asking for access' });
    expect(within(region).getByRole('link', { name: 'Launch' })).toBeTruthy();
    expect(region.textContent).toContain('which nobody has confirmed');
  });
});

describe(AllowedPeople, () => {
  test('takes back what somebody may see', async () => {
    const web = await showWithWeb(<AllowedPeople meetingId={meeting.id} />, (call) =>
      call.startsWith('DELETE')
        ? { body: null }
        : {
            body: { requests: [build(), build({ id: 'arq_01JD0000000000000000000001', state: 'allowed' })] },
          },
    );
    const region = await screen.findByRole('region', { name: 'May see it' });
    expect(within(region).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(within(region).getByRole('button', { name: /^Take back/ }));
    await expect
      .poll(() => web.calls)
      .toContain(`DELETE /api/meetings/${meeting.id}/access-requests/arq_01JD0000000000000000000001`);
  });
});
