import { describe, expect, test } from 'vitest';
import { createId } from '../../../../lib/ids.ts';
import { beginPlan, nameRoom, seat, setCount, spreadEvenly, toRequest } from './room-plan.ts';

const people = Array.from({ length: 7 }, () => createId('par'));
const [ana, ben] = people as [`par_${string}`, `par_${string}`];
/** Always the same numbers, spread like random ones. */
function numbers() {
  let seed = 7;
  return () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

describe(beginPlan, () => {
  test('has rooms of about four people, and two at least', () => {
    expect([0, 3, 8, 9, 500].map((count) => beginPlan(count).names.length)).toEqual([2, 2, 2, 3, 20]);
  });
});

describe(setCount, () => {
  test('keeps names and places of the rooms that stay', () => {
    const plan = seat(seat(nameRoom(beginPlan(2), 0, 'Red'), ana, 0), ben, 1);
    const one = setCount(plan, 1);
    expect(one.names).toEqual(['Red']);
    expect([...one.seats]).toEqual([[ana, 0]]);
    expect(setCount(one, 3).names).toEqual(['Red', '', '']);
  });

  test('has at least one room and at most twenty', () => {
    expect(setCount(beginPlan(2), 0).names).toHaveLength(1);
    expect(setCount(beginPlan(2), 99).names).toHaveLength(20);
  });
});

describe(seat, () => {
  test('moves a person, and takes the place away', () => {
    const plan = seat(seat(beginPlan(2), ana, 0), ana, 1);
    expect(plan.seats.get(ana)).toBe(1);
    expect(seat(plan, ana, null).seats.size).toBe(0);
  });
});

describe(spreadEvenly, () => {
  test('gives everyone one place, and no room two people more than another', () => {
    const { seats } = spreadEvenly(setCount(beginPlan(0), 3), people, numbers());
    expect([...seats.keys()].toSorted()).toEqual(people.toSorted());
    const sizes = [0, 1, 2].map((room) => [...seats.values()].filter((each) => each === room).length);
    expect(sizes.toSorted()).toEqual([2, 2, 3]);
  });

  test('mixes: everyone gets into every room at times', () => {
    const random = numbers();
    const rooms = new Set<number | undefined>();
    for (let round = 0; round < 40; round += 1) {
      rooms.add(spreadEvenly(setCount(beginPlan(0), 3), people, random).seats.get(ana));
    }
    expect([...rooms].toSorted()).toEqual([0, 1, 2]);
  });

  test('has no trouble with nobody', () => {
    expect(spreadEvenly(beginPlan(0), [], Math.random).seats.size).toBe(0);
  });
});

describe(toRequest, () => {
  test('names rooms that have no name, and leaves out who has gone', () => {
    const plan = seat(seat(nameRoom(beginPlan(2), 1, '  Blue '), ana, 1), ben, 1);
    expect(toRequest(plan, [ben])).toEqual({
      rooms: [
        { name: 'Room 1', people: [] },
        { name: 'Blue', people: [ben] },
      ],
      choice: 'assigned',
      minutes: null,
    });
  });

  test('gives nobody a place where everyone chooses', () => {
    const plan = { ...seat(beginPlan(2), ana, 0), choice: 'own' as const };
    expect(toRequest(plan, people).rooms.map((room) => room.people)).toEqual([[], []]);
  });
});
