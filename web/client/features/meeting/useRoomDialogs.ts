import { useState } from 'react';

/** What stands over the room, one at a time. */
export type RoomDialog =
  | 'record'
  | 'commands'
  | 'shortcuts'
  | 'captions'
  | 'devices'
  | 'invite'
  | 'persona'
  | 'end';

export interface RoomDialogs {
  open: RoomDialog | null;
  show(dialog: RoomDialog): void;
  close(): void;
}

/** Which dialog is open; buttons, keys and commands open the same ones. */
export function useRoomDialogs(): RoomDialogs {
  const [open, setOpen] = useState<RoomDialog | null>(null);
  return { open, show: setOpen, close: () => setOpen(null) };
}
