import { type FormEvent, useState } from 'react';
import type { CreateInvitations } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextAreaField } from '../../ui/TextAreaField.tsx';
import { readAddresses } from './plan-draft.ts';

interface InviteFormProps {
  busy: boolean;
  onInvite(body: CreateInvitations): Promise<unknown>;
}

type InvitedRole = CreateInvitations['role'];

const roles: { value: InvitedRole; label: string }[] = [
  { value: 'participant', label: 'Participant' },
  { value: 'guest', label: 'Guest' },
  { value: 'viewer', label: 'Viewer: sees and hears' },
  { value: 'cohost', label: 'Co-host: helps to run it' },
];
const expiries = [
  { value: '24', label: 'One day' },
  { value: '168', label: 'One week' },
  { value: '720', label: '30 days' },
];
const uses = [
  { value: '', label: 'Any number' },
  { value: '1', label: 'One person' },
  { value: '10', label: '10 people' },
  { value: '50', label: '50 people' },
];

export function InviteByMail({ busy, onInvite }: InviteFormProps) {
  const [text, setText] = useState('');
  const [role, setRole] = useState<InvitedRole>('participant');
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { emails, wrong } = readAddresses(text);
    setProblem(wrong ? `"${wrong}" is not an e-mail address.` : null);
    if (wrong || emails.length === 0) return;
    // What went wrong is shown by the dialog.
    onInvite({ by: 'mail', role, emails }).then(
      () => setText(''),
      () => undefined,
    );
  };
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <TextAreaField
        label="Addresses"
        rows={2}
        value={text}
        error={problem}
        onChange={(event) => setText(event.target.value)}
      />
      <RoleField role={role} onChange={setRole} />
      <Button type="submit" look="primary" busy={busy} disabled={text.trim() === ''}>
        Send invitations
      </Button>
    </form>
  );
}

export function InviteByLink({ busy, onInvite }: InviteFormProps) {
  const [role, setRole] = useState<InvitedRole>('participant');
  const [expiry, setExpiry] = useState('168');
  const [maxUses, setMaxUses] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const limit = maxUses === '' ? null : Number(maxUses);
    onInvite({ by: 'link', role, expiresInHours: Number(expiry), maxUses: limit }).catch(() => undefined);
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-4">
      <RoleField role={role} onChange={setRole} />
      <div className="grid grid-cols-2 gap-4">
        <SelectField label="Good for" value={expiry} options={expiries} onChange={setExpiry} />
        <SelectField label="For" value={maxUses} options={uses} onChange={setMaxUses} />
      </div>
      <Button type="submit" look="primary" busy={busy}>
        Make a link
      </Button>
    </form>
  );
}

function RoleField({ role, onChange }: { role: InvitedRole; onChange(role: InvitedRole): void }) {
  return (
    <SelectField
      label="They come as"
      value={role}
      options={roles}
      onChange={(value) => onChange(roles.find((each) => each.value === value)?.value ?? 'participant')}
    />
  );
}
