import { ChevronDown } from 'lucide-react';

interface RoomSelectProps {
  personId: string;
  /** Whose place it is. */
  person: string;
  /** '' is no place. */
  value: string;
  rooms: readonly { value: string; label: string }[];
  /** What having no place is called. */
  none: string;
  onChange(value: string): void;
}

/** One person and the room in which they have a place. */
export function RoomSelect({ personId, person, value, rooms, none, onChange }: RoomSelectProps) {
  return (
    <label className="flex min-h-11 items-center justify-between gap-3 text-sm">
      <span className="min-w-0 truncate">{person}</span>
      <span className="relative w-40 shrink-0">
        <select
          aria-label={`Room of ${person}`}
          value={value}
          data-person={personId}
          onChange={({ target }) => onChange(target.value)}
          className="min-h-9 w-full appearance-none truncate rounded-lg border border-line-strong bg-surface pr-8 pl-3 text-ink text-sm"
        >
          <option value="">{none}</option>
          {rooms.map((room) => (
            <option key={room.value} value={room.value}>
              {room.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          size={15}
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-ink-faint"
        />
      </span>
    </label>
  );
}
