import { CalendarClock } from 'lucide-react';
import type { FormEvent } from 'react';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PersonaPicker } from '../personas/PersonaPicker.tsx';
import type { PlanDraft } from './plan-draft.ts';
import { RepeatFields } from './RepeatFields.tsx';
import { SummaryFields } from './SummaryFields.tsx';
import { FormProblem, WhenFields } from './WhenFields.tsx';

interface PlanFormProps {
  draft: PlanDraft;
  /** An existing meeting: no invitations here, and its password may be taken away. */
  editing: { hasPassword: boolean } | null;
  busy: boolean;
  error: Error | null;
  /** What is wrong with the addresses, before anything was sent. */
  inviteProblem: string | null;
  onChange(change: Partial<PlanDraft>): void;
  onSubmit(): void;
}

const zones = Intl.supportedValuesOf('timeZone');
const lengths = [15, 30, 45, 60, 90, 120, 180, 240];
export function PlanForm({ draft, editing, busy, error, inviteProblem, onChange, onSubmit }: PlanFormProps) {
  const lengthOptions = [...new Set([...lengths, draft.durationMinutes])].sort((a, b) => a - b);
  const zoneOptions = zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      onSubmit={submit}
      className="flex flex-col gap-5 rounded-2xl border border-line bg-surface p-5 sm:p-7"
    >
      <TextField
        label="Title"
        placeholder="Weekly planning"
        value={draft.title}
        maxLength={limits.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <WhenFields when={draft} error={error} onChange={onChange} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label="Time zone"
          icon={<CalendarClock aria-hidden size={16} />}
          value={draft.timeZone}
          options={zoneOptions.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={(timeZone) => onChange({ timeZone, fold: null })}
        />
        <SelectField
          label="Length"
          value={String(draft.durationMinutes)}
          options={lengthOptions.map((minutes) => ({
            value: String(minutes),
            label: describeMinutes(minutes),
          }))}
          onChange={(minutes) => onChange({ durationMinutes: Number(minutes) })}
        />
      </div>
      <RepeatFields draft={draft} onChange={onChange} />
      {!editing && (
        <PersonaPicker value={draft.personaId} onChange={(personaId) => onChange({ personaId })} />
      )}
      {!editing && (
        <TextAreaField
          label="Invite people by mail (optional)"
          hint="Addresses, separated by commas. Each gets a link of their own and a calendar entry."
          rows={2}
          value={draft.invite}
          error={inviteProblem}
          onChange={(event) => onChange({ invite: event.target.value })}
        />
      )}
      <TextField
        label={editing?.hasPassword ? 'New password (empty: as it is)' : 'Password (optional)'}
        hint="Invited people do not need it."
        autoComplete="off"
        value={draft.password}
        maxLength={200}
        disabled={draft.dropPassword}
        onChange={(event) => onChange({ password: event.target.value })}
      />
      <div className="flex flex-col gap-1 text-sm">
        {editing?.hasPassword && (
          <CheckLine
            label="Take the password away"
            checked={draft.dropPassword}
            onChange={(dropPassword) => onChange({ dropPassword, password: '' })}
          />
        )}
        <CheckLine
          label="Guests wait until the host lets them in"
          checked={draft.waitingRoom}
          onChange={(waitingRoom) => onChange({ waitingRoom })}
        />
      </div>
      <SummaryFields draft={draft} onChange={onChange} />
      <FormProblem error={error} />
      <div className="flex justify-end">
        <Button type="submit" look="primary" size="large" busy={busy} className="w-full sm:w-auto">
          {editing ? 'Save changes' : 'Plan meeting'}
        </Button>
      </div>
    </form>
  );
}

interface CheckLineProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

function CheckLine({ label, checked, onChange }: CheckLineProps) {
  return (
    <label className="inline-flex min-h-9 items-center gap-2.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4.5 accent-accent"
      />
      {label}
    </label>
  );
}

function describeMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = minutes / 60;
  return hours === 1 ? '1 hour' : `${Number(hours.toFixed(2))} hours`;
}
