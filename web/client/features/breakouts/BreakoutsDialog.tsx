import { useParticipants } from '@livekit/components-react';
import { ParticipantKind } from 'livekit-client';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { listAssignable } from './list-assignable.ts';
import { OpenRoomList } from './OpenRoomList.tsx';
import { PlanRooms } from './PlanRooms.tsx';
import type { BreakoutsControl } from './useBreakouts.ts';

interface BreakoutsDialogProps {
  breakouts: BreakoutsControl;
  moderates: boolean;
  onClose(): void;
}

/** The rooms that are open, or for hosts the plan of those to open. */
export function BreakoutsDialog({ breakouts, moderates, onClose }: BreakoutsDialogProps) {
  const { open, whereabouts, busy, start } = breakouts;
  const people = listAssignable(
    useParticipants().filter(({ kind }) => kind !== ParticipantKind.AGENT),
    whereabouts.main.participantId,
  );
  if (!open && !moderates) {
    return (
      <DialogFrame title="Breakout rooms" width="narrow" onClose={onClose}>
        <p className="mt-3 text-ink-soft text-sm">The breakout rooms have closed.</p>
      </DialogFrame>
    );
  }
  return (
    <DialogFrame
      title="Breakout rooms"
      description={
        open
          ? undefined
          : 'People talk in small groups, each with its own AI participant, transcript and summary.'
      }
      focus="whole"
      onClose={onClose}
    >
      {open ? (
        <OpenRoomList open={open} breakouts={breakouts} moderates={moderates} onClose={onClose} />
      ) : (
        <PlanRooms people={people} busy={busy} onOpen={start} />
      )}
    </DialogFrame>
  );
}
