import type { Account } from '../../../../lib/account-messages.ts';
import { OnDemand } from '../../ui/OnDemand.tsx';
import { AccountButton } from './AccountButton.tsx';

const load = async () => ({ default: (await import('./OpenAccountMenu.tsx')).OpenAccountMenu });

/** Who is signed in, and where to go as such. */
export function AccountMenu({ account }: { account: Account }) {
  return (
    <OnDemand load={load} with={{ account }}>
      {(button) => <AccountButton account={account} {...button} />}
    </OnDemand>
  );
}
