import { type FormEvent, useId, useState } from 'react';
import { archiveLimits } from '../../../../lib/archive-messages.ts';
import { Button } from '../../ui/Button.tsx';

interface AskFormProps {
  label: string;
  placeholder: string;
  busy: boolean;
  onAsk(question: string): void;
}

export function AskForm({ label, placeholder, busy, onAsk }: AskFormProps) {
  const id = useId();
  const [question, setQuestion] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = question.trim();
    if (asked === '' || busy) return;
    onAsk(asked);
    setQuestion('');
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
          {label}
        </label>
        <input
          id={id}
          value={question}
          maxLength={archiveLimits.question}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => setQuestion(event.target.value)}
          className="min-h-12 w-full rounded-xl border border-line-strong bg-surface px-3.5 text-base text-ink"
        />
      </div>
      <Button type="submit" look="primary" size="large" disabled={busy || question.trim() === ''}>
        Ask
      </Button>
    </form>
  );
}
