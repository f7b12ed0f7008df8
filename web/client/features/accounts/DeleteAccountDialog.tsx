import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import type { DeleteAccount } from '../../../../lib/my-data.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { deleteAccount } from '../api/own-account.ts';
import { FormError } from './FormError.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useSetAccount } from './useAuthState.ts';
import { useSessions } from './useSessions.ts';

interface Choice<T extends string> {
  value: T;
  label: string;
  hint: string;
}

const meetingChoices: Choice<DeleteAccount['meetings']>[] = [
  {
    value: 'handOver',
    label: 'Hand them over',
    hint: 'To somebody with an account who was there. Where there is nobody they are deleted.',
  },
  { value: 'delete', label: 'Delete them', hint: 'For everyone. Meetings to come are called off.' },
];
const wordChoices: Choice<DeleteAccount['words']>[] = [
  { value: 'keep', label: 'Keep them without my name', hint: 'They stay as those of a deleted person.' },
  {
    value: 'remove',
    label: 'Remove them',
    hint: 'Recordings with your voice are deleted as a whole, and summaries are written again.',
  },
];

/** Asks what becomes of what a person leaves behind, and for their password. */
export function DeleteAccountDialog({ account, onClose }: { account: Account; onClose(): void }) {
  const [meetings, setMeetings] = useState<DeleteAccount['meetings']>('handOver');
  const [words, setWords] = useState<DeleteAccount['words']>('keep');
  const [proof, setProof] = useState('');
  const hasPassword = useSessions().data?.hasPassword ?? true;
  const navigate = useNavigate();
  const setAccount = useSetAccount();
  const remove = useMutation({
    mutationFn: () => deleteAccount({ proof, meetings, words }),
    onSuccess: async () => {
      setAccount(null);
      await navigate({ to: '/' });
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <DialogFrame
      title="Delete your account?"
      description="Your address is removed everywhere, your name wherever it clearly means you. What others said stays. This cannot be taken back."
      closedBy="own"
      onClose={onClose}
    >
      <form onSubmit={onSubmit} className="mt-5 flex flex-col gap-5">
        <Choices<DeleteAccount['meetings']>
          legend="Meetings that you host"
          value={meetings}
          choices={meetingChoices}
          onChange={setMeetings}
        />
        <Choices<DeleteAccount['words']>
          legend="Your own words in meetings"
          value={words}
          choices={wordChoices}
          onChange={setWords}
        />
        {hasPassword ? (
          <PasswordField
            label="Your password"
            value={proof}
            autoComplete="current-password"
            onChange={setProof}
          />
        ) : (
          <TextField
            label="Your address, to confirm"
            placeholder={account.email}
            autoComplete="off"
            value={proof}
            onChange={({ target }) => setProof(target.value)}
          />
        )}
        <FormError error={remove.error} />
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Keep my account</Button>
          <Button type="submit" look="danger" busy={remove.isPending} disabled={proof === ''}>
            Delete it for good
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

interface ChoicesProps<T extends string> {
  legend: string;
  value: T;
  choices: Choice<T>[];
  onChange(value: T): void;
}

function Choices<T extends string>({ legend, value, choices, onChange }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-ink-soft text-sm">{legend}</legend>
      <div className="divide-y divide-line rounded-xl border border-line">
        {choices.map((choice) => (
          <label key={choice.value} className="flex min-h-12 items-center gap-3 px-3.5 py-2">
            <input
              type="radio"
              name={legend}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="size-4.5 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block font-medium text-sm">{choice.label}</span>
              <span className="block text-ink-faint text-xs">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
