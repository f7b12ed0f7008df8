import { expect, test, vi } from 'vitest';
import { nameMenu } from './name-menu.ts';

const html = '<div><button class="main-menu-trigger"></button></div>';
const names = (frame: HTMLElement) =>
  [...frame.querySelectorAll('button')].map((each) => each.getAttribute('aria-label'));

test('names the button of the menu, and the one that takes its place', async () => {
  const frame = document.createElement('div');
  frame.innerHTML = html;
  const stop = nameMenu(frame);
  expect(names(frame)).toEqual(['Menu of the whiteboard']);
  frame.innerHTML = html;
  await vi.waitFor(() => expect(names(frame)).toEqual(['Menu of the whiteboard']));
  stop?.();
});
