import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import { Avatar } from '../../ui/Avatar.tsx';

interface AccountButtonProps extends ComponentProps<'button'> {
  account: Account;
}

/** Who is signed in; opens the menu of the account. */
export function AccountButton({ account, ...button }: AccountButtonProps) {
  return (
    <button
      type="button"
      {...button}
      className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-surface py-1 pr-3 pl-1.5 hover:bg-sunken"
    >
      <Avatar name={account.name} seed={account.id} />
      <span className="sr-only">Account of </span>
      <span className="hidden max-w-40 truncate font-medium text-sm sm:inline">{account.name}</span>
      <ChevronDown aria-hidden size={16} className="text-ink-faint" />
    </button>
  );
}
