import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AudioLines, CalendarDays, Inbox, ListChecks, LogOut, Settings, UserRound } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Account } from '../../../../lib/account-messages.ts';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { ThemeItems } from '../../ui/ThemeItems.tsx';
import { signOut } from '../api/own-account.ts';
import { AccountButton } from './AccountButton.tsx';
import { useSetAccount } from './useAuthState.ts';

const row =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 -outline-offset-2 data-highlighted:bg-sunken select-none';

/** Where to go as the account that is signed in, and out. It is open at first. */
export function OpenAccountMenu({ account }: { account: Account }) {
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const leave = useMutation({
    mutationFn: () => signOut('here'),
    onSuccess: async () => {
      setAccount(null);
      await navigate({ to: '/' });
    },
  });
  return (
    <MenuFrame trigger={<AccountButton account={account} />} defaultOpen className="w-64">
      <DropdownMenu.Label className="px-3 pt-2 pb-2.5">
        <span className="block truncate font-semibold">{account.name}</span>
        <span className="block truncate text-ink-faint text-sm">{account.email}</span>
      </DropdownMenu.Label>
      <DropdownMenu.Separator className="mx-1 mb-1.5 h-px bg-line" />
      <DropdownMenu.Item onSelect={() => void navigate({ to: '/' })} className={row}>
        <CalendarDays aria-hidden size={19} />
        Meetings
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => void navigate({ to: '/tasks' })} className={row}>
        <ListChecks aria-hidden size={19} />
        Tasks
      </DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => void navigate({ to: '/personas' })} className={row}>
        <AudioLines aria-hidden size={19} />
        Personas
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />
      <DropdownMenu.Item onSelect={() => void navigate({ to: '/profile' })} className={row}>
        <UserRound aria-hidden size={19} />
        Profile
      </DropdownMenu.Item>
      {account.role === 'owner' && (
        <>
          <DropdownMenu.Item onSelect={() => void navigate({ to: '/workspace' })} className={row}>
            <Settings aria-hidden size={19} />
            Workspace
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => void navigate({ to: '/outbox' })} className={row}>
            <Inbox aria-hidden size={19} />
            Outbox
          </DropdownMenu.Item>
        </>
      )}
      <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />
      <ThemeItems />
      <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />
      <DropdownMenu.Item
        onSelect={(event) => {
          event.preventDefault();
          leave.mutate();
        }}
        disabled={leave.isPending}
        className={row}
      >
        <LogOut aria-hidden size={19} />
        {leave.isError ? 'Did not work. Try again' : 'Sign out'}
      </DropdownMenu.Item>
    </MenuFrame>
  );
}
