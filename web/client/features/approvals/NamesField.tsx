import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { isSuspicious } from './inspect-text.ts';
import { MarkedText } from './MarkedText.tsx';

interface NamesFieldProps {
  label: string;
  value: readonly string[];
  /** Names to choose from. */
  people: readonly string[];
  error: string | null;
  disabled: boolean;
  onChange(names: string[]): void;
}

/** People by name: each can be taken out, others added. */
export function NamesField({ label, value, people, error, disabled, onChange }: NamesFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = () => {
    const name = typed.trim();
    if (name !== '' && !value.includes(name)) onChange([...value, name]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        {label}
      </label>
      <div
        className={classNames(
          'flex min-h-12 flex-wrap items-center gap-1.5 rounded-xl border bg-surface px-2 py-1.5 outline-accent has-[input:focus-visible]:outline-2',
          error ? 'border-danger' : 'border-line-strong',
        )}
      >
        {value.map((name) => (
          <span
            key={name}
            className="inline-flex max-w-full items-center gap-1 rounded-lg bg-sunken py-0.5 pl-2.5 text-sm"
          >
            <span className={isSuspicious(name) ? 'text-warn' : undefined}>
              <MarkedText text={name} />
            </span>
            <button
              type="button"
              aria-label={`Take out ${name}`}
              disabled={disabled}
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-ink-faint hover:text-ink"
              onClick={() => onChange(value.filter((each) => each !== name))}
            >
              <X aria-hidden size={15} />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={`${id}-people`}
          value={typed}
          disabled={disabled}
          placeholder="Add a name"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-note` : undefined}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          className="min-h-9 w-36 min-w-36 flex-1 bg-transparent px-1.5 text-base text-ink outline-none"
        />
        <datalist id={`${id}-people`}>
          {people
            .filter((name) => !value.includes(name))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      {error && (
        <p id={`${id}-note`} className="mt-1.5 text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
