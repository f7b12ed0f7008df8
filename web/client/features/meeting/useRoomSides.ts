import { useState } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import type { Reveal } from '../captions/useReveal.ts';
import { closeSide, openSide, type Side, sideId } from './side-panels.ts';
import { usePanelsBeside } from './usePanelsBeside.ts';

export interface RoomSides {
  /** Panels stand beside the stage; else one at a time is a sheet over it. */
  wide: boolean;
  isOpen(side: Side): boolean;
  show(side: Side): (open: boolean) => void;
  /** What the panel itself has to know. */
  panel(side: Side): { id: string; wide: boolean; open: boolean; onOpenChange(open: boolean): void };
  closeAll(): void;
  /** The line that the transcript scrolls to. */
  reveal: Reveal | null;
  /** Opens the transcript at a line. */
  showLine(line: LineRef): void;
}

/** Which panels are open, and what the transcript shows. */
export function useRoomSides(): RoomSides {
  const most = usePanelsBeside();
  const [open, setOpen] = useState<readonly Side[]>(most > 0 ? ['transcript'] : []);
  const [reveal, setReveal] = useState<Reveal | null>(null);
  const shown = open.slice(-Math.max(1, most));
  const wide = most > 0;
  const isOpen = (side: Side) => shown.includes(side);
  const show = (side: Side) => (open: boolean) => {
    setReveal(null);
    setOpen(open ? openSide(shown, side, most) : closeSide(shown, side));
  };
  return {
    wide,
    isOpen,
    show,
    panel: (side) => ({ id: sideId(side), wide, open: isOpen(side), onOpenChange: show(side) }),
    closeAll: () => setOpen([]),
    reveal,
    showLine({ epoch, seq }) {
      setOpen(openSide(shown, 'transcript', most));
      setReveal({ line: `${epoch}.${seq}` });
    },
  };
}
