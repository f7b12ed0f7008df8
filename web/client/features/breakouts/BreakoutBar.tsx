import { DoorOpen } from 'lucide-react';
import { lazy, type ReactNode, useEffect } from 'react';
import { toast } from 'sonner';
import { Button } from '../../ui/Button.tsx';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { PartFailed } from '../../ui/PartFailed.tsx';
import { Countdown } from './Countdown.tsx';
import type { Move } from './find-move.ts';
import { MoveNotice } from './MoveNotice.tsx';
import type { BreakoutsControl } from './useBreakouts.ts';

const BreakoutsDialog = lazy(async () => ({
  default: (await import('./BreakoutsDialog.tsx')).BreakoutsDialog,
}));

interface BreakoutBarProps {
  breakouts: BreakoutsControl;
  /** May open and close rooms. */
  moderates: boolean;
}

/** While breakout rooms are open: in which one is, where one belongs, how long yet, and the way there or back. */
export function BreakoutBar({ breakouts, moderates }: BreakoutBarProps) {
  const { open, move, whereabouts, busy, listed, setListed, enter } = breakouts;
  const { main, here, arrival, settle, returnToMain } = whereabouts;
  useEffect(() => {
    if (arrival) toast.info(arrival);
  }, [arrival]);
  const isAway = here.meeting.id !== main.meeting.id;
  const chooses = moderates || open?.choice === 'own';
  const asked = move.kind !== 'none' && move.isAsked ? move : null;
  const isShown = isAway || asked !== null || move.kind === 'room' || (open !== null && chooses);
  const call = asked && callOf(asked);
  return (
    <>
      <p role="status" className="sr-only">
        {call && `${call.reason} ${call.next} a moment.`}
      </p>
      {isShown && (
        <section
          aria-label="Breakout rooms"
          className="mx-3 mt-3 flex animate-rise flex-wrap items-center justify-center gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-2 text-sm sm:mx-4"
        >
          <DoorOpen aria-hidden size={18} className="shrink-0 text-accent max-sm:hidden" />
          {asked && call ? (
            <MoveNotice
              key={asked.kind === 'room' ? asked.room.id : main.meeting.id}
              {...call}
              busy={busy}
              onGo={() => (asked.kind === 'room' ? enter(asked.room.id) : returnToMain())}
              onStay={() => settle(asked.kind === 'room' ? asked.room.id : main.meeting.id)}
            />
          ) : (
            <RoomsNow breakouts={breakouts} isAway={isAway} chooses={chooses} moderates={moderates} />
          )}
        </section>
      )}
      {listed && (
        <LazyPart failed={<PartFailed onDismiss={() => setListed(false)} />}>
          <BreakoutsDialog breakouts={breakouts} moderates={moderates} onClose={() => setListed(false)} />
        </LazyPart>
      )}
    </>
  );
}

interface RoomsNowProps extends BreakoutBarProps {
  isAway: boolean;
  /** May enter any room. */
  chooses: boolean;
}

function RoomsNow({ breakouts, moderates, isAway, chooses }: RoomsNowProps) {
  const { open, deadlineMs, move, whereabouts, busy, setListed, enter } = breakouts;
  return (
    <>
      <p className="min-w-0 text-pretty">{wordsOf(breakouts, isAway)}</p>
      <Countdown deadlineMs={deadlineMs} />
      <span className="flex flex-wrap justify-center gap-2">
        {isAway && (
          <Button look="primary" onClick={() => whereabouts.returnToMain()}>
            Return to main room
          </Button>
        )}
        {move.kind === 'room' && (
          <Button look={isAway ? 'quiet' : 'primary'} busy={busy} onClick={() => enter(move.room.id)}>
            Join {move.room.name}
          </Button>
        )}
        {open && chooses && (
          <Button aria-haspopup="dialog" onClick={() => setListed(true)}>
            {moderates ? 'Manage rooms' : 'Choose a room'}
          </Button>
        )}
      </span>
    </>
  );
}

function callOf(move: Exclude<Move, { kind: 'none' }>): { reason: string; next: string } {
  return move.kind === 'room'
    ? { reason: `Your breakout room is ${move.room.name}.`, next: 'You join it in' }
    : { reason: 'A host calls you back to the main room.', next: 'You return in' };
}

function wordsOf({ open, move, whereabouts: { here, main } }: BreakoutsControl, isAway: boolean): ReactNode {
  if (isAway) {
    const name = open?.rooms.find(({ id }) => id === here.meeting.id)?.name ?? here.meeting.title;
    return (
      <>
        You are in <strong className="font-semibold">{name}</strong>, a breakout room of {main.meeting.title}.
      </>
    );
  }
  if (move.kind === 'room') {
    return (
      <>
        Your breakout room is <strong className="font-semibold">{move.room.name}</strong>.
      </>
    );
  }
  return 'Breakout rooms are open.';
}
