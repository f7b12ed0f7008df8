import type { BreakoutPersonRow } from '../../db/queries/breakout-places.ts';
import type { RoomRow } from '../../db/queries/breakout-rooms.ts';
import type { BreakoutChoice, BreakoutPerson, OpenRooms } from '../../lib/breakout-messages.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import { may } from '../../lib/roles.ts';

export interface BreakoutsNow {
  choice: BreakoutChoice;
  closesInMs: number | null;
  offRecord: boolean;
  rooms: readonly RoomRow[];
  people: readonly BreakoutPersonRow[];
}

/**
 * The open rooms as one person may see them. Those who moderate see who belongs and is where; where everyone chooses,
 * everyone sees it; else one sees the people of one's own room. A room that a host has ended is not there any more.
 */
export function viewBreakouts(
  { choice, closesInMs, offRecord, rooms, people }: BreakoutsNow,
  viewerId: ParticipantId | null,
): OpenRooms {
  const viewer = people.find(({ id }) => id === viewerId);
  const moderates = viewer !== undefined && may(viewer.role, 'moderate');
  const open = rooms.filter(({ status }) => status === 'scheduled' || status === 'live');
  const isOpen = (id: MeetingId | null) => open.some((room) => room.id === id);
  const mine = viewer && isOpen(viewer.seat) ? viewer.seat : null;
  const sees = (id: MeetingId) => moderates || choice === 'own' || id === mine;
  return {
    choice,
    closesInMs: closesInMs === null ? null : Math.max(0, Math.round(closesInMs)),
    offRecord,
    rooms: open.map(({ id, name }) => ({
      id,
      name,
      people: sees(id)
        ? peopleOf(id, people).map((each) =>
            toPerson(each, each.inRoom === id, moderates && isOpen(each.seat)),
          )
        : [],
    })),
    mine,
    others: moderates
      ? people
          .filter((each) => each !== viewer && isOther(each, isOpen))
          .map((each) => toPerson(each, false, false))
      : [],
  };
}

/** Who has a place in the room, and who visits it. */
function peopleOf(room: MeetingId, people: readonly BreakoutPersonRow[]): BreakoutPersonRow[] {
  return people.filter(({ seat, inRoom }) => seat === room || inRoom === room);
}

/** In the meeting, without a place and in no room. */
function isOther({ seat, inMain, inRoom }: BreakoutPersonRow, isOpen: (id: MeetingId | null) => boolean) {
  return inMain && !isOpen(seat) && !isOpen(inRoom);
}

const toPerson = (
  { id, name, role, seat }: BreakoutPersonRow,
  here: boolean,
  showsSeat: boolean,
): BreakoutPerson => ({ id, name, here, seat: showsSeat ? seat : null, moderates: may(role, 'moderate') });
