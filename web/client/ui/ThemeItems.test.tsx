import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { MenuFrame } from './MenuFrame.tsx';
import { ThemeItems } from './ThemeItems.tsx';
import { theme } from './theme.ts';

afterEach(() => {
  cleanup();
  theme.set('system');
});

describe(ThemeItems, () => {
  test('chooses the theme and shows it, without closing the menu', async () => {
    render(
      <MenuFrame trigger={<button type="button">Menu</button>} defaultOpen>
        <ThemeItems />
      </MenuFrame>,
    );
    const item = (name: string) => screen.getByRole('menuitemradio', { name });
    expect(item('System').getAttribute('aria-checked')).toBe('true');
    await userEvent.click(item('Dark'));
    expect(theme.get()).toBe('dark');
    expect(item('Dark').getAttribute('aria-checked')).toBe('true');
    expect(item('System').getAttribute('aria-checked')).toBe('false');
  });
});
