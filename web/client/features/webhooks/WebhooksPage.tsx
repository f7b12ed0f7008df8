import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Webhook } from 'lucide-react';
import { lazy, useState } from 'react';
import { webhookLimits } from '../../../../lib/webhooks/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { FormError } from '../accounts/FormError.tsx';
import { SettingsPage } from '../accounts/SettingsPage.tsx';
import { addWebhook, listWebhooks } from '../api/webhooks.ts';
import { EndpointCard } from './EndpointCard.tsx';
import { endpointsKey } from './query-keys.ts';

const EndpointDialog = lazy(async () => ({ default: (await import('./EndpointDialog.tsx')).EndpointDialog }));
const SecretDialog = lazy(async () => ({ default: (await import('./SecretDialog.tsx')).SecretDialog }));

/** An endpoint can turn itself off by its answer. */
const pollMs = 10_000;

/** `/webhooks`: other systems that are told what happens in this installation. */
export function WebhooksPage() {
  return (
    <SettingsPage
      title="Webhooks"
      lead="Tell other systems when a meeting is finished, a summary is ready or an action is done. They get ids, times, counts and links, never what was said."
      ownerOnly
    >
      {() => <Endpoints />}
    </SettingsPage>
  );
}

function Endpoints() {
  const queries = useQueryClient();
  const list = useQuery({
    queryKey: endpointsKey,
    queryFn: ({ signal }) => listWebhooks(signal),
    refetchInterval: pollMs,
  });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const closeDialogs = () => {
    setAdding(false);
    setSecret(null);
  };
  const isFull = (list.data?.length ?? 0) >= webhookLimits.endpoints;
  const add = (
    <Button look="primary" disabled={isFull} onClick={() => setAdding(true)}>
      <Plus aria-hidden size={17} />
      Add an endpoint
    </Button>
  );
  return (
    <>
      <FormError error={list.error} />
      {list.isPending && (
        <p role="status" className="flex items-center gap-2 py-10 text-ink-soft">
          <Spinner /> Loading
        </p>
      )}
      {list.data?.length === 0 && (
        <div className="flex flex-col items-center gap-4 rounded-2xl border border-line border-dashed px-5 py-14 text-center text-ink-soft">
          <Webhook aria-hidden size={28} />
          <p className="max-w-sm text-pretty">
            No endpoints yet. Add the address of a system that speaks HTTP, and it hears of the next meeting.
          </p>
          {add}
        </div>
      )}
      {list.data && list.data.length > 0 && (
        <>
          <ul className="flex flex-col gap-5">
            {list.data.map((endpoint) => (
              <EndpointCard key={endpoint.id} endpoint={endpoint} onSecret={setSecret} />
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-3">
            {add}
            {isFull && (
              <p className="text-ink-soft text-sm">There can be {webhookLimits.endpoints} endpoints.</p>
            )}
          </div>
        </>
      )}
      <LazyPart failed={<PartFailed onDismiss={closeDialogs} />}>
        {adding && (
          <EndpointDialog
            title="Add an endpoint"
            saveLabel="Add"
            onClose={() => setAdding(false)}
            onSave={async (endpoint) => {
              const added = await addWebhook(endpoint);
              setAdding(false);
              setSecret(added.secret);
              await queries.invalidateQueries({ queryKey: endpointsKey });
            }}
          />
        )}
        {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      </LazyPart>
    </>
  );
}
