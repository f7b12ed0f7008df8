import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry, MeetingView } from '../../../../lib/messages.ts';
import { inRouter } from '../../ui/testing.tsx';
import { buildMeeting } from '../api/testing.ts';
import { Lobby } from './Lobby.tsx';
import { type Choices, readChoices } from './remembered-choices.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

async function openLobby(
  change: {
    problem?: string;
    meeting?: Partial<MeetingView>;
    entry?: Entry;
    wrongPassword?: boolean;
    accountName?: string;
  } = {},
) {
  const joins: Choices[] = [];
  const passwords: (string | null)[] = [];
  render(
    await inRouter(
      <Lobby
        meeting={buildMeeting(change.meeting)}
        joining={false}
        problem={change.problem ?? null}
        entry={change.entry ?? 'open'}
        wrongPassword={change.wrongPassword ?? false}
        accountName={change.accountName}
        onJoin={(choices, password) => {
          joins.push(choices);
          passwords.push(password);
        }}
      />,
    ),
  );
  return { joins, passwords, user: userEvent.setup() };
}
const join = () => screen.getByRole('button', { name: 'Join meeting' });
const consent = () =>
  screen.getByRole('checkbox', {
    name: 'I agree that Nova listens and writes down what I say, and that a host may record sound and picture',
  });

describe(Lobby, () => {
  test('asks for the password where there is one, and gives it along', async () => {
    const { joins, passwords, user } = await openLobby({ entry: 'password' });
    await user.type(screen.getByLabelText('Your name'), 'Ana');
    await user.click(consent());
    await user.click(join());
    expect(joins).toEqual([]);
    screen.getByText('Enter the password of this meeting.');
    await user.type(screen.getByLabelText('Meeting password'), ' open sesame');
    await user.click(join());
    expect(passwords).toEqual([' open sesame']);
  });

  test('begins with the name of the account, which can be changed', async () => {
    const { joins, user } = await openLobby({ accountName: 'Ana Ruiz' });
    const field = screen.getByLabelText('Your name');
    await user.click(consent());
    await user.click(join());
    await user.clear(field);
    await user.click(join());
    await user.type(field, 'Ana');
    await user.click(join());
    expect(joins.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ana']);
  });

  test('says that a password was wrong', async () => {
    await openLobby({ entry: 'password', wrongPassword: true });
    expect(screen.getByLabelText('Meeting password').getAttribute('aria-invalid')).toBe('true');
    screen.getByText(/This is not the password/);
  });

  test('says that the host lets people in', async () => {
    await openLobby({ entry: 'waiting_room' });
    screen.getByRole('button', { name: 'Ask to join' });
    expect(screen.queryByLabelText('Meeting password')).toBeNull();
  });

  test('says which meeting this is and that an AI participant listens', async () => {
    await openLobby();
    expect(screen.getByRole('heading', { name: 'Weekly planning' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Nova is an AI participant' })).toBeTruthy();
  });

  test('lets nobody in who did not agree', async () => {
    const { joins, user } = await openLobby();
    await user.type(screen.getByLabelText('Your name'), 'Ana');
    await user.click(join());
    expect(joins).toEqual([]);
    expect(screen.getByRole('alert').textContent).toBe('You can join once you agree.');
  });

  test('lets nobody in without a name, also not with one of blanks', async () => {
    const { joins, user } = await openLobby();
    await user.type(screen.getByLabelText('Your name'), '   ');
    await user.click(consent());
    await user.click(join());
    expect(joins).toEqual([]);
    expect(screen.getByText('Enter a name that others will see.')).toBeTruthy();
  });

  test('joins with the cleaned name and remembers it for the next time', async () => {
    const { joins, user } = await openLobby();
    await user.type(screen.getByLabelText('Your name'), '  Ana   Ruiz ');
    await user.click(consent());
    await user.click(join());
    expect(joins.map((choices) => choices.name)).toEqual(['Ana Ruiz']);
    cleanup();
    await openLobby();
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Ana Ruiz');
  });

  test('asks for agreement again each time', async () => {
    const { user } = await openLobby();
    await user.click(consent());
    cleanup();
    await openLobby();
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });

  test('says what is wrong with devices that cannot be opened, and still lets people in', async () => {
    const { joins, user } = await openLobby();
    expect(await screen.findAllByText(/You can join without it/)).toHaveLength(2);
    await user.type(screen.getByLabelText('Your name'), 'Ana');
    await user.click(consent());
    await user.click(join());
    expect(joins).toMatchObject([{ microphone: false, camera: false }]);
    expect(readChoices(localStorage)).toMatchObject({ microphone: true, camera: true });
  });

  test('shows why joining failed', async () => {
    await openLobby({ problem: 'The server does not answer.' });
    expect(screen.getByText('The server does not answer.')).toBeTruthy();
  });

  test('tells the host apart', async () => {
    await openLobby({ meeting: { isHost: true } });
    expect(screen.getByText('You are the host')).toBeTruthy();
  });
});
