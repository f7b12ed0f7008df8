import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type WebhookEvent, webhookEvents } from '../../../../lib/webhooks/events.ts';
import { type AddWebhook, webhookLimits } from '../../../../lib/webhooks/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FormError } from '../accounts/FormError.tsx';
import { eventHints, eventWords } from './event-words.ts';

interface EndpointDialogProps {
  title: string;
  saveLabel: string;
  /** What there is; nothing for a new one. */
  endpoint?: AddWebhook;
  onClose(): void;
  onSave(endpoint: AddWebhook): Promise<void>;
}

/** Name, address and events of a receiver. */
export function EndpointDialog({ title, saveLabel, endpoint, onClose, onSave }: EndpointDialogProps) {
  const [name, setName] = useState(endpoint?.name ?? '');
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(endpoint?.events ?? webhookEvents);
  const save = useMutation({ mutationFn: onSave });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, url, events: [...events] });
  };
  const toggle = (event: WebhookEvent, checked: boolean) =>
    setEvents(webhookEvents.filter((each) => (each === event ? checked : events.includes(each))));
  return (
    <DialogFrame title={title} onClose={onClose}>
      <form onSubmit={onSubmit} className="mt-4 flex flex-col gap-4">
        <TextField
          label="Name"
          placeholder="CRM"
          maxLength={webhookLimits.name}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label="Address"
          type="url"
          inputMode="url"
          placeholder="https://example.com/parley"
          maxLength={webhookLimits.url}
          required
          value={url}
          hint="Inside your own network http:// is fine too."
          onChange={({ target }) => setUrl(target.value)}
        />
        <fieldset>
          <legend className="mb-1.5 font-medium text-ink-soft text-sm">What it hears of</legend>
          <div className="divide-y divide-line rounded-xl border border-line">
            {webhookEvents.map((event) => (
              <label key={event} className="flex min-h-12 items-center gap-3 px-3.5 py-2">
                <input
                  type="checkbox"
                  checked={events.includes(event)}
                  onChange={({ target }) => toggle(event, target.checked)}
                  className="size-4.5 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium text-sm">{eventWords[event]}</span>
                  <span className="block text-ink-faint text-xs">{eventHints[event]}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <FormError error={save.error} />
        <Button type="submit" look="primary" busy={save.isPending} disabled={events.length === 0}>
          {saveLabel}
        </Button>
      </form>
    </DialogFrame>
  );
}
