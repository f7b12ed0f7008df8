import { describe, expect, it } from 'vitest';
import type { BreakoutPersonRow } from '../../db/queries/breakout-places.ts';
import type { RoomRow } from '../../db/queries/breakout-rooms.ts';
import { createId } from '../../lib/ids.ts';
import { type BreakoutsNow, viewBreakouts } from './view-breakouts.ts';

const room = (name: string): RoomRow => ({ id: createId('mtg'), name, status: 'live' });
const person = (name: string, rest: Partial<BreakoutPersonRow> = {}): BreakoutPersonRow => ({
  id: createId('par'),
  name,
  role: 'participant',
  inMain: false,
  seat: null,
  inRoom: null,
  ...rest,
});

const [red, blue] = [room('Red'), room('Blue')];
const ana = person('Ana', { role: 'host', inMain: true });
const ben = person('Ben', { seat: red.id, inRoom: red.id });
const cleo = person('Cleo', { seat: blue.id, inMain: true });
const now: BreakoutsNow = {
  choice: 'assigned',
  closesInMs: null,
  offRecord: false,
  rooms: [red, blue],
  people: [ana, ben, cleo],
};
const seen = (view: BreakoutsNow, by: BreakoutPersonRow) =>
  viewBreakouts(view, by.id).rooms.map(({ name, people }) => [name, people.map((each) => each.name)]);

describe(viewBreakouts, () => {
  it('shows those who moderate who belongs where, and who is there', () => {
    const { rooms, mine } = viewBreakouts(now, ana.id);
    expect(rooms.map(({ people }) => people)).toEqual([
      [{ id: ben.id, name: 'Ben', here: true, seat: red.id, moderates: false }],
      [{ id: cleo.id, name: 'Cleo', here: false, seat: blue.id, moderates: false }],
    ]);
    expect(mine).toBeNull();
  });

  it('shows others the people of their own room, and all where everyone chooses', () => {
    expect(seen(now, ben)).toEqual([
      ['Red', ['Ben']],
      ['Blue', []],
    ]);
    expect(viewBreakouts(now, ben.id).mine).toBe(red.id);
    expect(seen({ ...now, choice: 'own' }, ben)).toEqual([
      ['Red', ['Ben']],
      ['Blue', ['Cleo']],
    ]);
  });

  it('shows a visitor in the room that they visit', () => {
    const visiting = { ...ana, inMain: false, inRoom: blue.id };
    expect(seen({ ...now, people: [visiting, ben, cleo] }, visiting)).toEqual([
      ['Red', ['Ben']],
      ['Blue', ['Ana', 'Cleo']],
    ]);
  });

  it('shows to those who moderate where somebody belongs who is still elsewhere', () => {
    const moved = { ...ben, seat: blue.id };
    const placed = (by: BreakoutPersonRow) =>
      viewBreakouts({ ...now, choice: 'own', people: [ana, moved] }, by.id).rooms.map(({ people }) =>
        people.map(({ here, seat }) => [here, seat]),
      );
    expect(placed(ana)).toEqual([[[true, blue.id]], [[false, blue.id]]]);
    expect(placed(moved)).toEqual([[[true, null]], [[false, null]]]);
  });

  it('says of whom who moderates that nobody calls them back', () => {
    const visiting = { ...ana, inMain: false, inRoom: blue.id };
    const dan = person('Dan', { role: 'cohost', inMain: true });
    const [, room] = viewBreakouts({ ...now, people: [visiting, cleo, dan] }, dan.id).rooms;
    expect(room?.people.map(({ seat, moderates }) => [seat, moderates])).toEqual([
      [null, true],
      [blue.id, false],
    ]);
  });

  it('tells those who moderate alone who has no place', () => {
    const dan = person('Dan', { inMain: true });
    const away = person('Eva');
    const people = [ana, ben, cleo, dan, away];
    const others = (by: BreakoutPersonRow) =>
      viewBreakouts({ ...now, people }, by.id).others.map(({ name }) => name);
    expect(others(ana)).toEqual(['Dan']);
    expect(others(dan)).toEqual([]);
  });

  it('leaves a room out that has ended, with the places in it', () => {
    const rooms: RoomRow[] = [{ ...red, status: 'ended' }, blue];
    const view = viewBreakouts({ ...now, rooms }, ben.id);
    expect(view.rooms.map(({ name }) => name)).toEqual(['Blue']);
    expect(view.mine).toBeNull();
  });

  it('counts down to nothing and not below', () => {
    const closesIn = (closesInMs: number | null) => viewBreakouts({ ...now, closesInMs }, ana.id).closesInMs;
    expect(closesIn(29_999.6)).toBe(30_000);
    expect(closesIn(-12)).toBe(0);
    expect(closesIn(null)).toBeNull();
  });

  it('shows nobody to a reader who is nobody in the meeting', () => {
    const view = viewBreakouts(now, null);
    expect(view).toMatchObject({ mine: null, others: [] });
    expect(view.rooms.flatMap(({ people }) => people)).toEqual([]);
  });
});
