/** What people look at in the room, with real pictures and voices: tiles, the large one, and the stage of two panels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { countDecodedPictures, watchDecoding } from './decoded-pictures.ts';
import { type Extra, seatExtra } from './room-extras.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-layout-'));

/** Pictures need a moment on a busy machine. */
const patience = { timeout: 40_000 };
/** Ana has a browser; the others only fill the room. */
const names =
  'Ben Cleo Dan Eva Farid Greta Hugo Iris Jonas Kira Liam Maya Noor Omar Pia Quinn Rosa Sven Tara';

describe.skipIf(findChromium() === null)('the layout of the room', () => {
  let instance: Instance;
  let ana: Visitor;
  let page: Page;
  const extras: Extra[] = [];

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor({ width: 1280, height: 800 });
    page = ana.page;
    await watchDecoding(page);
    await hostMeeting(page, instance.url, { title: 'Everyone', name: 'Ana' });
  });
  afterAll(async () => {
    for (const extra of extras) await extra[Symbol.asyncDispose]();
    await ana?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const list = () => page.getByRole('list', { name: 'People in the meeting' });
  const tileOf = (name: string) => list().getByRole('listitem').filter({ hasText: name });
  const large = () => page.locator('li[data-large]');
  const extra = (name: string): Extra => {
    const found = extras.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not here`);
    return found;
  };
  const view = async (item: RegExp) => {
    await page.getByRole('button', { name: 'View' }).click();
    await page.getByRole('menu').getByText(item).click();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  };
  /** So many people, the AI participant not counted. */
  async function fillTo(people: number) {
    const { pathname } = new URL(page.url());
    for (const name of names.split(' ').slice(extras.length, people - 1)) {
      const code = pathname.replace('/m/', '');
      const camera = extras.length % 4 !== 2;
      extras.push(await seatExtra({ url: instance.url, code, name, camera, microphone: extras.length < 3 }));
    }
    const sizes = () => list().getByRole('listitem').first().getAttribute('aria-setsize');
    await expect.poll(sizes, patience).toBe(`${people + 1}`);
  }
  /** Rectangles of the tiles that have an element, and the stage that scrolls them. */
  const measure = () =>
    list().evaluate((element) => {
      const rect = (of: Element) => {
        const { left, top, right, bottom, width, height } = of.getBoundingClientRect();
        return { left, top, right, bottom, width, height };
      };
      return {
        stage: rect(element.parentElement ?? element),
        tiles: [...element.querySelectorAll(':scope > li')].map(rect),
      };
    });

  it.each([
    { people: 1, columns: 2, rows: 1 },
    { people: 2, columns: 2, rows: 2 },
    { people: 3, columns: 2, rows: 2 },
    { people: 4, columns: 3, rows: 2 },
    { people: 5, columns: 3, rows: 2 },
    { people: 8, columns: 3, rows: 3 },
    { people: 9, columns: 4, rows: 3 },
    { people: 15, columns: 4, rows: 4 },
    { people: 16, columns: 4, rows: 4 },
    { people: 20, columns: 4, rows: 4 },
  ])('shows $people people and the AI participant in $columns columns', async ({ people, columns, rows }) => {
    await fillTo(people);
    // The number of people is there a moment before their tiles are.
    const firstRow = async () =>
      new Set((await measure()).tiles.slice(0, columns).map(({ left }) => left)).size;
    await expect.poll(firstRow).toBe(columns);
    const { stage, tiles } = await measure();
    const inView = tiles.filter(({ bottom }) => bottom <= stage.bottom + 1);
    expect(inView).toHaveLength(Math.min(people + 1, columns * rows));
    for (const [index, tile] of tiles.entries()) {
      expect(tile.left).toBeGreaterThanOrEqual(stage.left - 1);
      expect(tile.right).toBeLessThanOrEqual(stage.right + 1);
      expect(tile.width / tile.height).toBeGreaterThanOrEqual(0.99);
      expect(tile.width / tile.height).toBeLessThanOrEqual(1.8);
      for (const other of tiles.slice(index + 1)) {
        const apart =
          tile.right <= other.left ||
          other.right <= tile.left ||
          tile.bottom <= other.top ||
          other.bottom <= tile.top;
        expect(apart).toBe(true);
      }
    }
  });

  it('goes on below, and decodes no picture that is not in view', async () => {
    await page.getByRole('button', { name: '5 more, scroll' }).click();
    await tileOf('Tara').waitFor();
    await expect.poll(() => tileOf('Ana').count(), patience).toBe(0);
    const shown = await list().locator('video').count();
    await expect.poll(() => list().getByRole('listitem').count()).toBeLessThan(20);
    await expect.poll(() => countDecodedPictures(page), patience).toBeLessThanOrEqual(shown);
    expect(await countDecodedPictures(page)).toBeGreaterThan(0);
    await list().evaluate((element) => element.parentElement?.scrollTo({ top: 0 }));
    await tileOf('Ana').waitFor();
  });

  it('makes whoever speaks large, without a flicker', async () => {
    // The others cost the machine more than they show here.
    for (const each of extras.splice(4)) await each[Symbol.asyncDispose]();
    await view(/^Spotlight/);
    const seen: string[] = [];
    await page.exposeFunction('onLarge', (name: string) => void (seen.at(-1) !== name && seen.push(name)));
    await extra('Ben').speak(2_000);
    await large().getByText('Ben').waitFor();
    await page.evaluate(() => {
      const tell = () => {
        const tile = document.querySelector('li[data-large]');
        const lit = tile?.querySelector('[data-speaking]') ? 'speaks' : 'rests';
        const { onLarge } = window as unknown as { onLarge(name: string): void };
        onLarge(`${tile?.textContent?.match(/Ben|Cleo/)?.[0]} ${lit}`);
      };
      new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, attributes: true });
      tell();
    });
    await sleep(2_500);
    await extra('Ben').speak(1_500);
    await sleep(400);
    await extra('Ben').speak(1_500);
    await sleep(3_000);
    await extra('Cleo').speak(3_000);
    await large().getByText('Cleo').waitFor();
    await sleep(3_000);
    expect(seen.slice(seen.indexOf('Ben rests'))).toEqual([
      'Ben rests',
      'Ben speaks',
      'Ben rests',
      'Cleo speaks',
      'Cleo rests',
    ]);
  });

  it('keeps who was pinned, whoever speaks, and over a lost connection', async () => {
    await tileOf('Dan').dblclick({ position: { x: 30, y: 30 } });
    await large().getByText('Dan').waitFor();
    await extra('Ben').speak(2_000);
    await large().getByText('Dan').waitFor();
    await extra('Dan').disconnect();
    await large().getByText('Ben').waitFor();
    await extra('Dan').reconnect();
    await large().getByText('Dan').waitFor();
    await large().getByRole('button', { name: 'Unpin Dan' }).focus();
    await page.keyboard.press('Enter');
    await extra('Ben').speak(2_000);
    await large().getByText('Ben').waitFor(patience);
  });

  it('pins from the list of people too', async () => {
    await page.getByRole('button', { name: /Show people/ }).click();
    await page.getByRole('button', { name: 'Actions for Eva' }).click();
    await page.getByRole('menuitem', { name: 'Pin for me' }).click();
    await large().getByText('Eva').waitFor();
    await page.getByRole('button', { name: /Hide people/ }).click();
    await view(/^Grid/);
    await expect.poll(() => large().count(), patience).toBe(0);
  });

  it('is as it was after a reload', async () => {
    await view(/^Spotlight/);
    await view(/^Hide my own tile/);
    await expect.poll(() => tileOf('Ana').count(), patience).toBe(0);
    await page.reload();
    await enterRoom(page, 'Ana');
    await large().waitFor();
    await expect.poll(() => tileOf('Ana').count()).toBe(0);
    await view(/^Hide my own tile/);
    await view(/^Grid/);
    await tileOf('Ana').waitFor();
  });

  describe('with a shared screen', () => {
    let ben: Visitor;
    const screen = () => page.getByRole('region', { name: 'Screen of Bella' });
    const line = () => page.getByRole('separator', { name: 'Size of the panels' });
    const share = async () => {
      const [all, part] = await Promise.all([page.getByRole('main').boundingBox(), screen().boundingBox()]);
      return {
        width: (part?.width ?? 0) / (all?.width ?? 1),
        height: (part?.height ?? 0) / (all?.height ?? 1),
      };
    };

    beforeAll(async () => {
      ben = await openVisitor({ width: 1024 });
      await ben.page.goto(page.url());
      await enterRoom(ben.page, 'Bella');
      await ben.page.getByRole('button', { name: 'Share screen' }).click();
      await screen().waitFor(patience);
    });
    afterAll(async () => {
      await ben?.[Symbol.asyncDispose]();
    });

    it('puts it beside the people, and who shares it goes on seeing them', async () => {
      await line().waitFor();
      await list().waitFor();
      await expect.poll(() => page.getByRole('separator').count()).toBe(1);
      await ben.page.getByRole('region', { name: 'Your screen' }).waitFor();
      await ben.page.getByRole('list', { name: 'People in the meeting' }).waitFor();
    });

    it('moves the line by keyboard and turns it, and remembers both over a reload', async () => {
      const before = await share();
      await line().focus();
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft');
      const moved = await share();
      expect(moved.width).toBeLessThan(before.width - 0.05);
      await page.getByRole('button', { name: 'Put the panels above each other' }).click();
      const turned = await share();
      expect(turned.width).toBeGreaterThan(0.9);
      await page.reload();
      await enterRoom(page, 'Ana');
      await line().waitFor();
      await expect.poll(async () => (await share()).width, patience).toBeGreaterThan(0.9);
      expect((await share()).height).toBeCloseTo(turned.height, 1);
      await page.getByRole('button', { name: 'Put the panels beside each other' }).click();
      await expect.poll(async () => (await share()).width, patience).toBeCloseTo(moved.width, 1);
    });

    it('gives the whole stage to what is left, and to the people when the share ends', async () => {
      await view(/^People/);
      await expect.poll(() => list().count(), patience).toBe(0);
      await page.getByRole('region', { name: 'Nova, AI participant' }).waitFor();
      await ben.page.getByRole('button', { name: 'Stop sharing' }).first().click();
      await screen().waitFor({ state: 'detached' });
      await list().waitFor();
    });

    it('logs no error in the browser', () => {
      expect(unexpectedErrors([ana, ben])).toEqual([]);
    });
  });
});
