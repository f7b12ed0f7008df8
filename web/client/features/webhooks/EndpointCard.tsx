import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Pencil, Send, Trash2 } from 'lucide-react';
import { lazy, useState } from 'react';
import type { ChangeWebhook, WebhookEndpoint } from '../../../../lib/webhooks/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { FormError } from '../accounts/FormError.tsx';
import { changeWebhook, deleteWebhook, renewWebhookSecret, sendTestWebhook } from '../api/webhooks.ts';
import { formatClock, formatDay } from '../meetings/format-when.ts';
import { DeliveryList } from './DeliveryList.tsx';
import { eventWords, stateWords } from './event-words.ts';
import { deliveriesKey, endpointsKey } from './query-keys.ts';

const EndpointDialog = lazy(async () => ({ default: (await import('./EndpointDialog.tsx')).EndpointDialog }));

interface EndpointCardProps {
  endpoint: WebhookEndpoint;
  /** A new secret is to be shown. */
  onSecret(secret: string): void;
}

type Question = 'edit' | 'renew' | 'delete';

export function EndpointCard({ endpoint, onSecret }: EndpointCardProps) {
  const { id, name, url, events, state } = endpoint;
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Question | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: endpointsKey });
  const change = useMutation({
    mutationFn: (wanted: ChangeWebhook) => changeWebhook(id, wanted),
    onSuccess: refresh,
  });
  const test = useMutation({
    mutationFn: () => sendTestWebhook(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: deliveriesKey(id) }),
  });
  const renew = useMutation({
    mutationFn: () => renewWebhookSecret(id),
    onSuccess: async ({ secret }) => {
      setAsking(null);
      onSecret(secret);
      await refresh();
    },
  });
  const remove = useMutation({ mutationFn: () => deleteWebhook(id), onSuccess: refresh });
  const close = (open: boolean) => !open && setAsking(null);
  return (
    <li className="rounded-2xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <h2 className="break-words font-semibold text-lg">{name}</h2>
      <p className="break-all text-ink-soft text-sm">{url}</p>
      <p className="mt-1 text-ink-faint text-sm">{events.map((event) => eventWords[event]).join(' · ')}</p>
      <div className="mt-4">
        <Switch
          label="Send webhooks"
          hint={describeState(endpoint, Date.now())}
          checked={(change.isPending ? change.variables.on : undefined) ?? state === 'on'}
          disabled={change.isPending}
          onChange={(on) => change.mutate({ on })}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button busy={test.isPending} onClick={() => test.mutate()}>
          <Send aria-hidden size={16} />
          Send a test
        </Button>
        <Button onClick={() => setAsking('edit')}>
          <Pencil aria-hidden size={16} />
          Change
        </Button>
        <Button onClick={() => setAsking('renew')}>
          <KeyRound aria-hidden size={16} />
          New secret
        </Button>
        <Button look="plain" onClick={() => setAsking('delete')}>
          <Trash2 aria-hidden size={16} />
          Delete
        </Button>
      </div>
      <div className="mt-3 empty:hidden">
        <FormError error={change.error ?? test.error} />
      </div>
      <DeliveryList endpointId={id} mayResend={state === 'on'} />
      <LazyPart failed={<PartFailed onDismiss={() => setAsking(null)} />}>
        {asking === 'edit' && (
          <EndpointDialog
            title={`Change ${name}`}
            saveLabel="Save"
            endpoint={{ name, url, events }}
            onClose={() => setAsking(null)}
            onSave={async (wanted) => {
              await changeWebhook(id, wanted);
              setAsking(null);
              await refresh();
            }}
          />
        )}
      </LazyPart>
      <ConfirmDialog
        open={asking === 'renew'}
        title="Make a new secret?"
        confirmLabel="Make a new secret"
        busy={renew.isPending}
        onConfirm={() => renew.mutate()}
        onOpenChange={close}
      >
        {renew.error?.message ??
          'For a day webhooks carry two signatures, by the new secret and by the one of now, so that the receiver can change over.'}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'delete'}
        title={`Delete ${name}?`}
        confirmLabel="Delete it"
        dismissLabel="Keep it"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onOpenChange={close}
      >
        {remove.error?.message ?? 'It hears of nothing any more, and the list of its deliveries goes too.'}
      </ConfirmDialog>
    </li>
  );
}

function describeState(
  { state, failingSinceMs, olderSecretUntilMs }: WebhookEndpoint,
  nowMs: number,
): string {
  const parts = [state === 'on' && failingSinceMs !== null ? 'On, and failing' : stateWords[state]];
  if (state !== 'off' && failingSinceMs !== null) parts.push(`since ${formatDay(failingSinceMs, nowMs)}`);
  const words = parts.join(' ');
  if (olderSecretUntilMs === null || olderSecretUntilMs <= nowMs) return `${words}.`;
  const until = `${formatDay(olderSecretUntilMs, nowMs)}, ${formatClock(olderSecretUntilMs)}`;
  return `${words}. Its older secret is good until ${until}.`;
}
