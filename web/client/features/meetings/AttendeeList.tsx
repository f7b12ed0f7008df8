import type { Attendee } from '../../../../lib/planning.ts';
import type { Role } from '../../../../lib/roles.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { formatClock, formatLength } from './format-when.ts';

const roleNames: Record<Role, string> = {
  host: 'Host',
  cohost: 'Co-host',
  participant: 'Participant',
  viewer: 'Viewer',
  guest: 'Guest',
};

/** Who was there, and when. */
export function AttendeeList({ people }: { people: Attendee[] }) {
  if (people.length === 0) return <p className="px-5 py-6 text-ink-soft text-sm">Nobody has joined yet.</p>;
  return (
    <ul className="divide-y divide-line">
      {people.map((person) => (
        <li key={person.id} className="flex items-center gap-3 px-5 py-3">
          <Avatar name={person.name} seed={person.id} />
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">{person.name}</p>
            <p className="text-ink-faint text-sm">{roleNames[person.role]}</p>
          </div>
          <p className="text-right text-ink-soft text-sm tabular-nums">
            {describePresence(person)}
            {person.presentMs > 0 && (
              <span className="block text-ink-faint">{formatLength(person.presentMs)}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function describePresence({ joinedAtMs, leftAtMs, presentNow }: Attendee): string {
  if (joinedAtMs === null) return 'Did not connect';
  if (presentNow) return `Here since ${formatClock(joinedAtMs)}`;
  return leftAtMs === null
    ? formatClock(joinedAtMs)
    : `${formatClock(joinedAtMs)} – ${formatClock(leftAtMs)}`;
}
