import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId } from 'react';
import { IconButton } from './IconButton.tsx';

interface ComposerProps {
  label: string;
  placeholder: string;
  value: string;
  /** What the button does. */
  sendLabel: string;
  maySend: boolean;
  disabled?: boolean;
  invalid?: boolean;
  maxLength?: number;
  describedBy?: string;
  fieldRef?: Ref<HTMLTextAreaElement>;
  onChange(value: string): void;
}

/** Where a message is written, in a form: Enter submits it, with Shift it begins a line. */
export function Composer({ label, value, sendLabel, maySend, fieldRef, onChange, ...rest }: ComposerProps) {
  const id = useId();
  const { placeholder, disabled, invalid, maxLength, describedBy } = rest;
  return (
    <div className="flex items-end gap-2">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={fieldRef}
        id={id}
        rows={2}
        dir="auto"
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        maxLength={maxLength}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={submitOnEnter}
        className="block max-h-40 min-h-12 flex-1 resize-none rounded-xl border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink leading-snug [field-sizing:content] disabled:bg-sunken"
      />
      <IconButton
        type="submit"
        label={sendLabel}
        icon={<SendHorizontal aria-hidden size={20} />}
        look="active"
        size="large"
        disabled={!maySend}
      />
    </div>
  );
}

function submitOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  // Not while an input method composes a word: Enter then takes the word.
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
