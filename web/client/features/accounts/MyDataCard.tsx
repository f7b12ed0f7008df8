import { Download } from 'lucide-react';
import { lazy, useState } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { SettingsCard } from './SettingsPage.tsx';

const DeleteAccountDialog = lazy(async () => ({
  default: (await import('./DeleteAccountDialog.tsx')).DeleteAccountDialog,
}));

/** What there is of a person: take it along, or delete it. */
export function MyDataCard({ account }: { account: Account }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <SettingsCard title="Your data">
      <p className="text-ink-soft">
        One JSON file with your account, your meetings and what you said in them, your tasks, approvals and
        personas.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <a
          href="/api/auth/my-data"
          download
          className="inline-flex min-h-10 items-center gap-2 rounded-xl border border-line bg-surface px-4 font-medium text-sm hover:bg-sunken"
        >
          <Download aria-hidden size={17} />
          Export my data
        </a>
        {account.role !== 'owner' && (
          <Button look="dangerQuiet" onClick={() => setDeleting(true)}>
            Delete my account
          </Button>
        )}
      </div>
      {account.role === 'owner' && (
        <p className="mt-3 text-ink-faint text-sm">
          Your account owns this installation and cannot be deleted.
        </p>
      )}
      {deleting && (
        <LazyPart failed={<PartFailed onDismiss={() => setDeleting(false)} />}>
          <DeleteAccountDialog account={account} onClose={() => setDeleting(false)} />
        </LazyPart>
      )}
    </SettingsCard>
  );
}
