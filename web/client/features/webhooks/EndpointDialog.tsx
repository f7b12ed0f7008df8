import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type WebhookEvent, webhookEvents } from '../../../../lib/webhooks/events.ts';
import { type AddWebhook, webhookLimits } from '../../../../lib/webhooks/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckList } from '../../ui/CheckList.tsx';
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
        <CheckList
          legend="What it hears of"
          choices={webhookEvents.map((event) => ({
            value: event,
            label: eventWords[event],
            hint: eventHints[event],
          }))}
          chosen={events}
          onChange={setEvents}
        />
        <FormError error={save.error} />
        <Button type="submit" look="primary" busy={save.isPending} disabled={events.length === 0}>
          {saveLabel}
        </Button>
      </form>
    </DialogFrame>
  );
}
