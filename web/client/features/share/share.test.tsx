import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { SharedMeeting as Shared, ShareView } from '../../../../lib/shares.ts';
import { inRouter } from '../../ui/testing.tsx';
import { type FakeWeb, startFakeWeb } from '../api/testing.ts';
import { buildLineView } from '../lines/testing.ts';
import { ShareDialog } from './ShareDialog.tsx';
import { SharedMeeting } from './SharedMeeting.tsx';

const webs: FakeWeb[] = [];
afterEach(async () => {
  cleanup();
  for (const web of webs.splice(0)) await web[Symbol.asyncDispose]();
});

async function show(
  element: ReactNode,
  respond: Parameters<typeof startFakeWeb>[0] = () => null,
): Promise<FakeWeb> {
  const web = await startFakeWeb(respond);
  webs.push(web);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(<QueryClientProvider client={queries}>{await inRouter(element)}</QueryClientProvider>);
  return web;
}

const share = (change: Partial<ShareView> = {}): ShareView => ({
  id: 'shr_01JD0000000000000000000000',
  label: 'Chloe',
  parts: ['summary', 'recording'],
  span: null,
  state: 'open',
  by: 'Ana',
  createdAtMs: Date.now(),
  expiresAtMs: Date.now() + 7 * 86_400_000,
  opens: 0,
  lastOpenedAtMs: null,
  url: 'http://parley.test/s#secret',
  ...change,
});

const shared = (change: Partial<Shared> = {}): Shared => ({
  id: 'shr_01JD0000000000000000000000',
  sharedBy: 'Ana',
  isPart: false,
  expiresAtMs: Date.now() + 86_400_000,
  meeting: {
    title: 'Launch',
    language: 'en',
    timeZone: null,
    startedAtMs: Date.now() - 3_600_000,
    endedAtMs: Date.now(),
    assistant: 'Nova',
  },
  people: ['Ana', 'Ben'],
  summary: null,
  tasks: null,
  decisions: null,
  transcript: null,
  recordings: null,
  pictures: null,
  ...change,
});

describe(ShareDialog, () => {
  test('makes a link, and withdraws only one that is open', async () => {
    const list = [share(), share({ id: 'shr_01JD0000000000000000000001', state: 'expired', url: null })];
    const web = await show(<ShareDialog meetingId="mtg_1" onClose={() => undefined} />, (call) =>
      call.startsWith('POST') ? { status: 201, body: { share: share() } } : { body: { shares: list } },
    );
    await screen.findByText(/^Until/);
    expect(screen.getAllByRole('button', { name: /^Withdraw/ })).toHaveLength(1);
    expect(screen.getByText(/^Expired/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
    await userEvent.click(screen.getByRole('button', { name: /^Withdraw/ }));
    expect(web.calls).toContain('POST /api/meetings/mtg_1/shares');
    expect(web.calls).toContain('DELETE /api/meetings/mtg_1/shares/shr_01JD0000000000000000000000');
  });

  test('offers the video only where there is one', async () => {
    const part = { id: 'fil_01JD0000000000000000000000', startMs: 0, durationMs: 9_000, problem: '' };
    const recording = {
      ...{ id: 'rec_01JD0000000000000000000000', status: 'complete', recorder: 'egress', problem: '' },
      ...{ startedAtMs: 0, stoppedAtMs: 9_000, mix: null, making: false, files: [] },
      picture: { making: false, parts: [{ ...part, url: '/picture' }] },
    };
    const answer = (recordings: object[]) => (call: string) => ({
      body: call.endsWith('/recordings') ? { recordings } : { shares: [] },
    });
    const dialog = <ShareDialog meetingId="mtg_1" onClose={() => undefined} />;
    await show(dialog, answer([recording]));
    expect(await screen.findByRole('checkbox', { name: /^Video/ })).toHaveProperty('checked', false);
    cleanup();
    await show(dialog, answer([{ ...recording, picture: null }]));
    await screen.findByText('None yet.');
    expect(screen.queryByRole('checkbox', { name: /^Video/ })).toBeNull();
  });

  test('makes no link to nothing', async () => {
    await show(<ShareDialog meetingId="mtg_1" onClose={() => undefined} />, () => ({ body: { shares: [] } }));
    const make = await screen.findByRole('button', { name: 'Make a link' });
    await userEvent.click(screen.getByRole('checkbox', { name: /^Summary/ }));
    expect(make.hasAttribute('disabled')).toBe(true);
  });
});

describe('a link to a part', () => {
  const answer = (call: string) => {
    if (call.startsWith('POST')) return { status: 201, body: { share: share() } };
    if (call.includes('/lines')) return { body: { lines, gaps: [], next: null } };
    if (call.includes('/summary')) return { body: { summary: null, versions: [] } };
    return { body: { shares: [] } };
  };
  const lines = [1, 2, 3].map((seq) => buildLineView({ seq }));

  test('is chosen from line to line, and has no summary', async () => {
    await show(<ShareDialog meetingId="mtg_1" onClose={() => undefined} />, answer);
    await userEvent.selectOptions(await screen.findByLabelText('How much'), 'From line to line');
    expect(screen.getByRole('status').textContent).toContain('3 lines, 0:01 to 0:03');
    expect(screen.queryByRole('checkbox', { name: /^Summary/ })).toBeNull();
    expect((screen.getByRole('checkbox', { name: /^Transcript/ }) as HTMLInputElement).checked).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText('First line'), '1.3');
    expect(screen.getByRole('button', { name: 'Make a link' }).hasAttribute('disabled')).toBe(false);
    expect(screen.getByRole('status').textContent).toContain('One line');
    expect(screen.getByLabelText('Last line').querySelectorAll('option')).toHaveLength(1);
  });

  test('is chosen by times, and cannot be made of nothing', async () => {
    const web = await show(<ShareDialog meetingId="mtg_1" onClose={() => undefined} />, answer);
    await userEvent.selectOptions(await screen.findByLabelText('How much'), 'From time to time');
    const until = screen.getByLabelText('Until');
    await userEvent.clear(until);
    const make = screen.getByRole('button', { name: 'Make a link' });
    expect(make.hasAttribute('disabled')).toBe(true);
    await userEvent.type(until, '0:03');
    expect(screen.getByRole('status').textContent).toContain('2 lines, 0:01 to 0:03');
    await userEvent.click(make);
    expect(web.calls).toContain('POST /api/meetings/mtg_1/shares');
  });

  test('says that it is a part', async () => {
    await show(<SharedMeeting shared={shared({ isPart: true })} />);
    expect(await screen.findByText(/A part of the meeting/)).toBeTruthy();
  });
});

describe(SharedMeeting, () => {
  test('says by whom and until when, and shows only what was shared', async () => {
    const line = {
      epoch: 1,
      seq: 1,
      speakerId: 'par_1',
      speaker: 'Ben',
      startMs: 0,
      endMs: 1,
      source: 'live',
    } as const;
    const lines = [{ ...line, text: '<b>Hello</b>' }];
    await show(<SharedMeeting shared={shared({ transcript: { lines, gaps: [] } })} />);
    expect(await screen.findByText(/Shared by Ana · open until/)).toBeTruthy();
    expect(screen.getByText('<b>Hello</b>')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Summary' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Recording' })).toBeNull();
  });
});
