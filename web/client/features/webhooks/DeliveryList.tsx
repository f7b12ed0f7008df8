import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Clock, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeliveryState, WebhookDelivery } from '../../../../lib/webhooks/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { FormError } from '../accounts/FormError.tsx';
import { listDeliveries, resendWebhook } from '../api/webhooks.ts';
import { describeDelivery, eventWords } from './event-words.ts';
import { deliveriesKey } from './query-keys.ts';

/** While something is on its way, its answer mostly comes within seconds. */
const pollMs = 2_000;
/** Shown before somebody asks for all. */
const few = 5;

const looks: Record<DeliveryState, { icon: typeof Check; className: string; label: string }> = {
  waiting: { icon: Clock, className: 'text-warn', label: 'Waiting' },
  delivered: { icon: Check, className: 'text-accent', label: 'Delivered' },
  failed: { icon: TriangleAlert, className: 'text-danger', label: 'Failed' },
};

interface DeliveryListProps {
  endpointId: string;
  mayResend: boolean;
}

/** What was sent last, and what came back. */
export function DeliveryList({ endpointId, mayResend }: DeliveryListProps) {
  const queries = useQueryClient();
  const [showsAll, setShowsAll] = useState(false);
  const queryKey = deliveriesKey(endpointId);
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => listDeliveries(endpointId, signal),
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'waiting') ? pollMs : false),
  });
  const resend = useMutation({
    mutationFn: (deliveryId: string) => resendWebhook(endpointId, deliveryId),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const deliveries = list.data ?? [];
  const shown = showsAll ? deliveries : deliveries.slice(0, few);
  return (
    <section aria-label="Last deliveries" className="mt-5 border-line border-t pt-4">
      <h3 className="font-medium text-ink-soft text-sm">Last deliveries</h3>
      {list.isPending && <Spinner />}
      <FormError error={list.error ?? resend.error} />
      {list.data?.length === 0 && <p className="py-2 text-ink-faint text-sm">None yet.</p>}
      <ul className="divide-y divide-line">
        {shown.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            busy={resend.isPending && resend.variables === delivery.id}
            onResend={mayResend ? () => resend.mutate(delivery.id) : null}
          />
        ))}
      </ul>
      {deliveries.length > few && (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
          className="mt-1 min-h-9 font-medium text-accent text-sm underline-offset-4 hover:underline"
        >
          {showsAll ? 'Show fewer' : `Show all ${deliveries.length}`}
        </button>
      )}
    </section>
  );
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

interface DeliveryRowProps {
  delivery: WebhookDelivery;
  busy: boolean;
  /** Null where nothing is sent. */
  onResend: (() => void) | null;
}

function DeliveryRow({ delivery, busy, onResend }: DeliveryRowProps) {
  const { icon: Icon, className, label } = looks[delivery.state];
  const when = moment.format(delivery.lastAtMs ?? delivery.createdAtMs);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2.5 text-sm">
      <Icon aria-label={label} role="img" size={17} className={classNames('mt-0.5 shrink-0', className)} />
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{eventWords[delivery.event]}</p>
        <p className="text-ink-soft">{describeDelivery(delivery)}</p>
        <p className="break-all text-ink-faint text-xs">
          {when} · {delivery.messageId}
        </p>
      </div>
      {onResend && (
        <Button
          look="plain"
          className="ml-auto"
          busy={busy}
          onClick={onResend}
          aria-label={`Send again: ${eventWords[delivery.event]}, ${when}`}
        >
          Send again
        </Button>
      )}
    </li>
  );
}
