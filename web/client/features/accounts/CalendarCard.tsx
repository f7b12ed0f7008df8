import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { getCalendarAddress, renewCalendarAddress } from '../api/calendar.ts';
import { FormError } from './FormError.tsx';
import { SettingsCard } from './SettingsPage.tsx';

const queryKey = ['calendar', 'address'];

/** The secret address by which calendar programs follow one's meetings. */
export function CalendarCard() {
  const { data, error, isPending } = useQuery({
    queryKey,
    queryFn: ({ signal }) => getCalendarAddress(signal),
  });
  return (
    <SettingsCard title="Your meetings in your calendar">
      <p className="text-ink-soft">Subscribe to this address in your calendar program:</p>
      <ul className="mt-2 mb-4 flex list-disc flex-col gap-1 pl-5 text-ink-soft text-sm marker:text-ink-faint">
        <li>Google Calendar: Other calendars, then From URL</li>
        <li>Apple Calendar: File, then New Calendar Subscription</li>
        <li>Outlook: Add calendar, then Subscribe from web</li>
      </ul>
      {isPending && (
        <p className="flex items-center gap-2 text-ink-soft">
          <Spinner /> Loading
        </p>
      )}
      <FormError error={error} />
      {data && <Address url={data.url} />}
    </SettingsCard>
  );
}

function Address({ url }: { url: string }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const renew = useMutation({
    mutationFn: renewCalendarAddress,
    onSuccess: (address) => {
      queries.setQueryData(queryKey, address);
      setAsking(false);
    },
  });
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-2 sm:flex-row">
        <input
          readOnly
          aria-label="Address of your calendar"
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="min-h-10 min-w-0 flex-1 truncate rounded-xl border border-line bg-sunken px-3 font-mono text-sm"
        />
        <CopyButton text={url} label="Copy the address" />
      </div>
      <p className="text-ink-faint text-sm">
        Whoever has the address can read when your meetings are, and what they are called.{' '}
        <button type="button" onClick={() => setAsking(true)} className="underline hover:text-ink">
          Make a new one
        </button>
      </p>
      <FormError error={renew.error} />
      <ConfirmDialog
        open={asking}
        title="Make a new address?"
        confirmLabel="Make a new address"
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
        onOpenChange={setAsking}
      >
        The address that you have now opens nothing any more. Calendars that follow it must be given the new
        one.
      </ConfirmDialog>
    </div>
  );
}
