import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ChangeSettings, Person } from '../../../../lib/host-messages.ts';
import type { PersonAction } from '../api/people.ts';
import { KeptOutList } from './KeptOutList.tsx';
import { MeetingRules } from './MeetingRules.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import type { Standing } from './standing.ts';
import { WaitingList } from './WaitingList.tsx';

afterEach(cleanup);

function open(element: ReactNode) {
  render(element);
  return userEvent.setup();
}
const buildPerson = (change: Partial<Person>): Person => ({
  id: 'par_01JD0000000000000000000000',
  name: 'Ben',
  role: 'guest',
  admission: 'waiting',
  present: false,
  silenced: false,
  pen: null,
  ...change,
});
function recorder() {
  const acts: [string, PersonAction['action']][] = [];
  let all = 0;
  return {
    acts,
    all: () => all,
    act: (id: string, { action }: PersonAction) => void acts.push([id, action]),
    admitAll: () => void all++,
  };
}

describe(WaitingList, () => {
  test('admits or declines each by name, or all of several', async () => {
    const actions = recorder();
    const ben = buildPerson({});
    const cleo = buildPerson({ id: 'par_01JD0000000000000000000001', name: 'Cleo' });
    const user = open(<WaitingList waiting={[ben, cleo]} actions={actions} />);
    await user.click(screen.getByRole('button', { name: 'Admit Ben' }));
    await user.click(screen.getByRole('button', { name: 'Decline Cleo' }));
    await user.click(screen.getByRole('button', { name: 'Admit all 2' }));
    expect(actions.acts).toEqual([
      [ben.id, 'admit'],
      [cleo.id, 'decline'],
    ]);
    expect(actions.all()).toBe(1);
  });
});

describe(KeptOutList, () => {
  test('lets someone back in who was removed by mistake', async () => {
    const actions = recorder();
    const ben = buildPerson({ admission: 'removed' });
    const user = open(<KeptOutList people={[ben]} actions={actions} />);
    await user.click(screen.getByText('Kept out (1)'));
    await user.click(screen.getByRole('button', { name: 'Let Ben back in' }));
    expect(actions.acts).toEqual([[ben.id, 'admit']]);
  });
});

describe(PersonMenu, () => {
  const guest: Standing = { role: 'guest', silenced: false };
  function openMenu(me: Standing, standing: Standing, onAct: (act: PersonAction) => void = () => {}) {
    const pin = { pinned: false, toggle: () => pinned() };
    return open(
      <PersonMenu name="Ben" standing={standing} microphoneOn me={me} pin={pin} draws={null} onAct={onAct} />,
    );
  }
  const pinned = vi.fn();
  const trigger = () => screen.getByRole('button', { name: 'Actions for Ben' });
  const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent);

  test('offers those who may do nothing to others only what is for themselves', async () => {
    const user = openMenu(guest, guest);
    await user.click(trigger());
    expect(items()).toEqual(['Pin for me']);
    await user.click(screen.getByRole('menuitem', { name: 'Pin for me' }));
    expect(pinned).toHaveBeenCalledOnce();
    cleanup();
    const cohost = openMenu({ role: 'cohost', silenced: false }, { role: 'host', silenced: false });
    await cohost.click(trigger());
    expect(items()).toEqual(['Pin for me']);
  });

  test('offers a co-host everything but offices', async () => {
    const user = openMenu({ role: 'cohost', silenced: false }, guest);
    await user.click(trigger());
    expect(items()).toEqual([
      'Pin for me',
      'Ask to mute',
      'Take the microphone away',
      'Remove from the meeting',
    ]);
  });

  test('offers a host to take an office back, and to give a microphone back', async () => {
    const user = openMenu({ role: 'host', silenced: false }, { role: 'cohost', silenced: true });
    await user.click(trigger());
    expect(items()).toEqual([
      'Pin for me',
      'Give the microphone back',
      'No longer co-host',
      'Remove from the meeting',
    ]);
  });

  test('asks before it removes someone', async () => {
    const acts: PersonAction[] = [];
    const user = openMenu({ role: 'host', silenced: false }, guest, (act) => acts.push(act));
    await user.click(trigger());
    await user.click(screen.getByRole('menuitem', { name: 'Remove from the meeting' }));
    expect(acts).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    expect(acts).toEqual([{ action: 'remove' }]);
  });
});

describe(MeetingRules, () => {
  test('changes one rule at a time', async () => {
    const changes: ChangeSettings[] = [];
    const settings = {
      locked: false,
      waitingRoom: true,
      hasPassword: true,
      maxPeople: null,
      whoMayChat: 'everyone' as const,
      whoMayShare: 'everyone' as const,
      whoMayDraw: 'everyone' as const,
      whoMayPoll: 'hosts' as const,
      muteOnJoin: false,
    };
    const change = (next: ChangeSettings, onDone?: () => void) => {
      changes.push(next);
      onDone?.();
    };
    const user = open(<MeetingRules settings={settings} actions={{ change, changing: false }} />);
    await user.click(screen.getByRole('switch', { name: 'Lock the meeting' }));
    await user.click(screen.getByRole('switch', { name: 'Waiting room' }));
    await user.type(screen.getByLabelText('Password'), 'open sesame');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await user.click(screen.getByRole('button', { name: 'Drop password' }));
    await user.type(screen.getByLabelText('Maximum people'), '0');
    expect((screen.getByRole('button', { name: 'Set the limit' }) as HTMLButtonElement).disabled).toBe(true);
    await user.clear(screen.getByLabelText('Maximum people'));
    await user.type(screen.getByLabelText('Maximum people'), '12');
    await user.click(screen.getByRole('button', { name: 'Set the limit' }));
    expect(changes).toEqual([
      { locked: true },
      { waitingRoom: false },
      { password: 'open sesame' },
      { password: null },
      { maxPeople: 12 },
    ]);
  });
});
