import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { TaskView } from '../../../../lib/task-messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { failure, startFakeWeb } from '../api/testing.ts';
import { MeetingTasks } from './MeetingTasks.tsx';

afterEach(cleanup);

const task: TaskView = {
  id: 'tsk_01JD0000000000000000000000',
  meetingId: 'mtg_01JD0000000000000000000000',
  meetingTitle: 'Kickoff',
  text: 'Send the report',
  owner: 'Ben',
  due: null,
  done: false,
  mine: false,
  removed: false,
  quote: '',
  lines: [],
  createdAtMs: 0,
};

async function show() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = <MeetingTasks meetingId={task.meetingId} live={false} />;
  render(await inRouter(<QueryClientProvider client={queries}>{page}</QueryClientProvider>));
  return userEvent.setup();
}

describe(MeetingTasks, () => {
  test('ticks a task off, and takes it back by the same or by undo', async () => {
    let stored = task;
    await using web = await startFakeWeb((call) => {
      if (call.startsWith('PATCH')) {
        stored = { ...stored, done: !stored.done };
        return { body: { task: stored } };
      }
      return { body: { tasks: [stored] } };
    });
    const user = await show();
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Send the report' });
    await user.click(box);
    await waitFor(() => expect(box.checked).toBe(true));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(box.checked).toBe(false));
    expect(web.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(2);
    expect(stored.done).toBe(false);
  });

  test('says when a change was not taken, and shows what is stored', async () => {
    await using _web = await startFakeWeb((call) =>
      call.startsWith('PATCH')
        ? failure(403, 'forbidden', 'Only people of the meeting may do that.')
        : { body: { tasks: [task] } },
    );
    const user = await show();
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Send the report' });
    await user.click(box);
    expect(await screen.findByText('Only people of the meeting may do that.')).toBeTruthy();
    expect(box.checked).toBe(false);
  });

  test('says so where there is nothing to do', async () => {
    await using _web = await startFakeWeb(() => ({ body: { tasks: [] } }));
    await show();
    expect(await screen.findByText('No tasks came out of this meeting.')).toBeTruthy();
  });
});
