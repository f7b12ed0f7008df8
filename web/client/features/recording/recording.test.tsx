import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Toaster } from 'sonner';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type FakeWeb, startFakeWeb } from '../api/testing.ts';
import { RecordButton } from './RecordButton.tsx';
import { RecordDialog } from './RecordDialog.tsx';
import { RecordingMark } from './RecordingMark.tsx';
import { useRecordingControl } from './useRecordingControl.ts';

let web: FakeWeb | null = null;
afterEach(async () => {
  cleanup();
  await web?.[Symbol.asyncDispose]();
});

interface Shown {
  recording?: boolean;
  picture?: boolean;
  onChoose?: (() => void) | null;
}

function Controls({ recording = false, picture = false, onChoose = null }: Shown) {
  const me = { role: 'host', silenced: false } as const;
  const access = { meetingId: 'mtg_1', apiToken: 'token' };
  const control = useRecordingControl(access, { me, features: { recording, picture }, onChoose });
  return (
    <>
      <RecordButton {...control} />
      <Toaster />
    </>
  );
}

async function show(shown: Shown) {
  web = await startFakeWeb(() => ({ status: 204, body: undefined }));
  const queries = new QueryClient();
  const page = (now: Shown) => (
    <QueryClientProvider client={queries}>
      <Controls {...now} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(shown));
  return { change: (now: Shown) => rerender(page({ ...shown, ...now })) };
}

describe('recording in the room', () => {
  test('begins at once where only the sound can be recorded, and says why there is no picture', async () => {
    await show({});
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    await screen.findByText(/LiveKit Egress has to be set up/);
    expect(web?.calls).toEqual(['POST /api/meetings/mtg_1/recording']);
  });

  test('asks first where the picture can be recorded too', async () => {
    const onChoose = vi.fn();
    await show({ onChoose });
    await userEvent.click(screen.getByRole('button', { name: 'Record' }));
    expect(onChoose).toHaveBeenCalledOnce();
    expect(web?.calls).toEqual([]);
  });

  test('starts what is chosen, and closes', async () => {
    const [start, onClose] = [vi.fn(), vi.fn()];
    const recording = { recording: false, mayRecord: true, busy: false, toggle: vi.fn(), start };
    render(<RecordDialog recording={recording} onClose={onClose} />);
    await userEvent.click(screen.getByRole('button', { name: /^Sound and picture/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Sound To/ }));
    expect(start.mock.calls).toEqual([[{ picture: true }], [{ picture: false }]]);
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  test('says to a host when the picture is lost, and not when it was stopped', async () => {
    const { change } = await show({ recording: true, picture: true });
    change({ recording: true, picture: false });
    await screen.findByText(/The sound goes on/);
    cleanup();
    const again = await show({ recording: true, picture: true });
    again.change({ recording: false, picture: false });
    expect(screen.queryByText(/The sound goes on/)).toBeNull();
  });

  test.each([
    [{ recording: false, picture: false }, ''],
    [{ recording: true, picture: false }, 'Recording'],
    [{ recording: true, picture: true }, 'Recording sound and picture'],
  ])('shows everyone what is kept: %j', (now, words) => {
    render(<RecordingMark {...now} />);
    expect(screen.getByRole('status').textContent?.replace(/Rec$/, '')).toBe(words);
  });
});
