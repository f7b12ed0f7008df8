import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { theme } from '../../ui/theme.ts';
import { fakePip } from './testing.ts';
import { usePip } from './usePip.ts';

function Room() {
  const { offered, window: small, toggle } = usePip();
  if (!offered) return <p>Not here</p>;
  return (
    <button type="button" onClick={toggle}>
      {small ? 'Close' : 'Open'}
    </button>
  );
}

describe(usePip, () => {
  let pip: ReturnType<typeof fakePip>;
  beforeEach(() => {
    pip = fakePip(window);
  });
  afterEach(() => {
    cleanup();
    pip.remove();
    document.head.replaceChildren();
    theme.set('system');
  });
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

  test('opens a window that looks as the page does, also when that changes', async () => {
    document.head.innerHTML = '<style>p { color: red }</style><meta name="other">';
    document.documentElement.lang = 'en';
    theme.set('dark');
    render(<Room />);
    await press('Open');
    await screen.findByRole('button', { name: 'Close' });
    const { documentElement: page, head } = pip.small.document;
    expect([page.lang, page.dataset.theme, head.querySelectorAll('style, meta').length]).toEqual([
      'en',
      'dark',
      1,
    ]);
    theme.set('light');
    expect(page.dataset.theme).toBe('light');
  });

  test('closes it again, and knows when it was closed by itself', async () => {
    let closed = 0;
    const close = pip.small.close.bind(pip.small);
    pip.small.close = () => {
      closed += 1;
      close();
    };
    render(<Room />);
    await press('Open');
    await press('Close');
    expect([closed, screen.getByRole('button').textContent]).toEqual([1, 'Open']);
    await press('Open');
    act(() => void pip.small.dispatchEvent(new Event('pagehide')));
    expect(screen.getByRole('button').textContent).toBe('Open');
    expect(pip.opened()).toBe(2);
  });

  test('takes it away with the room', async () => {
    let closed = 0;
    pip.small.close = () => {
      closed += 1;
    };
    const { unmount } = render(<Room />);
    await press('Open');
    unmount();
    expect(closed).toBe(1);
  });

  test('closes one that opens when the room has gone', async () => {
    let closed = 0;
    pip.small.close = () => {
      closed += 1;
    };
    const { promise, resolve } = Promise.withResolvers<Window>();
    window.documentPictureInPicture = { requestWindow: () => promise };
    const { unmount } = render(<Room />);
    await press('Open');
    unmount();
    resolve(pip.small);
    await vi.waitFor(() => expect(closed).toBe(1));
  });

  test('is not offered where the browser has none', () => {
    pip.remove();
    render(<Room />);
    expect(screen.getByText('Not here')).toBeTruthy();
  });
});
