import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '../commands/command.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { type ShortcutId, shortcutIds, shortcuts } from './shortcuts.ts';
import { shortcutsEnabled, useShortcutKey } from './shortcuts-enabled.ts';
import { useShortcuts } from './useShortcuts.ts';

afterEach(() => {
  cleanup();
  shortcutsEnabled.set(true);
});

const command = (shortcut: ShortcutId, change: Partial<Command> = {}): Command => ({
  id: shortcut,
  label: shortcut,
  group: 'You',
  icon: 'more',
  shortcut,
  run() {},
  ...change,
});
const refused: Partial<Command> = { refused: 'This browser cannot share a screen.' };

function Room({ screenChange = {} }: { screenChange?: Partial<Command> }) {
  const [on, setOn] = useState(false);
  useShortcuts([command('microphone', { on, run: () => setOn(!on) }), command('screen', screenChange)]);
  return (
    <>
      <button type="button" aria-keyshortcuts={useShortcutKey('microphone')}>
        {on ? 'on' : 'off'}
      </button>
      <input aria-label="Message" />
      <div contentEditable suppressContentEditableWarning tabIndex={-1} data-testid="note">
        words
      </div>
      <div className="excalidraw" tabIndex={-1} data-testid="board" />
    </>
  );
}
const renderSheet = (commands = shortcutIds.map((id) => command(id))) =>
  render(<ShortcutsDialog commands={commands} onClose={() => {}} />);
const shown = () => screen.getByRole('button').textContent;

describe(useShortcuts, () => {
  test('switches by a key, and says what came of it', async () => {
    render(<Room />);
    await userEvent.keyboard('m');
    expect(shown()).toBe('on');
    await screen.findByText(shortcuts.microphone.said.on);
    await userEvent.keyboard('m');
    expect(shown()).toBe('off');
    await screen.findByText(shortcuts.microphone.said.off);
  });

  test('says why something cannot be switched', async () => {
    render(<Room screenChange={refused} />);
    await userEvent.keyboard('s');
    await screen.findByText('This browser cannot share a screen.');
  });

  test('leaves the keys to fields, notes and the board', async () => {
    render(<Room />);
    await userEvent.type(screen.getByLabelText('Message'), 'mmm');
    for (const id of ['note', 'board']) {
      screen.getByTestId(id).focus();
      await userEvent.keyboard('m');
    }
    expect(shown()).toBe('off');
  });

  test('does nothing, and shows no keys, while keys are turned off', async () => {
    render(<Room />);
    expect(screen.getByRole('button').getAttribute('aria-keyshortcuts')).toBe('M');
    const dialog = renderSheet();
    await userEvent.click(screen.getByRole('switch', { name: 'Use single keys' }));
    dialog.unmount();
    await userEvent.keyboard('m');
    expect(shown()).toBe('off');
    expect(screen.getByRole('button').hasAttribute('aria-keyshortcuts')).toBe(false);
    expect(localStorage.getItem('parley.shortcuts')).toBe('false');
  });
});

describe(ShortcutsDialog, () => {
  test('lists every key, and keeps them to itself', async () => {
    render(<Room />);
    renderSheet();
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const { key, does } of Object.values(shortcuts)) {
      expect(dialog.textContent).toContain(`${does}${key}`);
    }
    expect(dialog.textContent).toContain('Find a commandCtrl+K');
    await userEvent.keyboard('m');
    expect(screen.getByText('off')).toBeTruthy();
  });

  test('says which of them this person cannot use, and leaves out what there is no command for', () => {
    renderSheet([command('screen', refused)]);
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(dialog.textContent).toContain(`${shortcuts.screen.does}${refused.refused}S`);
    expect(dialog.textContent).not.toContain(shortcuts.help.does);
  });
});
