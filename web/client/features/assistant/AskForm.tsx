import { type FormEvent, useState } from 'react';
import { type Audience, assistantLimits } from '../../../../lib/assistant-messages.ts';
import { Composer } from '../../ui/Composer.tsx';
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
  const [text, setText] = useState('');
  const [audience, setAudience] = useState<Audience>('me');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (question === '' || closed) return;
    onAsk({ kind: 'question', question, audience });
    setText('');
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2.5 border-line border-t p-3">
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
      <Composer
        label={`Question for ${personaName}`}
        placeholder={`Ask ${personaName} about this meeting`}
        value={text}
        sendLabel="Ask"
        maySend={closed === null && text.trim() !== ''}
        maxLength={assistantLimits.question}
        onChange={setText}
      />
      <Tabs<Audience>
        label="Who gets the answer"
        value={audience}
        options={audiences}
        onChange={setAudience}
      />
    </form>
  );
}
