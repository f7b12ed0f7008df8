import { useRef, useState } from 'react';
import { type BreakoutPerson, breakoutLimits, type OpenRooms } from '../../../../lib/breakout-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Countdown } from './Countdown.tsx';
import { RoomSelect } from './RoomSelect.tsx';
import type { BreakoutsControl } from './useBreakouts.ts';
import { useFollowedFocus } from './useFollowedFocus.ts';

interface OpenRoomListProps {
  open: OpenRooms;
  breakouts: BreakoutsControl;
  moderates: boolean;
  onClose(): void;
}

/** The rooms with their people: to enter one, and for hosts to move people, to tell all something and to close. */
export function OpenRoomList({ open, breakouts, moderates, onClose }: OpenRoomListProps) {
  const { rooms, others } = open;
  const { busy, deadlineMs, place, close, enter, whereabouts } = breakouts;
  const options = rooms.map(({ id, name }) => ({ value: id as string, label: name }));
  const { list, follow } = useFollowedFocus(open);
  const onPlace = (personId: BreakoutPerson['id']) => (value: string) => {
    follow(personId);
    place({ personId, roomId: rooms.find(({ id }) => id === value)?.id ?? null });
  };
  const isClosing = open.closesInMs !== null && open.closesInMs <= breakoutLimits.closingMs;
  return (
    <div ref={list} className="mt-3 flex flex-col gap-4">
      <Countdown deadlineMs={deadlineMs} />
      <ul className="flex flex-col gap-3">
        {rooms.map(({ id, name, people }) => (
          <li key={id} className="rounded-xl border border-line px-4 py-3">
            <div className="flex items-center justify-between gap-3">
              <h3 className="min-w-0 truncate font-semibold text-sm">{name}</h3>
              {id === whereabouts.here.meeting.id ? (
                <span className="text-ink-faint text-sm">You are here</span>
              ) : (
                <Button
                  aria-label={`Join ${name}`}
                  onClick={() => {
                    onClose();
                    enter(id);
                  }}
                >
                  Join
                </Button>
              )}
            </div>
            {people.length === 0 && <p className="mt-1 text-ink-faint text-sm">Nobody yet</p>}
            {people.map((person) =>
              moderates && person.id !== whereabouts.main.participantId ? (
                <RoomSelect
                  key={person.id}
                  personId={person.id}
                  person={describePerson(person, id)}
                  value={person.seat ?? ''}
                  rooms={options}
                  none={person.moderates ? 'Wherever they like' : 'Main room'}
                  onChange={onPlace(person.id)}
                />
              ) : (
                <p key={person.id} className="mt-1 truncate text-sm">
                  {person.id === whereabouts.main.participantId ? `${person.name} (you)` : person.name}
                </p>
              ),
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <section aria-label="In the main room" className="px-4">
          <h3 className="font-semibold text-sm">In the main room</h3>
          {others.map(({ id, name }) => (
            <RoomSelect
              key={id}
              personId={id}
              person={name}
              value=""
              rooms={options}
              none="Main room"
              onChange={onPlace(id)}
            />
          ))}
        </section>
      )}
      {moderates && (
        <>
          <TellRooms breakouts={breakouts} />
          <div className="flex justify-end border-line border-t pt-4">
            <Button
              look="danger"
              busy={busy}
              // Not disabled: that would drop the focus of whoever has just pressed it.
              aria-disabled={isClosing}
              onClick={isClosing ? undefined : close}
            >
              {isClosing ? 'Rooms are closing' : 'Close all rooms'}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** With what a host wonders about: whether they have come, and whether they stay. */
function describePerson({ name, here, seat, moderates }: BreakoutPerson, roomId: string): string {
  if (!here) return `${name} (on the way)`;
  if (seat === roomId) return name;
  return moderates ? `${name} (visiting)` : `${name} (still here)`;
}

function TellRooms({ breakouts: { tell, busy } }: Pick<OpenRoomListProps, 'breakouts'>) {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        tell(text, () => setText(''));
        // The button is disabled once it is sent, and would drop the focus.
        field.current?.focus();
      }}
    >
      <TextField
        ref={field}
        label="Tell all rooms"
        className="min-w-0 flex-1"
        value={text}
        maxLength={breakoutLimits.message}
        placeholder="Two more minutes"
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" size="large" disabled={busy || text.trim() === ''}>
        Send
      </Button>
    </form>
  );
}
