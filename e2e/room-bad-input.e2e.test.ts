/** What nobody should put into a meeting, put into it in real browsers: every screen stays as it was, and says why. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardIsFull, boardLimits } from '../lib/board/limits.ts';
import { imageProblems } from '../lib/board-messages.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import {
  boardOf,
  canvasOf,
  draw,
  dropFile,
  picture,
  storedBoard,
  toBoard,
  watchBoardUrl,
} from './board-page.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { fillBoard } from './fill-board.ts';
import { enterRoom, hostMeeting, paste } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-bad-input-'));
const patience = { timeout: 20_000 };

/** Turns what stands behind it, hides, is markup, and has letters that are read from the right. */
const hostile = {
  name: '\u202e<b>גיא</b>\u200b\u2066 7',
  title: 'Plan \u202e<img src=x onerror="window.owned = 1">\u200b',
  line: 'Pay \u202eAna\u200b <img src=x onerror="window.owned = 2">',
};
const shown = {
  name: '<b>גיא</b> 7',
  title: 'Plan <img src=x onerror="window.owned = 1">',
  line: 'Pay Ana <img src=x onerror="window.owned = 2">',
};
const programSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="window.owned = 3"><script>window.owned = 4</script></svg>';

describe.skipIf(findChromium() === null)('bad input', () => {
  let instance: Instance;
  let ana: Visitor;
  let guy: Visitor;
  let boardUrl: () => string;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    [ana, guy] = await Promise.all([openVisitor(), openVisitor()]);
    boardUrl = watchBoardUrl(ana.page, instance.url);
    await hostMeeting(ana.page, instance.url, { title: hostile.title, name: 'Ana Ruiz' });
    await guy.page.goto(ana.page.url());
    await enterRoom(guy.page, hostile.name);
  });
  afterAll(async () => {
    for (const visitor of [ana, guy]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
  const chat = (page: Page) => page.getByRole('complementary', { name: 'Chat' });
  const message = (page: Page) => page.getByLabel('Message to everyone');
  const isTold = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  it('in names and titles is shown as text, wherever they stand', async () => {
    const { page } = ana;
    await page.getByRole('heading', { name: shown.title }).waitFor();
    await press(page, 'Show people');
    await page.getByRole('complementary').getByText(shown.name).first().waitFor();
    await press(guy.page, 'Raise hand');
    await page.getByRole('region', { name: 'Raised hands' }).getByText(shown.name).waitFor();
    await press(guy.page, 'Share screen');
    await page
      .getByRole('region', { name: `Screen of ${shown.name}` })
      .getByText(shown.name)
      .waitFor();
    for (const each of [ana, guy]) {
      expect(await unprintable(each.page)).toEqual([]);
      await expect.poll(() => each.page.locator('b, img[src="x"]').count()).toBe(0);
      await expect.poll(() => each.page.title()).toContain(shown.title);
    }
    await press(guy.page, 'Stop sharing');
    await press(page, 'Hide people');
  });

  it('in the chat is a text beside its time, and a library is not sent', async () => {
    const { page } = ana;
    await press(guy.page, 'Show chat');
    await message(guy.page).fill('x'.repeat(1_000_000));
    await chat(guy.page).getByText('996,000 characters too long').waitFor();
    await expect.poll(() => chat(guy.page).getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await message(guy.page).press('Enter');
    await message(guy.page).fill(hostile.line);
    await message(guy.page).press('Enter');
    await page.getByRole('button', { name: 'Show chat, 1 unread' }).click();
    const row = chat(page).getByRole('listitem');
    await row.getByText(shown.line).waitFor();
    const [name, time] = [row.getByText(shown.name), row.getByText(/^\d+:\d\d$/)];
    expect(await leftOf(time)).toBeGreaterThan(await leftOf(name));
    for (const each of [ana, guy]) expect(await unprintable(each.page)).toEqual([]);
    await press(page, 'Hide chat');
  });

  it('in notes turns nothing but itself', async () => {
    const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes of the meeting' });
    await press(guy.page, 'Show notes');
    await notes(guy.page).click();
    await paste(notes(guy.page), { 'text/plain': 'first \u202esecond \u2067third' });
    await press(ana.page, 'Show notes');
    const line = notes(ana.page).locator('p', { hasText: 'third' });
    await line.waitFor();
    const places = await line.evaluate((paragraph) => {
      const words = ['first', 'second', 'third'];
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const found: number[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const word = words.find((each) => node.textContent?.includes(each));
        if (!word) continue;
        const range = document.createRange();
        range.setStart(node, node.textContent?.indexOf(word) ?? 0);
        range.setEnd(node, range.startOffset + 1);
        found.push(range.getBoundingClientRect().x);
      }
      return found;
    });
    expect(places).toHaveLength(3);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    await press(ana.page, 'Hide notes');
    await press(guy.page, 'Hide notes');
  });

  it('on the whiteboard is refused with a sentence, and everyone keeps what they see', async () => {
    const { page } = ana;
    await press(page, 'Show whiteboard');
    await canvasOf(page).waitFor();
    await press(guy.page, 'Open');
    await canvasOf(guy.page).waitFor();
    await draw(page, 'r', [260, 130]);
    const types = async () => (await storedBoard(page, boardUrl())).map(({ type }) => type);
    await expect.poll(types, patience).toEqual(['rectangle']);
    const bad: [Parameters<typeof dropFile>[1], string | RegExp][] = [
      [{ name: 'a.svg', type: 'image/svg+xml', content: { text: programSvg } }, imageProblems.type],
      [{ name: 'b.png', type: 'image/png', content: { bytes: 50 * 1024 * 1024 } }, imageProblems.size],
      [{ name: 'c.excalidraw', type: '', content: { text: '{"type":"excalidraw"}' } }, imageProblems.type],
      [{ name: 'd.png', type: 'image/png', content: { text: 'no image' } }, 'cannot be read as an image'],
    ];
    for (const [file, sentence] of bad) {
      await dropFile(page, file);
      await isTold(page, sentence);
    }
    await toBoard(page);
    await paste(boardOf(page).locator('.excalidraw'), { 'text/plain': 'word '.repeat(200_000) });
    await isTold(page, 'This cannot be kept on the whiteboard');
    await paste(boardOf(page).locator('.excalidraw'), { 'text/plain': programSvg });
    await isTold(page, imageProblems.type);
    await draw(page, 'o', [400, 130]);
    await expect.poll(types, patience).toEqual(['rectangle', 'ellipse']);
    await expect.poll(async () => (await picture(page)) === (await picture(guy.page)), patience).toBe(true);
  });

  it('that fills the whiteboard leaves it in use, and what does not fit is taken off it', async () => {
    const { page } = ana;
    await hostMeeting(page, instance.url, { title: 'Large', name: 'Ana Ruiz' });
    await fillBoard(instance.url, page.url(), boardLimits.elements - 1);
    await press(page, 'Show whiteboard');
    await canvasOf(page).waitFor();
    await draw(page, 'o', [400, 330]);
    const count = async () => (await storedBoard(page, boardUrl())).length;
    await expect.poll(count, { timeout: 60_000 }).toBe(boardLimits.elements);
    await draw(page, 'd', [560, 330]);
    await isTold(page, boardIsFull);
    expect(await count()).toBe(boardLimits.elements);
    await boardOf(page).getByText('Saved').waitFor();
  });

  it('runs nothing, and makes no page fail', async () => {
    for (const { page } of [ana, guy]) expect(await page.evaluate('window.owned')).toBeUndefined();
    // The page refuses the handler in the SVG, and says so.
    const errors = unexpectedErrors([ana, guy]).filter((text) => !text.includes('inline event handler'));
    expect(errors).toEqual([]);
  });
});

/** Where it begins, in pixels from the left. */
async function leftOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.x ?? Number.NaN;
}

/** What on a page has characters that turn text or cannot be seen: texts, and what is read out. */
function unprintable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
    const found: string[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const texts =
        node instanceof Element ? [...node.attributes].map(({ value }) => value) : [node.textContent ?? ''];
      found.push(...texts.filter((text) => bad.test(text)));
    }
    return found;
  });
}
