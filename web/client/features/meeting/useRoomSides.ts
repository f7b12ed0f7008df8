import { useState } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import type { Reveal } from '../captions/useReveal.ts';
import { closeSide, openSide, type Side } from './side-panels.ts';
import { usePanelsBeside } from './usePanelsBeside.ts';

export interface RoomSides {
  /** Panels stand beside the stage; else one at a time is a sheet over it. */
  wide: boolean;
  isOpen(side: Side): boolean;
  show(side: Side): (open: boolean) => void;
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
  return {
    wide: most > 0,
    isOpen: (side) => shown.includes(side),
    show: (side) => (isOpen) => {
      setReveal(null);
      setOpen(isOpen ? openSide(shown, side, most) : closeSide(shown, side));
    },
    closeAll: () => setOpen([]),
    reveal,
    showLine({ epoch, seq }) {
      setOpen(openSide(shown, 'transcript', most));
      setReveal({ line: `${epoch}.${seq}` });
    },
  };
}
