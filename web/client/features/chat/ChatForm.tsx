import { SendHorizontal } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { chatLimits } from '../../../../lib/chat-messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';

interface ChatFormProps {
  /** Why this person cannot write now; null when they can. */
  closed: string | null;
  /** Nothing that is written now outlives the meeting. */
  offRecord: boolean;
  draft: { current: string };
  /** Takes the focus when it opens. */
  focused: boolean;
  onSend(text: string): void;
}

/** From here on the number of characters that are left is shown. */
const nearLimit = chatLimits.text - 500;

export function ChatForm({ closed, offRecord, draft, focused, onSend }: ChatFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(draft.current);
  const tooLong = text.length > chatLimits.text;
  const write = (next: string) => {
    draft.current = next;
    setText(next);
  };
  useEffect(() => {
    if (focused) field.current?.focus({ preventScroll: true });
  }, [focused]);
  const submit = () => {
    if (closed || tooLong || text.trim() === '') return;
    onSend(text);
    write('');
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
      className="flex flex-col gap-2 border-line border-t p-3"
    >
      {(closed ?? (offRecord && 'Off the record: what you write now is gone when the meeting ends.')) && (
        <p role="status" className="text-sm text-warn">
          {closed ?? 'Off the record: what you write now is gone when the meeting ends.'}
        </p>
      )}
      <div className="flex items-end gap-2">
        <label htmlFor={id} className="sr-only">
          Message to everyone
        </label>
        <textarea
          ref={field}
          id={id}
          rows={2}
          dir="auto"
          value={text}
          disabled={closed !== null}
          placeholder="Write to everyone"
          aria-invalid={tooLong || undefined}
          aria-describedby={`${id}-length`}
          onChange={({ target }) => write(target.value)}
          onKeyDown={onKeyDown}
          className="block max-h-40 min-h-12 flex-1 resize-none rounded-xl border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink leading-snug [field-sizing:content] disabled:bg-sunken"
        />
        <IconButton
          type="submit"
          label="Send"
          icon={<SendHorizontal aria-hidden size={20} />}
          look="active"
          size="large"
          disabled={closed !== null || tooLong || text.trim() === ''}
        />
      </div>
      <p id={`${id}-length`} className={tooLong ? 'text-danger text-sm' : 'text-ink-faint text-xs'}>
        {text.length > nearLimit && describeLength(text.length)}
      </p>
    </form>
  );
}

function describeLength(length: number): string {
  const left = chatLimits.text - length;
  return left < 0 ? `${(-left).toLocaleString()} characters too long` : `${left.toLocaleString()} left`;
}
