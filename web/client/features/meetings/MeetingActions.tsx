import { Link } from '@tanstack/react-router';
import { CalendarClock, CalendarX, Pencil, UserPlus, Video } from 'lucide-react';
import { lazy, useState } from 'react';
import type { MeetingDetails } from '../../../../lib/planning.ts';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { CancelDialog } from './CancelDialog.tsx';

const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.tsx')).InviteDialog }));
const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog.tsx')).MoveDialog }));

/** What can be done with a meeting from its page. */
export function MeetingActions({ meeting }: { meeting: MeetingDetails['meeting'] }) {
  const { id, code, phase, mayEdit, recurs } = meeting;
  const [open, setOpen] = useState<'invite' | 'move' | 'cancel' | null>(null);
  const isOpen = phase === 'upcoming' || phase === 'live' || phase === 'missed';
  const notBegun = phase === 'upcoming' || phase === 'missed';
  if (!isOpen) return null;
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex flex-wrap gap-3">
        <Link
          to="/m/$code"
          params={{ code }}
          className="inline-flex min-h-10 items-center gap-2 rounded-xl bg-accent px-4 font-medium text-on-accent text-sm hover:bg-accent-hover"
        >
          <Video aria-hidden size={18} />
          Join
        </Link>
        {mayEdit && (
          <Button onClick={() => setOpen('invite')}>
            <UserPlus aria-hidden size={17} />
            Invite
          </Button>
        )}
        {mayEdit && notBegun && (
          <Link
            to="/meetings/$id/edit"
            params={{ id }}
            className="inline-flex min-h-10 items-center gap-2 rounded-xl border border-line bg-surface px-4 font-medium text-sm hover:bg-sunken"
          >
            <Pencil aria-hidden size={16} />
            {recurs ? 'Change series' : 'Change'}
          </Link>
        )}
        {mayEdit && phase === 'upcoming' && recurs && (
          <Button onClick={() => setOpen('move')}>
            <CalendarClock aria-hidden size={17} />
            Move this one
          </Button>
        )}
        {mayEdit && notBegun && (
          <Button look="dangerQuiet" onClick={() => setOpen('cancel')}>
            <CalendarX aria-hidden size={17} />
            Cancel meeting
          </Button>
        )}
      </div>
      <p className="text-ink-faint text-sm">
        Code <span className="select-all font-mono text-ink">{code}</span>
      </p>
      <LazyPart failed={<PartFailed onDismiss={() => setOpen(null)} />}>
        {open === 'invite' && <InviteDialog meeting={meeting} onClose={() => setOpen(null)} />}
        {open === 'move' && <MoveDialog meeting={meeting} onClose={() => setOpen(null)} />}
      </LazyPart>
      <CancelDialog
        meeting={meeting}
        open={open === 'cancel'}
        onOpenChange={(isShown) => setOpen(isShown ? 'cancel' : null)}
      />
    </div>
  );
}
