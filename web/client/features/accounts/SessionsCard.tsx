import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { endSession, signOut } from '../api/own-account.ts';
import { FormError } from './FormError.tsx';
import { nameBrowser } from './name-browser.ts';
import { SettingsCard } from './SettingsPage.tsx';
import { useSetAccount } from './useAuthState.ts';
import { useSessions } from './useSessions.ts';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Where the account is signed in, and the ways to end that. */
export function SessionsCard() {
  const { data, error, isPending } = useSessions();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: endSession,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <SettingsCard title="Where you are signed in">
      {isPending && (
        <p className="flex items-center gap-2 text-ink-soft">
          <Spinner /> Loading
        </p>
      )}
      <FormError error={error ?? end.error} />
      <ul className="divide-y divide-line">
        {data?.sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3.5 py-3">
            <MonitorSmartphone aria-hidden size={22} className="shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">{nameBrowser(session.userAgent)}</p>
              <p className="text-ink-faint text-sm">Since {moment.format(session.createdAtMs)}</p>
            </div>
            {session.current ? (
              <span className="rounded-full bg-accent-soft px-2.5 py-1 font-medium text-accent text-xs">
                This one
              </span>
            ) : (
              <Button
                busy={end.isPending && end.variables === session.id}
                onClick={() => end.mutate(session.id)}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SignOutEverywhere />
    </SettingsCard>
  );
}

function SignOutEverywhere() {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const leave = useMutation({
    mutationFn: () => signOut('everywhere'),
    onSuccess: async () => {
      await navigate({ to: '/' });
      setAccount(null);
    },
  });
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <FormError error={leave.error} />
      <Button look="dangerQuiet" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <ConfirmDialog
        open={asking}
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
        onOpenChange={setAsking}
      >
        Also here. Meetings that are running go on.
      </ConfirmDialog>
    </div>
  );
}
