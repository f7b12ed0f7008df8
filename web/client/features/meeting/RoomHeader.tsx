import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../lib/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { useShortcutKey } from '../shortcuts/shortcuts-enabled.ts';
import { CopyLink } from './CopyLink.tsx';
import { InviteMenu } from './InviteMenu.tsx';

interface RoomHeaderProps {
  meeting: MeetingView;
  /** Of a host, who makes invitations; null for everyone else, who can pass the link on. */
  hostToken: string | null;
  /** What waits for this person. */
  badge: ReactNode;
  onShortcuts(): void;
  /** How the person looks at the meeting. */
  view: ReactNode;
}

export function RoomHeader({ meeting, hostToken, badge, view, onShortcuts }: RoomHeaderProps) {
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
        <IconButton
          label="Keyboard shortcuts"
          icon={<Keyboard aria-hidden size={20} />}
          shortcutKey={useShortcutKey('help')}
          className="max-lg:hidden"
          onClick={onShortcuts}
        />
        {view}
        {hostToken ? <InviteMenu meeting={meeting} token={hostToken} /> : <CopyLink code={meeting.code} />}
      </div>
    </header>
  );
}
