/** The whiteboard between real browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-board-'));

describe.skipIf(findChromium() === null)('the whiteboard', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  const foreign: string[] = [];
  let boardUrl = '';

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1280, colorScheme: 'dark' });
    for (const { page } of [ana, ben]) {
      page.on('request', (request) => {
        const { hostname, protocol, pathname } = new URL(request.url());
        const [meeting] = /mtg_\w{26}/.exec(pathname) ?? [];
        if (meeting) boardUrl = `${instance.url}/api/meetings/${meeting}/board`;
        if (protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost')
          foreign.push(request.url());
      });
    }
    await hostMeeting(ana.page, instance.url, { title: 'Sketches', name: 'Ana Ruiz' });
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
  });
  afterAll(async () => {
    for (const visitor of [ana, ben]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const board = (page: Page) => page.getByRole('region', { name: 'Whiteboard' });
  async function draw(page: Page, key: string, [x, y]: [number, number]) {
    const area = await board(page).boundingBox();
    if (!area) throw new Error('the whiteboard is not there');
    await board(page)
      .locator('canvas.interactive')
      .click({ position: { x: 20, y: area.height / 2 } });
    await page.keyboard.press(key);
    await page.mouse.move(area.x + x, area.y + y);
    await page.mouse.down();
    await page.mouse.move(area.x + x + 90, area.y + y + 60, { steps: 5 });
    await page.mouse.up();
  }
  /** Types of what is stored, from back to front. */
  async function stored(page: Page): Promise<string[]> {
    const { elements } = (await (await page.request.get(boardUrl)).json()) as {
      elements: { type: string }[];
    };
    return elements.map(({ type }) => type);
  }

  it('is opened by one, offered to the others, and shows what each draws', async () => {
    await ana.page.getByRole('button', { name: 'Show whiteboard' }).click();
    await board(ana.page).locator('canvas.interactive').waitFor();
    await ben.page.getByText('Ana Ruiz opened the whiteboard').waitFor();
    await ben.page.getByRole('button', { name: 'Open', exact: true }).click();
    await board(ben.page).locator('canvas.interactive').waitFor();
    await draw(ana.page, 'r', [260, 160]);
    await draw(ben.page, 'o', [260, 320]);
    await expect.poll(() => stored(ana.page), { timeout: 20_000 }).toEqual(['rectangle', 'ellipse']);
    await board(ana.page).getByText('Saved').waitFor();
  });

  it('keeps deleted what was deleted, over a reload', async () => {
    await board(ana.page)
      .locator('canvas.interactive')
      .click({ position: { x: 20, y: 200 } });
    await ana.page.keyboard.press('Control+a');
    await ana.page.keyboard.press('Delete');
    await expect.poll(() => stored(ana.page), { timeout: 20_000 }).toEqual([]);
    await ben.page.reload();
    await enterRoom(ben.page, 'Ben Carter');
    expect(await stored(ben.page)).toEqual([]);
  });

  it('can be looked at by those who may not draw, and told to them at once', async () => {
    await board(ben.page).locator('canvas.interactive').waitFor();
    await ana.page.getByRole('button', { name: 'Show people' }).click();
    await ana.page.getByLabel('Draw on the whiteboard').selectOption('hosts');
    await board(ben.page).getByText('The hosts choose who draws').waitFor();
    await ana.page.getByLabel('Draw on the whiteboard').selectOption('everyone');
    await board(ben.page).getByText('Saved').waitFor();
  });

  it('is on the page of the meeting afterwards, to look at', async () => {
    await draw(ana.page, 'r', [300, 200]);
    await expect.poll(() => stored(ana.page), { timeout: 20_000 }).toEqual(['rectangle']);
    await ana.page.getByRole('button', { name: 'End for all' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: /end/i }).last().click();
    await ana.page.getByRole('link', { name: 'Open the meeting’s page' }).click();
    await ana.page.getByRole('tab', { name: 'Notes' }).click();
    const card = ana.page.getByRole('region', { name: 'Whiteboard' });
    await card.getByText('One thing was drawn.').waitFor();
    await card.getByRole('button', { name: 'Show the whiteboard' }).click();
    await card.locator('canvas.interactive').waitFor();
    expect(await card.getByRole('radio', { name: 'Rectangle' }).count()).toBe(0);
  });

  it('asks no other host for anything, and logs no error', () => {
    expect([foreign, unexpectedErrors([ana, ben])]).toEqual([[], []]);
  });
});
