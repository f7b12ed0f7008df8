import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { toast } from 'sonner';
import { afterEach, describe, expect, test } from 'vitest';
import type { OwnPoll } from '../../../../lib/poll-messages.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { ana, ben, buildPoll } from './testing.ts';
import { usePollNotices } from './usePollNotices.ts';

afterEach(() => {
  cleanup();
  toast.dismiss();
});

interface PageProps {
  polls: OwnPoll[];
  open?: boolean;
  me?: string;
  onShow?: () => unknown;
}

function Page({ polls, open = false, me = ben, onShow = () => undefined }: PageProps) {
  usePollNotices({ polls, mayAsk: false }, { me, open, show: () => void onShow() });
  return <Toasts />;
}

describe(usePollNotices, () => {
  test('says that somebody asks, leads to the polls, and is gone when that has ended', async () => {
    const shown: string[] = [];
    const page = (polls: OwnPoll[]) => <Page polls={polls} onShow={() => shown.push('polls')} />;
    const { rerender } = render(page([buildPoll()]));
    expect(await screen.findByText('Ana asks everyone')).toBeTruthy();
    rerender(page([buildPoll({ version: 3, voted: 1 })]));
    expect(screen.getAllByText('What do we eat?')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Vote' }));
    expect(shown).toEqual(['polls']);
    rerender(page([buildPoll({ version: 4, state: 'ended' })]));
    expect(await screen.findByText('A poll has ended')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Ana asks everyone')).toBeNull());
  });

  test('says nothing to whoever asked, looks at the polls, or has voted', async () => {
    const mine = { choices: [0], revision: 1 };
    const { rerender } = render(<Page polls={[buildPoll()]} me={ana} />);
    rerender(<Page polls={[buildPoll({ version: 3, state: 'ended' })]} me={ana} />);
    cleanup();
    const open = render(<Page polls={[buildPoll()]} open />);
    open.rerender(<Page polls={[buildPoll({ version: 3, state: 'ended' })]} open />);
    cleanup();
    render(<Page polls={[buildPoll({ mine })]} />);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/asks everyone|has ended/)).toBeNull();
  });
});
