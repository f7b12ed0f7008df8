import {
  ChartBarBig,
  MessageCircleQuestion,
  MessagesSquare,
  NotebookPen,
  ScrollText,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { CountBadge } from '../../ui/CountBadge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { PollsControl } from '../polls/usePolls.ts';
import { type Side, sideId } from './side-panels.ts';
import type { RoomSides } from './useRoomSides.ts';

export interface RoomViewState {
  sides: Pick<RoomSides, 'isOpen' | 'show'>;
  /** How many people wait to be let in. */
  waiting: number;
  /** How many messages of others this person has not seen. */
  unread: number;
  polls: Pick<PollsControl, 'offered' | 'unread'>;
  /** How many hands are up. */
  handsUp: number;
}

/** What stands beside the stage. Where it is narrow most of it is in the menu. */
export function ViewButtons({ sides, waiting, unread, polls, handsUp }: RoomViewState) {
  return (
    <>
      <SideButton
        side="transcript"
        sides={sides}
        labels={['Show transcript', 'Hide transcript']}
        icon={<ScrollText aria-hidden size={21} />}
        wideOnly
      />
      <SideButton
        side="ask"
        sides={sides}
        labels={['Ask a question', 'Hide questions']}
        icon={<MessageCircleQuestion aria-hidden size={21} />}
      />
      <SideButton
        side="chat"
        sides={sides}
        labels={['Show chat', 'Hide chat']}
        icon={<MessagesSquare aria-hidden size={21} />}
        count={unread}
        note={unread > 0 ? `${unread} unread` : ''}
        wideOnly
      />
      <SideButton
        side="notes"
        sides={sides}
        labels={['Show notes', 'Hide notes']}
        icon={<NotebookPen aria-hidden size={21} />}
        wideOnly
      />
      {polls.offered && (
        <SideButton
          side="polls"
          sides={sides}
          labels={['Show polls', 'Hide polls']}
          icon={<ChartBarBig aria-hidden size={21} />}
          count={polls.unread}
          note={polls.unread > 0 ? `${polls.unread} to vote in` : ''}
          wideOnly
        />
      )}
      <SideButton
        side="people"
        sides={sides}
        labels={['Show people', 'Hide people']}
        icon={<Users aria-hidden size={21} />}
        count={waiting + handsUp}
        note={[waiting > 0 && `${waiting} waiting`, handsUp > 0 && `${handsUp} with a raised hand`]
          .filter(Boolean)
          .join(', ')}
        wideOnly
      />
    </>
  );
}

interface SideButtonProps extends Pick<RoomViewState, 'sides'> {
  side: Side;
  /** While it is closed, and while it is open. */
  labels: [string, string];
  icon: ReactNode;
  count?: number;
  /** What `count` counts, in words. */
  note?: string;
  wideOnly?: boolean;
}

function SideButton({ side, sides, labels, icon, count = 0, note = '', wideOnly }: SideButtonProps) {
  const open = sides.isOpen(side);
  return (
    <span className={wideOnly ? 'relative max-lg:hidden' : 'relative'}>
      <IconButton
        label={`${labels[open ? 1 : 0]}${note && `, ${note}`}`}
        icon={icon}
        look={open ? 'active' : 'raised'}
        size="large"
        aria-expanded={open}
        aria-controls={sideId(side)}
        onClick={() => sides.show(side)(!open)}
      />
      <CountBadge count={count} />
    </span>
  );
}
