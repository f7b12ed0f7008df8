import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { type Audience, assistantLimits } from '../../../../lib/assistant-messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { readyMade } from './questions.ts';
import type { Question } from './useReplies.ts';

interface AskFormProps {
  personaName: string;
  /** Why nothing can be asked now; null when it can. */
  closed: string | null;
  onAsk(question: Question): void;
}

const audiences: { value: Audience; label: string }[] = [
  { value: 'me', label: 'For me' },
  { value: 'all', label: 'For everyone' },
];

/** A question in one's own words or a ready-made one, and who hears the answer. */
export function AskForm({ personaName, closed, onAsk }: AskFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<Audience>('me');
  const submit = () => {
    const question = text.trim();
    if (question === '' || closed) return;
    onAsk({ kind: 'question', question, audience });
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Not while an input method composes a word: Enter then takes the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-2.5 border-line border-t p-3"
    >
      <ul aria-label="Ready-made questions" className="flex gap-1.5 overflow-x-auto pb-0.5 sm:flex-wrap">
        {readyMade.map(({ kind, label }) => (
          <li key={kind} className="shrink-0">
            <button
              type="button"
              disabled={closed !== null}
              onClick={() => onAsk({ kind, question: '', audience })}
              className="min-h-8 rounded-full border border-line px-3 text-ink-soft text-sm hover:bg-sunken hover:text-ink disabled:opacity-55"
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      {closed && (
        <p role="status" className="text-sm text-warn">
          {closed}
        </p>
      )}
      <div className="flex items-end gap-2">
        <label htmlFor={id} className="sr-only">
          Question for {personaName}
        </label>
        <textarea
          id={id}
          rows={2}
          value={text}
          maxLength={assistantLimits.question}
          placeholder={`Ask ${personaName} about this meeting`}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          className="block min-h-12 flex-1 resize-none rounded-xl border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink leading-snug"
        />
        <IconButton
          type="submit"
          label="Ask"
          icon={<SendHorizontal aria-hidden size={20} />}
          look="active"
          size="large"
          disabled={text.trim() === '' || closed !== null}
        />
      </div>
      <Tabs<Audience>
        label="Who gets the answer"
        value={audience}
        options={audiences}
        onChange={setAudience}
      />
    </form>
  );
}
