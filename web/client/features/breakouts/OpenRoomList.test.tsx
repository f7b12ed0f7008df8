import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { BreakoutPerson, MovePerson, OpenRooms } from '../../../../lib/breakout-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { buildJoined } from '../api/testing.ts';
import { OpenRoomList } from './OpenRoomList.tsx';
import type { BreakoutsControl } from './useBreakouts.ts';

afterEach(cleanup);

const [red, blue] = [createId('mtg'), createId('mtg')];
const person = (name: string, change: Partial<BreakoutPerson> = {}): BreakoutPerson => ({
  id: createId('par'),
  name,
  here: true,
  seat: red,
  moderates: false,
  ...change,
});
const openWith = (inRed: BreakoutPerson[], inBlue: BreakoutPerson[] = []): OpenRooms => ({
  choice: 'assigned',
  closesInMs: null,
  offRecord: false,
  rooms: [
    { id: red, name: 'Red', people: inRed },
    { id: blue, name: 'Blue', people: inBlue },
  ],
  mine: null,
  others: [],
});

interface PageProps {
  first: OpenRooms;
  /** What web makes of it, at once. */
  onMove?(rooms: OpenRooms, move: MovePerson): OpenRooms;
  said?: string[];
}

const main = buildJoined();
const nothing = () => undefined;
const whereabouts: BreakoutsControl['whereabouts'] = {
  ...{ main, here: main, settledFor: null, arrival: null },
  ...{ enter: nothing, returnToMain: nothing, settle: nothing },
};

/** The list as a host sees it. */
function Page({ first, onMove = (rooms) => rooms, said = [] }: PageProps) {
  const [open, setOpen] = useState(first);
  const breakouts: BreakoutsControl = {
    ...{ open, deadlineMs: null, move: { kind: 'none' }, busy: false, listed: true, whereabouts },
    ...{ setListed: nothing, enter: nothing, start: nothing },
    place: (move) => setOpen((rooms) => onMove(rooms, move)),
    tell: (text, onDone) => {
      said.push(text);
      onDone();
    },
    close: () => setOpen((rooms) => ({ ...rooms, closesInMs: 30_000 })),
  };
  return <OpenRoomList open={open} breakouts={breakouts} moderates onClose={nothing} />;
}
const show = (first: OpenRooms, rest: Omit<PageProps, 'first'> = {}) =>
  render(<Page first={first} {...rest} />);
const select = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name: `Room of ${name}` });
const chosen = (name: string) => select(name).selectedOptions[0]?.textContent;

describe(OpenRoomList, () => {
  test('keeps the focus on whom a host moves', async () => {
    const ben = person('Ben');
    show(openWith([ben]), { onMove: () => openWith([], [{ ...ben, here: false, seat: blue }]) });
    select('Ben').focus();
    await userEvent.selectOptions(select('Ben'), 'Blue');
    expect(document.activeElement).toBe(select('Ben (on the way)'));
    expect(chosen('Ben (on the way)')).toBe('Blue');
  });

  test('says who still is where they do not belong, and where they do', () => {
    const ben = person('Ben', { seat: blue });
    show(openWith([ben, person('Dan', { seat: null })], [{ ...ben, here: false }]));
    expect([chosen('Ben (still here)'), chosen('Ben (on the way)')]).toEqual(['Blue', 'Blue']);
    expect(chosen('Dan (still here)')).toBe('Main room');
  });

  test('calls nobody back who goes wherever they like', async () => {
    const cohost = person('Cleo', { seat: null, moderates: true });
    show(openWith([cohost]), { onMove: () => openWith([{ ...cohost, seat: red }]) });
    expect(chosen('Cleo (visiting)')).toBe('Wherever they like');
    await userEvent.selectOptions(select('Cleo (visiting)'), 'Red');
    expect(chosen('Cleo')).toBe('Red');
  });

  test('leaves the keyboard where it can go on after a message, and after the word to close', async () => {
    const said: string[] = [];
    show(openWith([]), { said });
    await userEvent.type(screen.getByLabelText('Tell all rooms'), 'Two more minutes');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(said).toEqual(['Two more minutes']);
    expect(document.activeElement).toBe(screen.getByLabelText('Tell all rooms'));
    await userEvent.click(screen.getByRole('button', { name: 'Close all rooms' }));
    const closing = screen.getByRole('button', { name: 'Rooms are closing' });
    expect([closing.getAttribute('aria-disabled'), document.activeElement === closing]).toEqual([
      'true',
      true,
    ]);
  });
});
