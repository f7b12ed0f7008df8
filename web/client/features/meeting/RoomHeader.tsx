import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../lib/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { CommandsButton } from '../commands/CommandsButton.tsx';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import { CopyLink } from './CopyLink.tsx';
import { InviteButton } from './InviteButton.tsx';
import type { RoomDialogs } from './useRoomDialogs.ts';

interface RoomHeaderProps {
  meeting: MeetingView;
  /** Whether this person makes invitations; everyone can pass the link on. */
  mayInvite: boolean;
  /** What waits for this person. */
  badge: ReactNode;
  dialogs: RoomDialogs;
  /** How the person looks at the meeting. */
  view: ReactNode;
}

export function RoomHeader({ meeting, mayInvite, badge, view, dialogs }: RoomHeaderProps) {
  return (
    <header className="flex items-center justify-between gap-3 px-3 pt-3 sm:gap-4 sm:px-4 short:pt-1">
      <SkipLink to="footer">Skip to the controls</SkipLink>
      <div className="flex min-w-0 items-center gap-3">
        <img src="/icon.svg" alt="" width={32} height={32} className="max-sm:hidden" />
        <div className="min-w-0">
          <h1 className="truncate font-semibold leading-tight">{meeting.title}</h1>
          <p className="truncate text-ink-faint text-xs">{meeting.code}</p>
        </div>
      </div>
      <div className="flex shrink-0 items-center gap-2">
        {badge}
        <CommandsButton className="max-lg:hidden" onClick={() => dialogs.show('commands')} />
        <IconButton
          label="Keyboard shortcuts"
          icon={<Keyboard aria-hidden size={20} />}
          shortcutKey={useShortcutKey('help')}
          className="max-lg:hidden"
          onClick={() => dialogs.show('shortcuts')}
        />
        {view}
        <CopyLink code={meeting.code} />
        {mayInvite && <InviteButton onClick={() => dialogs.show('invite')} />}
      </div>
    </header>
  );
}
