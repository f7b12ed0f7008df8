import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { DialogFrame } from './DialogFrame.tsx';
import { MenuFrame } from './MenuFrame.tsx';
import { SidePanel } from './SidePanel.tsx';
import { SkipLink } from './SkipLink.tsx';

afterEach(cleanup);

const button = (name: string) => screen.getByRole('button', { name });
const focusComesTo = (name: string) => waitFor(() => expect(document.activeElement).toBe(button(name)));

function Menu() {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <MenuFrame trigger={<button type="button">More</button>}>
        <DropdownMenu.Item onSelect={() => setAsks(true)}>Devices</DropdownMenu.Item>
      </MenuFrame>
      {asks && (
        <DialogFrame title="Devices" onClose={() => setAsks(false)}>
          Microphone
        </DialogFrame>
      )}
    </>
  );
}

describe(MenuFrame, () => {
  test('gives the focus back to its button, and hides nothing of the page', async () => {
    render(<Menu />);
    button('More').focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('menuitem')).toBe(document.activeElement);
    expect(button('More').closest('[aria-hidden]')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await focusComesTo('More');
  });

  test('has its button focused when a dialog closes that one of its items opened', async () => {
    render(<Menu />);
    button('More').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await screen.findByRole('dialog', { name: 'Devices' });
    await userEvent.keyboard('{Escape}');
    await focusComesTo('More');
  });
});

function Room({ openAtFirst = false }: { openAtFirst?: boolean }) {
  const [open, setOpen] = useState(openAtFirst);
  return (
    <>
      <SidePanel id="side-chat" title="Chat" wide open={open} onOpenChange={setOpen}>
        <input aria-label="Message" />
      </SidePanel>
      <button type="button" aria-controls="side-chat" onClick={() => setOpen(!open)}>
        Chat
      </button>
    </>
  );
}

describe(SidePanel, () => {
  test('has the focus when somebody opened it, and gives it back', async () => {
    render(<Room />);
    button('Chat').focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('complementary'));
    await userEvent.keyboard('{Tab}{Enter}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(button('Chat'));
  });

  test('closes by Escape, also when it was open from the beginning', async () => {
    render(<Room openAtFirst />);
    expect(document.activeElement).toBe(document.body);
    screen.getByLabelText('Message').focus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(button('Chat'));
  });
});

test('a panel stays when Escape only takes back what an input method composes', () => {
  render(<Room openAtFirst />);
  fireEvent.keyDown(screen.getByLabelText('Message'), { key: 'Escape', isComposing: true });
  expect(screen.getByRole('complementary')).toBeDefined();
});

describe(SkipLink, () => {
  test('moves the focus to the landmark, and leaves the address alone', async () => {
    const before = location.href;
    render(
      <>
        <SkipLink to="main">Skip to the content</SkipLink>
        <main>Words</main>
      </>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(location.href).toBe(before);
  });
});
