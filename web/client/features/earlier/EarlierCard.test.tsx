import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Earlier } from '../../../../lib/earlier.ts';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { startFakeWeb } from '../api/testing.ts';
import { EarlierCard } from './EarlierCard.tsx';

const id = 'mtg_01JD0000000000000000000000';
const lines = [{ epoch: 1, seq: 10 }];
const task: TaskView = {
  id: 'tsk_01JD0000000000000000000000',
  meetingId: id,
  meetingTitle: 'Weekly',
  text: 'Fix the refund bug',
  owner: 'Ben',
  due: null,
  done: false,
  mine: false,
  removed: false,
  quote: '',
  lines,
  createdAtMs: 0,
};
const nothing: Earlier = {
  meeting: { id, title: 'Weekly', atMs: Date.now() - 7 * 86_400_000 },
  overview: '',
  decisions: [],
  tasks: [],
  questions: [],
};

afterEach(cleanup);

async function show(earlier: Earlier | null) {
  const web = await startFakeWeb((call) => ({
    body: call.endsWith('/earlier') ? { earlier } : { task: { ...task, done: true } },
  }));
  const card = await inRouter(<EarlierCard meetingId="mtg_01JD0000000000000000000001" />);
  render(<QueryClientProvider client={new QueryClient()}>{card}</QueryClientProvider>);
  await waitFor(() => expect(web.calls).toHaveLength(1));
  return web;
}

test('shows what was settled and what is open, each with where it was said', async () => {
  await using web = await show({
    ...nothing,
    overview: 'The launch has a date.',
    decisions: [
      {
        id: 'dec_01JD0000000000000000000000',
        text: 'Launch in March',
        recordedBy: null,
        removed: false,
        lines,
        createdAtMs: 0,
      },
    ],
    tasks: [task],
    questions: [{ text: 'Who writes the post?', lines }],
  });
  const card = await screen.findByRole('region', { name: 'Last time' });
  expect(
    within(card)
      .getByRole('link', { name: /^Weekly/ })
      .getAttribute('href'),
  ).toBe(`/meetings/${id}`);
  for (const text of ['The launch has a date.', /Launch in March/, /Who writes the post/]) {
    expect(within(card).getByText(text)).toBeDefined();
  }
  const links = within(card).getAllByRole('link', { name: 'where it was said' });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    Array(3).fill(`/meetings/${id}?line=%221.10%22`),
  );
  await userEvent.click(within(card).getByRole('checkbox', { name: /Fix the refund bug/ }));
  await waitFor(() => expect(web.calls).toContain(`PATCH /api/meetings/${id}/tasks/${task.id}`));
});

test('says so where nothing was noted', async () => {
  await using _ = await show(nothing);
  expect(await screen.findByText('Nothing was noted of it.')).toBeDefined();
});

test('is not there where the meeting continues none', async () => {
  await using _ = await show(null);
  expect(screen.queryByRole('region', { name: 'Last time' })).toBeNull();
});
