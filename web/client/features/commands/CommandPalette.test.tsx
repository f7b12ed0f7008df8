import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { CommandPalette } from './CommandPalette.tsx';
import type { Command } from './command.ts';
import { useCommandKey } from './useCommandKey.ts';

afterEach(cleanup);

const done: string[] = [];
const command = (id: string, label: string, change: Partial<Command> = {}): Command => ({
  id,
  label,
  group: 'You',
  icon: 'more',
  run: () => void done.push(id),
  ...change,
});
const commands = [
  command('microphone', 'Turn off microphone', { shortcut: 'microphone', words: 'mute' }),
  command('screen', 'Share screen', { refused: 'Only hosts can share a screen.' }),
  command('leave', 'Leave meeting', { group: 'Meeting' }),
];

function Page() {
  const [open, setOpen] = useState(false);
  useCommandKey(() => setOpen(true));
  return (
    <>
      <input aria-label="Message" />
      <div className="excalidraw" tabIndex={-1} data-testid="board" />
      {open && (
        <CommandPalette
          commands={commands}
          forWords={(words) => (words ? [command('ask', `Ask “${words}”`, { group: 'Ask Nova' })] : [])}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

async function open() {
  done.length = 0;
  const user = userEvent.setup();
  render(<Page />);
  await user.click(screen.getByLabelText('Message'));
  await user.keyboard('{Control>}k{/Control}');
  return user;
}
const field = () => screen.getByRole('combobox', { name: 'Commands' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent ?? null;

describe(CommandPalette, () => {
  test('opens by its key while a person writes, and gives the focus back', async () => {
    const user = await open();
    expect(document.activeElement).toBe(field());
    expect(options()).toEqual([
      'Turn off microphone, key M',
      'Share screenOnly hosts can share a screen.',
      'Leave meeting',
      'Light theme',
      'Dark theme',
    ]);
    await user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Message')));
  });

  test('finds by words, is moved through by arrows and runs by Enter', async () => {
    const user = await open();
    await user.type(field(), 'm');
    expect(options()).toEqual([
      'Turn off microphone, key M',
      'Leave meeting',
      'Light theme',
      'Dark theme',
      'Ask “m”',
    ]);
    expect(active()).toBe('Turn off microphone, key M');
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe('Leave meeting');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(done).toEqual(['leave']));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('takes words that name nothing, and runs by a click', async () => {
    const user = await open();
    await user.type(field(), 'who is it?');
    expect(options()).toEqual(['Ask “who is it?”']);
    await user.click(screen.getByRole('option'));
    await waitFor(() => expect(done).toEqual(['ask']));
  });

  test('says when nothing is called so', async () => {
    const user = await open();
    await user.type(field(), '   ');
    expect(screen.getByRole('status').textContent).toBe('');
    cleanup();
    render(<CommandPalette commands={[]} forWords={() => []} onClose={() => {}} />);
    await user.type(field(), 'zzz');
    expect(screen.getByRole('status').textContent).toBe('Nothing here is called so.');
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
  });

  test('says why something cannot be done, and stays', async () => {
    const user = await open();
    await user.type(field(), 'share{Enter}');
    expect(done).toEqual([]);
    expect(screen.getByRole('dialog', { name: 'Commands' })).toBeTruthy();
    expect(active()).toContain('Share screen');
    await screen.findAllByText('Only hosts can share a screen.');
  });
});

describe(useCommandKey, () => {
  test('leaves its key to the board', () => {
    render(<Page />);
    fireEvent.keyDown(screen.getByTestId('board'), { key: 'k', ctrlKey: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
