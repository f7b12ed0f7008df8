import { type FormEvent, useState } from 'react';
import { type Entry, limits, type MeetingView } from '../../../../lib/messages.ts';
import { cleanText } from '../../../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NoticeConsent } from './NoticeConsent.tsx';

interface JoinFormProps {
  meeting: MeetingView;
  entry: Entry;
  wrongPassword: boolean;
  name: string;
  onName(name: string): void;
  joining: boolean;
  problem: string | null;
  /** With the cleaned name, after the notice was accepted; the password only where one is asked for. */
  onJoin(name: string, password: string | null): void;
}

export function JoinForm({ meeting, entry, name, onName, joining, problem, ...props }: JoinFormProps) {
  const [password, setPassword] = useState('');
  const needsPassword = entry === 'password';
  const hasPassword = !needsPassword || password !== '';
  const [accepted, setAccepted] = useState(false);
  const [tried, setTried] = useState(false);
  const cleanName = cleanText(name, limits.name);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (accepted && cleanName !== '' && hasPassword) props.onJoin(cleanName, needsPassword ? password : null);
  };
  return (
    <form onSubmit={onSubmit} noValidate className="order-2 flex flex-col gap-5">
      <div>
        <p className="text-ink-faint text-sm">{introOf(meeting)}</p>
        <h1 className="mt-1 text-balance font-semibold text-3xl tracking-tight">{meeting.title}</h1>
      </div>
      <TextField
        label="Your name"
        value={name}
        maxLength={limits.name}
        autoComplete="name"
        placeholder="How others see you"
        error={tried && cleanName === '' ? 'Enter a name that others will see.' : null}
        onChange={(event) => onName(event.target.value)}
      />
      {needsPassword && (
        <TextField
          label="Meeting password"
          type="password"
          value={password}
          maxLength={limits.password}
          autoComplete="off"
          hint="The person who invited you knows it."
          error={passwordProblem(tried && !hasPassword, props.wrongPassword)}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      <NoticeConsent
        personaName={meeting.personaName}
        accepted={accepted}
        missing={tried && !accepted}
        onChange={setAccepted}
      />
      {problem && (
        <p role="alert" className="text-danger text-sm">
          {problem}
        </p>
      )}
      <Button type="submit" look="primary" size="large" busy={joining}>
        {entry === 'waiting_room' ? 'Ask to join' : 'Join meeting'}
      </Button>
      {entry === 'waiting_room' && (
        <p className="-mt-2 text-center text-ink-faint text-sm">The host lets people in one by one.</p>
      )}
    </form>
  );
}

function passwordProblem(missing: boolean, wrong: boolean): string | null {
  if (missing) return 'Enter the password of this meeting.';
  return wrong ? 'This is not the password. Check it and try again.' : null;
}

function introOf(meeting: MeetingView): string {
  if (meeting.isHost) return 'You are the host';
  return meeting.status === 'live' ? 'The meeting is on' : 'Nobody is here yet';
}
