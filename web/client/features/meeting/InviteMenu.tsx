import { UserPlus } from 'lucide-react';
import { lazy, useState } from 'react';
import type { MeetingView } from '../../../../lib/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { CopyLink } from './CopyLink.tsx';

const InviteDialog = lazy(async () => ({
  default: (await import('../meetings/InviteDialog.tsx')).InviteDialog,
}));

interface InviteMenuProps {
  meeting: Pick<MeetingView, 'id' | 'title' | 'code'>;
  /** The host's `apiToken`. */
  token: string;
}

/** A host passes the link on, or makes invitations with a role and an end. */
export function InviteMenu({ meeting, token }: InviteMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex shrink-0 items-center gap-2">
      <CopyLink code={meeting.code} />
      <Button onClick={() => setOpen(true)} className="max-sm:px-3">
        <UserPlus aria-hidden size={17} />
        <span className="max-sm:sr-only">Invite</span>
      </Button>
      {open && (
        <LazyPart failed={<PartFailed floats />}>
          <InviteDialog meeting={meeting} token={token} onClose={() => setOpen(false)} />
        </LazyPart>
      )}
    </div>
  );
}
