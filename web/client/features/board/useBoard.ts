import type { Room } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { openBoard } from '../api/board.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import type { StageControl } from '../meeting/useStage.ts';

export interface BoardControl {
  /** On this person's stage. */
  shown: boolean;
  /** Shows the whiteboard, which the first one gives to the meeting; or puts it away. */
  toggle(): void;
}

const noticeId = 'board-opened';

/** The whiteboard on one's own stage. When somebody opens it, and to those who come later, a notice offers it. */
export function useBoard(
  room: Room,
  access: Access,
  { stage, exists, me }: { stage: StageControl; exists: boolean; me: string },
): BoardControl {
  const shown = stage.panels.includes('board');
  const opening = useRef(false);
  const toggle = () => {
    toast.dismiss(noticeId);
    if (shown || exists) return stage.toggle('board');
    opening.current = true;
    openBoard(access)
      .then(() => stage.toggle('board'))
      .catch((error: Error) => toast.error(error.message))
      .finally(() => {
        opening.current = false;
      });
  };
  useEffect(() => {
    if (shown) toast.dismiss(noticeId);
  }, [shown]);
  const latest = useRef({ shown, toggle });
  latest.current = { shown, toggle };

  useEffect(() => {
    const offer = (text: string) => {
      if (latest.current.shown || opening.current) return;
      const action = { label: 'Open', onClick: () => latest.current.shown || latest.current.toggle() };
      toast(text, { id: noticeId, duration: 20_000, action });
    };
    if (exists) offer('This meeting has a whiteboard');
    return followControlMessages(room, (message) => {
      if (message.type !== 'board.opened' || message.personId === me) return;
      offer(`${message.by} opened the whiteboard`);
    });
  }, [room, exists, me]);

  return { shown, toggle };
}
