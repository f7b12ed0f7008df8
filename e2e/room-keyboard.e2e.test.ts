/** A meeting from the first page to the last without a pointer (WCAG 2.2, A and AA). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { type Keyboard, takeKeyboard } from './keyboard.ts';
import { becomeOwner } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-keyboard-'));
const patience = { timeout: 20_000 };

describe.skipIf(findChromium() === null)('the keyboard', () => {
  let instance: Instance;
  let ana: Visitor;
  let page: Page;
  let keyboard: Keyboard;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    page = ana.page;
    keyboard = takeKeyboard(page);
    await becomeOwner(page, instance.url);
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const focusIsOn = (name: string) => expect.poll(() => keyboard.focused(), patience).toBe(name);
  const dialog = () => page.getByRole('dialog').or(page.getByRole('alertdialog'));

  it('goes past the header, through the lobby, into the room', async () => {
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'New meeting' }).waitFor();
    await keyboard.open('Skip to the content');
    expect(await page.getByRole('main').evaluate((main) => main === document.activeElement)).toBe(true);
    await keyboard.open('New meeting');
    await page.getByLabel('Your name').waitFor();
    await keyboard.to('Your name');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Ana Ruiz');
    await keyboard.to(/^I understand|listens|agree/i);
    await keyboard.press('Space');
    await keyboard.open('Join meeting');
    await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
  });

  it('comes around the room in the order of what is seen, and shows where it is', async () => {
    await page.getByRole('complementary', { name: 'Transcript' }).waitFor();
    await page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    const stops = await keyboard.goAround();
    const known = [
      ...['Skip to the controls', 'View', 'Pin Ana Ruiz', 'Close transcript', 'Turn off microphone'],
      ...['Share screen', 'Raise hand', 'Hide transcript', 'Show people', 'Leave meeting', 'End for all'],
    ];
    const from = stops.indexOf('Skip to the controls');
    const order = [...stops.slice(from), ...stops.slice(0, from)];
    expect(order.filter((name) => known.includes(name))).toEqual(known);
    expect([...keyboard.unseen]).toEqual([]);
  });

  it.each([
    ['Show people', 'People', 'Hide people'],
    ['Show notes', 'Notes', 'Hide notes'],
    ['Ask a question', 'Questions', 'Hide questions'],
  ])('has the focus in what %s opens, and back on the button after Escape', async (show, title, hide) => {
    await keyboard.open(show);
    await focusIsOn(title);
    await keyboard.press('Escape');
    await focusIsOn(show);
    await keyboard.press('Enter');
    await keyboard.open(`Close ${title.toLowerCase()}`);
    await focusIsOn(show);
    await expect.poll(() => page.getByRole('button', { name: hide }).count()).toBe(0);
  });

  it('writes to everyone', async () => {
    await keyboard.open('Show chat');
    await focusIsOn('Message to everyone');
    await page.keyboard.type('Hello');
    await keyboard.press('Enter');
    await page.getByRole('list', { name: 'Chat' }).getByText('Hello').waitFor();
    await keyboard.press('Escape');
    await focusIsOn('Show chat');
  });

  it('leaves the notes although Tab means something in lists', async () => {
    await keyboard.open('Show notes');
    await page.getByRole('textbox', { name: 'Notes of the meeting' }).waitFor();
    await keyboard.to('Notes of the meeting');
    await page.keyboard.type('- one');
    await keyboard.press('Enter', 'Tab');
    await page.keyboard.type('two');
    await keyboard.press('Escape');
    await focusIsOn('Show notes');
  });

  it.each(['View', 'React', 'Settings of Nova'])('walks the menu of %s, and comes back', async (name) => {
    await keyboard.open(name);
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await keyboard.press('ArrowDown');
    expect(await menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await keyboard.press('Tab', 'Escape');
    await menu.waitFor({ state: 'detached' });
    await focusIsOn(name);
  });

  it.each(['Keyboard shortcuts', 'Invite', 'Caption settings', 'Devices', 'End for all'])(
    'stays in the dialog of %s until Escape, and comes back',
    async (name) => {
      await keyboard.open(name);
      await dialog().waitFor();
      for (let press = 0; press < 12; press += 1) {
        await keyboard.press('Tab');
        expect(await dialog().evaluate((element) => element.contains(document.activeElement))).toBe(true);
      }
      await keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      await focusIsOn(name);
    },
  );

  it('raises a hand and shares a screen', async () => {
    await keyboard.open('Raise hand');
    await focusIsOn('Lower hand');
    await keyboard.press('Enter');
    await focusIsOn('Raise hand');
    await keyboard.open('Share screen');
    await focusIsOn('Stop sharing');
    await page.getByRole('region', { name: 'Your screen' }).waitFor();
    await keyboard.press('Enter');
    await focusIsOn('Share screen');
  });

  it('is told what happens by one region each', async () => {
    for (const name of ['Live captions', 'New chat messages']) {
      await expect.poll(() => page.getByRole('log', { name }).count()).toBe(1);
    }
    await expect.poll(() => page.getByTestId('captions').getAttribute('aria-hidden')).toBe('true');
  });

  describe('on a phone', () => {
    beforeAll(() => page.setViewportSize({ width: 360, height: 740 }));

    it('has nothing to press that is smaller than 24 px', async () => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, a[href], input, select, [role=button]')]
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(
            ({ element, box }) => element.checkVisibility({ visibilityProperty: true }) && box.width > 1,
          )
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ element }) => element.getAttribute('aria-label') ?? element.textContent),
      );
      expect(small).toEqual([]);
    });

    it.each(['People', 'Notes', 'Devices'])('comes back from %s to the menu that led there', async (item) => {
      await keyboard.open(/^More/);
      await page.getByRole('menu').waitFor();
      while ((await keyboard.focused()) !== item) await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await dialog().waitFor();
      await keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      await expect.poll(() => keyboard.focused(), patience).toMatch(/^More/);
    });

    it('moves nothing for those who want no motion', async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const moving = () =>
        page.evaluate(() =>
          document
            .getAnimations()
            .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 10)
            .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML : '')),
        );
      await expect.poll(moving, patience).toEqual([]);
    });
  });

  it('leaves, and begins to read what comes then', async () => {
    await keyboard.open('Leave meeting');
    await focusIsOn('You left the meeting');
    expect([...keyboard.unseen]).toEqual([]);
    expect(unexpectedErrors([ana])).toEqual([]);
  });
});
