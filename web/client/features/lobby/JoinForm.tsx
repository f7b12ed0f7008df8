import { type FormEvent, useState } from 'react';
import { limits, type MeetingView } from '../../../../lib/messages.ts';
import { cleanText } from '../../../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NoticeConsent } from './NoticeConsent.tsx';

interface JoinFormProps {
  meeting: MeetingView;
  name: string;
  onName(name: string): void;
  joining: boolean;
  problem: string | null;
  /** With the cleaned name, after the notice was accepted. */
  onJoin(name: string): void;
}

export function JoinForm({ meeting, name, onName, joining, problem, onJoin }: JoinFormProps) {
  const [accepted, setAccepted] = useState(false);
  const [tried, setTried] = useState(false);
  const cleanName = cleanText(name, limits.name);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (accepted && cleanName !== '') onJoin(cleanName);
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
        Join meeting
      </Button>
    </form>
  );
}

function introOf(meeting: MeetingView): string {
  if (meeting.isHost) return 'You are the host';
  return meeting.status === 'live' ? 'The meeting is on' : 'Nobody is here yet';
}
