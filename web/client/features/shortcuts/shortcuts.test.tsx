import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { shortcuts } from './shortcuts.ts';
import { shortcutsEnabled, useShortcutKey } from './shortcuts-enabled.ts';
import { type Switch, useShortcuts } from './useShortcuts.ts';

afterEach(() => {
  cleanup();
  shortcutsEnabled.set(true);
});

const never: Switch = { refused: 'Not here' };

function Room({ screenSwitch = never }: { screenSwitch?: Switch }) {
  const [on, setOn] = useState(false);
  useShortcuts({
    microphone: { on, toggle: () => setOn(!on) },
    camera: never,
    captions: never,
    hand: never,
    screen: screenSwitch,
    help: never,
  });
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
const renderSheet = () => render(<ShortcutsDialog onClose={() => {}} />);
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
    render(<Room screenSwitch={{ refused: 'This browser cannot share a screen.' }} />);
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
    await userEvent.click(screen.getByRole('switch', { name: 'Use these keys' }));
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
    await userEvent.keyboard('m');
    expect(screen.getByText('off')).toBeTruthy();
  });
});
