import { Minus, Plus, Shuffle } from 'lucide-react';
import { useState } from 'react';
import { breakoutLimits, type OpenBreakouts } from '../../../../lib/breakout-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { AssignablePerson } from './list-assignable.ts';
import { RoomSelect } from './RoomSelect.tsx';
import { beginPlan, nameRoom, seat, setCount, spreadEvenly, toRequest, usualName } from './room-plan.ts';

interface PlanRoomsProps {
  people: readonly AssignablePerson[];
  busy: boolean;
  onOpen(wish: OpenBreakouts): void;
}

const durations = [
  { value: '', label: 'Until you close them' },
  ...[5, 10, 15, 20, 30, 45, 60].map((minutes) => ({ value: `${minutes}`, label: `${minutes} minutes` })),
];

/** How many rooms, what they are called, who goes where, and for how long. */
export function PlanRooms({ people, busy, onOpen }: PlanRoomsProps) {
  const [plan, setPlan] = useState(() => beginPlan(people.length));
  const ids = people.map(({ id }) => id);
  const rooms = plan.names.map((name, index) => ({
    value: `${index}`,
    label: name.trim() || usualName(index),
  }));
  const without = ids.filter((id) => !plan.seats.has(id)).length;
  const isAssigned = plan.choice === 'assigned';
  return (
    <form
      className="mt-4 flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(toRequest(plan, ids));
      }}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Rooms</legend>
        <div className="flex items-center justify-between gap-3">
          <span aria-live="polite" className="font-semibold text-sm">
            {rooms.length === 1 ? '1 room' : `${rooms.length} rooms`}
          </span>
          <span className="flex gap-1">
            <IconButton
              label="One room less"
              icon={<Minus aria-hidden size={18} />}
              disabled={rooms.length === 1}
              onClick={() => setPlan(setCount(plan, rooms.length - 1))}
            />
            <IconButton
              label="One room more"
              icon={<Plus aria-hidden size={18} />}
              disabled={rooms.length === breakoutLimits.rooms}
              onClick={() => setPlan(setCount(plan, rooms.length + 1))}
            />
          </span>
        </div>
        <div className="-m-1 grid max-h-56 grid-cols-1 gap-3 overflow-y-auto p-1 sm:grid-cols-2">
          {plan.names.map((name, index) => (
            <TextField
              // Rooms have no other identity before they are opened.
              // biome-ignore lint/suspicious/noArrayIndexKey: places do not move
              key={index}
              label={`Name of room ${index + 1}`}
              value={name}
              maxLength={breakoutLimits.name}
              placeholder={usualName(index)}
              autoComplete="off"
              onChange={({ target }) => setPlan(nameRoom(plan, index, target.value))}
            />
          ))}
        </div>
      </fieldset>
      <Switch
        label="Let people choose"
        hint="Everyone picks a room, and may change it."
        checked={!isAssigned}
        onChange={(own) => setPlan({ ...plan, choice: own ? 'own' : 'assigned' })}
      />
      {isAssigned && (
        <fieldset className="flex flex-col gap-1">
          <legend className="sr-only">Who goes where</legend>
          <div className="flex items-center justify-between gap-3">
            <span className="font-semibold text-sm">Who goes where</span>
            <Button
              disabled={people.length === 0}
              onClick={() => setPlan(spreadEvenly(plan, ids, Math.random))}
            >
              <Shuffle aria-hidden size={16} />
              Spread evenly
            </Button>
          </div>
          {people.length === 0 ? (
            <p className="py-2 text-ink-faint text-sm">
              Nobody else is here yet. Whoever comes later can be given a place then.
            </p>
          ) : (
            <div className="-mx-1 max-h-64 overflow-y-auto p-1">
              {people.map(({ id, name }) => (
                <RoomSelect
                  key={id}
                  personId={id}
                  person={name}
                  value={`${plan.seats.get(id) ?? ''}`}
                  rooms={rooms}
                  none="Main room"
                  onChange={(value) => setPlan(seat(plan, id, value === '' ? null : Number(value)))}
                />
              ))}
            </div>
          )}
        </fieldset>
      )}
      <SelectField
        label="Open for"
        value={`${plan.minutes ?? ''}`}
        options={durations}
        onChange={(value) => setPlan({ ...plan, minutes: value === '' ? null : Number(value) })}
      />
      <div className="flex flex-wrap items-center justify-end gap-3">
        {isAssigned && without > 0 && (
          <span role="status" className="text-ink-faint text-sm">
            {without === 1 ? '1 person stays in the main room' : `${without} people stay in the main room`}
          </span>
        )}
        <Button type="submit" look="primary" busy={busy}>
          Open rooms
        </Button>
      </div>
    </form>
  );
}
