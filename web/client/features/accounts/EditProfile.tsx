import { useMutation } from '@tanstack/react-query';
import { Globe } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import type { Account } from '../../../../lib/account-messages.ts';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { changeProfile } from '../api/own-account.ts';
import { FormError } from './FormError.tsx';
import { SettingsCard } from './SettingsPage.tsx';
import { useSetAccount } from './useAuthState.ts';

export function EditProfile({ account }: { account: Account }) {
  const [name, setName] = useState(account.name);
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const setAccount = useSetAccount();
  const zones = useMemo(() => zonesWith(account.timeZone), [account.timeZone]);
  const save = useMutation({ mutationFn: changeProfile, onSuccess: setAccount });
  const changed = name !== account.name || timeZone !== account.timeZone;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, timeZone });
  };
  return (
    <SettingsCard title="You">
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <TextField
          label="Your name"
          value={name}
          autoComplete="name"
          maxLength={limits.name}
          required
          hint={`Signed in as ${account.email}`}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label="Time zone of the meetings that you plan"
          icon={<Globe aria-hidden size={17} />}
          value={timeZone}
          options={zones}
          onChange={setTimeZone}
        />
        <FormError error={save.error} />
        <div className="flex items-center gap-3">
          <Button type="submit" look="primary" disabled={!changed} busy={save.isPending}>
            Save
          </Button>
          <span role="status" className="text-ink-soft text-sm">
            {save.isSuccess && !changed ? 'Saved' : ''}
          </span>
        </div>
      </form>
    </SettingsCard>
  );
}

/** Every zone that the browser knows, and the one that is set in any case. */
function zonesWith(current: string): { value: string; label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current]);
  return [...names].toSorted().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}
