import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox, MailX } from 'lucide-react';
import { lazy, useState } from 'react';
import type { Outbox } from '../../../../lib/account-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { listOutbox } from '../api/workspace.ts';
import { FormError } from './FormError.tsx';
import { OutboxRow } from './OutboxRow.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { useAuthState } from './useAuthState.ts';

const MailDialog = lazy(async () => ({ default: (await import('./MailDialog.tsx')).MailDialog }));

/** While mails are on their way, what became of them shows by itself. */
const refreshMs = 5_000;
const isSending = ({ mails }: Outbox) => mails.some(({ status }) => status === 'queued');

export function OutboxPage() {
  return (
    <SettingsPage title="Outbox" lead="Every mail that Parley wrote, newest first." ownerOnly>
      {() => <OutboxList />}
    </SettingsPage>
  );
}

function OutboxList() {
  const { data: state } = useAuthState();
  const [opened, setOpened] = useState<string | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['outbox'],
    queryFn: ({ pageParam, signal }) => listOutbox(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some(isSending) ? refreshMs : false),
  });
  const mails = list.data?.pages.flatMap((page) => page.mails) ?? [];
  return (
    <>
      {state?.sendsMail === false && (
        <p className="flex gap-3 rounded-xl bg-warn-soft px-4 py-3 text-sm text-warn">
          <MailX aria-hidden size={19} className="mt-px shrink-0" />
          Nothing is sent: no mail server is set (SMTP_URL and MAIL_FROM). Read the mails here, and pass on
          their links yourself.
        </p>
      )}
      <FormError error={list.error} />
      {list.isPending && (
        <p role="status" className="flex items-center gap-2 py-10 text-ink-soft">
          <Spinner /> Loading
        </p>
      )}
      {list.isSuccess && mails.length === 0 && (
        <div className="flex flex-col items-center gap-3 rounded-2xl border border-line border-dashed px-5 py-14 text-center text-ink-soft">
          <Inbox aria-hidden size={28} />
          No mail yet. Invitations and links for passwords will be here.
        </div>
      )}
      {mails.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
          {mails.map((mail) => (
            <OutboxRow key={mail.id} mail={mail} onOpen={() => setOpened(mail.id)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          className="self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show older ones
        </Button>
      )}
      <LazyPart failed={<PartFailed onDismiss={() => setOpened(null)} />}>
        {opened && <MailDialog id={opened} onClose={() => setOpened(null)} />}
      </LazyPart>
    </>
  );
}
