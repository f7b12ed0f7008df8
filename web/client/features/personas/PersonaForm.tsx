import type { FormEvent, ReactNode } from 'react';
import { limits } from '../../../../lib/messages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Draft } from './draft.ts';
import { spokenLanguages } from './languages.ts';
import { personaModes } from './modes.ts';

interface PersonaFormProps {
  draft: Draft;
  readOnly: boolean;
  onChange(change: Partial<Draft>): void;
  onSubmit(): void;
  /** Under the fields: what went wrong, and buttons. */
  children: ReactNode;
}

export function PersonaForm({ draft, readOnly, onChange, onSubmit, children }: PersonaFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} className="flex min-w-0 flex-col gap-6">
      <TextField
        label="Name"
        value={draft.name}
        maxLength={limits.name}
        required
        disabled={readOnly}
        autoComplete="off"
        hint="People say it to address the AI participant: short, and easy to say."
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <fieldset disabled={readOnly}>
        <legend className="mb-1.5 font-medium text-ink-soft text-sm">When it speaks</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {personaModes.map(({ mode, name, description }) => (
            <label
              key={mode}
              className="flex cursor-pointer gap-3 rounded-xl border border-line-strong bg-surface p-3.5 has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-default"
            >
              <input
                type="radio"
                name="mode"
                checked={draft.mode === mode}
                onChange={() => onChange({ mode })}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                <span className="block font-medium text-sm">{name}</span>
                <span className="mt-0.5 block text-pretty text-ink-soft text-sm leading-snug">
                  {description}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        label="Greeting (optional)"
        rows={2}
        maxLength={500}
        value={draft.greeting}
        disabled={readOnly}
        hint="How it introduces itself. Left empty, it joins without a word."
        onChange={(event) => onChange({ greeting: event.target.value })}
      />
      <TextAreaField
        label="Instructions"
        rows={10}
        maxLength={8_000}
        value={draft.instructions}
        disabled={readOnly}
        hint="Who it is, what it watches, how it answers. Everyone in a meeting can read this."
        onChange={(event) => onChange({ instructions: event.target.value })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label="Language"
          value={draft.language}
          disabled={readOnly}
          options={spokenLanguages(draft.language)}
          onChange={(language) => onChange({ language })}
        />
        <TextField
          label="Voice"
          value={draft.voice}
          maxLength={80}
          disabled={readOnly}
          hint="As the speech server calls it, or “default”."
          onChange={(event) => onChange({ voice: event.target.value })}
        />
      </div>
      {children}
    </form>
  );
}
