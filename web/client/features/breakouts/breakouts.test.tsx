import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenBreakouts, OpenRooms } from '../../../../lib/breakout-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { buildJoined, buildMeeting } from '../api/testing.ts';
import { BreakoutBar } from './BreakoutBar.tsx';
import { PlanRooms } from './PlanRooms.tsx';
import type { BreakoutsControl } from './useBreakouts.ts';
import type { Whereabouts } from './whereabouts.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const main = buildJoined();
const red = { id: createId('mtg'), name: 'Red', people: [] };
const inRed = buildJoined({ meeting: buildMeeting({ id: red.id, title: 'Red · Weekly planning' }) });
const rooms: OpenRooms = {
  choice: 'assigned',
  closesInMs: null,
  offRecord: false,
  rooms: [red],
  mine: null,
  others: [],
};

function buildControl(
  change: Partial<BreakoutsControl> = {},
  where: Partial<Whereabouts> = {},
): { control: BreakoutsControl; done: string[] } {
  const done: string[] = [];
  const note = (what: string) => (about?: unknown) => void done.push(`${what} ${about ?? ''}`.trim());
  const control: BreakoutsControl = {
    open: rooms,
    deadlineMs: null,
    move: { kind: 'none' },
    busy: false,
    listed: false,
    setListed: note('list'),
    enter: note('enter'),
    start: note('start'),
    place: note('place'),
    tell: note('tell'),
    close: note('close'),
    whereabouts: {
      main,
      here: main,
      settledFor: null,
      arrival: null,
      enter: note('entered'),
      returnToMain: note('return'),
      settle: note('settle'),
      ...where,
    },
    ...change,
  };
  return { control, done };
}
const region = () => screen.queryByRole('region', { name: 'Breakout rooms' });

describe(BreakoutBar, () => {
  test('is not there while no rooms are open, nor for whoever has nothing to do with them', () => {
    const { rerender } = render(
      <BreakoutBar breakouts={buildControl({ open: null }).control} moderates={true} />,
    );
    expect(region()).toBeNull();
    rerender(<BreakoutBar breakouts={buildControl().control} moderates={false} />);
    expect(region()).toBeNull();
  });

  test('says in which room one is, and leads back', async () => {
    const { control, done } = buildControl({}, { here: inRed });
    render(<BreakoutBar breakouts={control} moderates={false} />);
    expect(region()?.textContent).toContain('You are in Red, a breakout room of Weekly planning.');
    await userEvent.click(screen.getByRole('button', { name: 'Return to main room' }));
    expect(done).toEqual(['return']);
  });

  test('takes whoever is wanted along after ten seconds, once', () => {
    vi.useFakeTimers();
    const { control, done } = buildControl({ move: { kind: 'room', room: red, isAsked: true } });
    render(<BreakoutBar breakouts={control} moderates={false} />);
    expect(screen.getByRole('status').textContent).toBe(
      'Your breakout room is Red. You join it in a moment.',
    );
    act(() => void vi.advanceTimersByTime(9_900));
    expect(done).toEqual([]);
    act(() => void vi.advanceTimersByTime(20_000));
    expect(done).toEqual([`enter ${red.id}`]);
  });

  test('lets them stay, and the room can be joined later', async () => {
    const asked = buildControl({ move: { kind: 'room', room: red, isAsked: true } });
    const { rerender } = render(<BreakoutBar breakouts={asked.control} moderates={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'Stay here' }));
    expect(asked.done).toEqual([`settle ${red.id}`]);
    const settled = buildControl({ move: { kind: 'room', room: red, isAsked: false } });
    rerender(<BreakoutBar breakouts={settled.control} moderates={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'Join Red' }));
    expect(settled.done).toEqual([`enter ${red.id}`]);
  });

  test('asks whoever lost their place back into the main room', async () => {
    const { control, done } = buildControl({ move: { kind: 'main', isAsked: true } }, { here: inRed });
    render(<BreakoutBar breakouts={control} moderates={false} />);
    await userEvent.click(screen.getByRole('button', { name: 'Go now' }));
    expect(done).toEqual(['return']);
  });

  test('counts down without announcing every second', () => {
    vi.useFakeTimers();
    const { control } = buildControl({ deadlineMs: Date.now() + 24_500 });
    render(<BreakoutBar breakouts={control} moderates={true} />);
    const timer = screen.getByRole('timer');
    expect(timer.textContent).toBe('Closes in 0:25');
    expect(timer.getAttribute('aria-live')).toBe('off');
  });
});

describe(PlanRooms, () => {
  const [ana, ben] = [
    { id: createId('par'), name: 'Ana' },
    { id: createId('par'), name: 'Ben' },
  ];

  function open(people = [ana, ben]) {
    const wishes: OpenBreakouts[] = [];
    render(<PlanRooms people={people} busy={false} onOpen={(wish) => void wishes.push(wish)} />);
    return wishes;
  }
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  test('opens rooms with the names and places that the host chose', async () => {
    const wishes = open();
    await userEvent.type(screen.getByLabelText('Name of room 1'), 'Red');
    await userEvent.selectOptions(screen.getByLabelText('Room of Ana'), 'Red');
    await userEvent.selectOptions(screen.getByLabelText('Open for'), '10 minutes');
    expect(screen.getByText('1 person stays in the main room')).toBeTruthy();
    await press('Open rooms');
    expect(wishes).toEqual([
      {
        rooms: [
          { name: 'Red', people: [ana.id] },
          { name: 'Room 2', people: [] },
        ],
        choice: 'assigned',
        minutes: 10,
      },
    ]);
  });

  test('spreads people evenly, over as many rooms as are wanted', async () => {
    const wishes = open();
    await press('Spread evenly');
    await press('Open rooms');
    expect(wishes[0]?.rooms.map(({ people = [] }) => people.length)).toEqual([1, 1]);
    await press('One room less');
    expect(screen.getByRole('button', { name: 'One room less' })).toHaveProperty('disabled', true);
  });

  test('asks for no places where people choose', async () => {
    const wishes = open();
    await userEvent.click(screen.getByRole('switch', { name: 'Let people choose' }));
    expect(screen.queryByLabelText('Room of Ana')).toBeNull();
    await press('Open rooms');
    expect(wishes[0]).toMatchObject({ choice: 'own' });
  });

  test('can be done before anyone has come', async () => {
    const wishes = open([]);
    expect(screen.getByText(/Nobody else is here yet/)).toBeTruthy();
    await press('Open rooms');
    expect(wishes).toHaveLength(1);
  });
});
