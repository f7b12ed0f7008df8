import { afterEach, describe, expect, test } from 'vitest';
import { followTheme, theme } from './theme.ts';

afterEach(() => theme.set('system'));

describe(followTheme, () => {
  test('shows the page as it was chosen, until it is told to stop', () => {
    const page = document.implementation.createHTMLDocument();
    const shown = () => page.documentElement.dataset.theme;
    const stop = followTheme(page);
    expect(shown()).toBe('system');
    theme.set('dark');
    expect([shown(), localStorage.getItem('parley.theme')]).toEqual(['dark', '"dark"']);
    stop();
    theme.set('light');
    expect(shown()).toBe('dark');
  });
});
