import { MessageCircleQuestion } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { AskForm } from './AskForm.tsx';
import { ExchangeView } from './ExchangeView.tsx';
import { useAsk } from './useAsk.ts';

interface AskArchiveProps {
  /** Null: all meetings that the person may see. */
  meetingId: string | null;
}

const words = {
  one: {
    label: 'Ask this meeting',
    placeholder: 'What was decided about …?',
    lead: 'Answers come from what was said here, each with the line that says so. A click on its number leads there.',
  },
  all: {
    label: 'Ask your meetings',
    placeholder: 'Who takes care of …?',
    lead: 'Answers come from all meetings that you may see, each with the line that says so. A click on its number leads there.',
  },
};

/** A conversation about what was said, in one meeting or in all of them. */
export function AskArchive({ meetingId }: AskArchiveProps) {
  const { exchanges, busy, ask, forget } = useAsk(meetingId);
  const { label, placeholder, lead } = meetingId === null ? words.all : words.one;
  const end = useRef<HTMLDivElement>(null);
  const count = exchanges.length;
  useEffect(() => {
    if (count > 1) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  return (
    <section aria-label={label} className="flex max-w-3xl flex-col gap-6">
      {exchanges.length === 0 ? (
        <p className="flex items-start gap-3 text-pretty text-ink-soft">
          <MessageCircleQuestion aria-hidden size={20} className="mt-0.5 shrink-0 text-accent" />
          {lead}
        </p>
      ) : (
        <div className="flex flex-col gap-8">
          {exchanges.map((exchange, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: questions are only added, and may be asked twice
            <ExchangeView key={index} exchange={exchange} everywhere={meetingId === null} />
          ))}
          <div ref={end} />
        </div>
      )}
      <AskForm label={label} placeholder={placeholder} busy={busy} onAsk={ask} />
      {exchanges.length > 0 && (
        <Button look="plain" className="self-start" onClick={forget}>
          Begin anew
        </Button>
      )}
    </section>
  );
}
