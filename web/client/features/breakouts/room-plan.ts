/** The plan that a host makes before rooms open: how many, what they are called, and who goes where. */
import {
  type BreakoutChoice,
  breakoutLimits,
  type OpenBreakouts,
} from '../../../../lib/breakout-messages.ts';
import type { ParticipantId } from '../../../../lib/ids.ts';

export interface RoomPlan {
  /** Names as the host writes them; empty is the usual one. */
  names: readonly string[];
  /** Index of a room, for those who have a place. */
  seats: ReadonlyMap<ParticipantId, number>;
  choice: BreakoutChoice;
  /** Null: until a host closes them. */
  minutes: number | null;
}

/** Groups of about this size talk; larger ones listen. */
const usualSize = 4;

export const usualName = (index: number) => `Room ${index + 1}`;

export function beginPlan(people: number): RoomPlan {
  const count = Math.max(2, Math.ceil(people / usualSize));
  return setCount({ names: [], seats: new Map(), choice: 'assigned', minutes: null }, count);
}

/** Rooms are added and taken away at the end; whoever had a place there has none. */
export function setCount(plan: RoomPlan, count: number): RoomPlan {
  const within = Math.min(Math.max(1, count), breakoutLimits.rooms);
  const names = Array.from({ length: within }, (_, index) => plan.names[index] ?? '');
  return { ...plan, names, seats: new Map([...plan.seats].filter(([, room]) => room < within)) };
}

export function nameRoom(plan: RoomPlan, index: number, name: string): RoomPlan {
  return { ...plan, names: plan.names.map((each, at) => (at === index ? name : each)) };
}

export function seat(plan: RoomPlan, person: ParticipantId, room: number | null): RoomPlan {
  const seats = new Map(plan.seats);
  if (room === null) seats.delete(person);
  else seats.set(person, room);
  return { ...plan, seats };
}

/** Everyone gets a place, by chance and so that no room has two people more than another. `random` gives [0, 1). */
export function spreadEvenly(
  plan: RoomPlan,
  people: readonly ParticipantId[],
  random: () => number,
): RoomPlan {
  const shuffled = [...people];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]] as [ParticipantId, ParticipantId];
  }
  return { ...plan, seats: new Map(shuffled.map((person, index) => [person, index % plan.names.length])) };
}

/** Only people who are still here have places. */
export function toRequest(plan: RoomPlan, present: readonly ParticipantId[]): OpenBreakouts {
  const { names, seats, choice, minutes } = plan;
  const peopleOf = (room: number) => present.filter((person) => seats.get(person) === room);
  const rooms = names.map((name, index) => ({
    name: name.trim() || usualName(index),
    people: choice === 'own' ? [] : peopleOf(index),
  }));
  return { rooms, choice, minutes };
}
