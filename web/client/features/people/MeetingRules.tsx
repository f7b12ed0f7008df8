import { type FormEvent, useId, useState } from 'react';
import type { MeetingSettings } from '../../../../lib/host-messages.ts';
import { limits } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { HostActions } from './useHostActions.ts';

interface MeetingRulesProps {
  settings: MeetingSettings;
  actions: Pick<HostActions, 'change' | 'changing'>;
}

/** Who comes in from now on. Each change takes effect at once. */
export function MeetingRules({ settings, actions }: MeetingRulesProps) {
  const { change, changing } = actions;
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-line border-t pt-4">
      <h3 id={id} className="font-semibold text-sm">
        Who can come in
      </h3>
      <Switch
        label="Lock the meeting"
        hint="Nobody new comes in. Who was here can come back."
        checked={settings.locked}
        disabled={changing}
        onChange={(locked) => change({ locked })}
      />
      <Switch
        label="Waiting room"
        hint="New people wait until you let them in."
        checked={settings.waitingRoom}
        disabled={changing}
        onChange={(waitingRoom) => change({ waitingRoom })}
      />
      <PasswordRule settings={settings} actions={actions} />
      <LimitRule key={settings.maxPeople} settings={settings} actions={actions} />
    </section>
  );
}

function PasswordRule({ settings, actions }: MeetingRulesProps) {
  const [password, setPassword] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') actions.change({ password }, () => setPassword(''));
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2">
      <TextField
        label="Password"
        value={password}
        maxLength={limits.password}
        autoComplete="off"
        placeholder={settings.hasPassword ? 'A new password' : 'No password'}
        hint={settings.hasPassword ? 'New people need the password.' : 'Anyone with the link can come in.'}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={password === '' || actions.changing}>
          {settings.hasPassword ? 'Change password' : 'Set password'}
        </Button>
        {settings.hasPassword && (
          <Button look="plain" disabled={actions.changing} onClick={() => actions.change({ password: null })}>
            Drop password
          </Button>
        )}
      </div>
    </form>
  );
}

function LimitRule({ settings, actions }: MeetingRulesProps) {
  const [text, setText] = useState(settings.maxPeople === null ? '' : String(settings.maxPeople));
  const value = text.trim() === '' ? null : Number(text);
  const valid = value === null || (Number.isInteger(value) && value >= 1 && value <= limits.people);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) actions.change({ maxPeople: value });
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-2">
      <TextField
        label="Maximum people"
        inputMode="numeric"
        value={text}
        placeholder="No limit"
        error={valid ? null : `A whole number from 1 to ${limits.people}, or nothing.`}
        onChange={(event) => setText(event.target.value)}
      />
      {value !== settings.maxPeople && (
        <Button type="submit" className="self-start" disabled={!valid || actions.changing}>
          {value === null ? 'Drop the limit' : 'Set the limit'}
        </Button>
      )}
    </form>
  );
}
