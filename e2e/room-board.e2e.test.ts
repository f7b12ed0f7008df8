/** The whiteboard between real browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import {
  boardOf,
  canvasOf,
  draw,
  dropFile,
  magentaPixels,
  picture,
  storedBoard,
  toBoard,
  watchBoardUrl,
} from './board-page.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-board-'));
const patience = { timeout: 20_000 };

describe.skipIf(findChromium() === null)('the whiteboard', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let cleo: Visitor;
  let boardUrl: () => string;
  const foreign: string[] = [];

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    [ana, ben, cleo] = await Promise.all([openVisitor(), openVisitor(), openVisitor()]);
    for (const { page } of [ana, ben, cleo]) {
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== '127.0.0.1' && hostname !== 'localhost')
          foreign.push(request.url());
      });
    }
    boardUrl = watchBoardUrl(ana.page, instance.url);
    await hostMeeting(ana.page, instance.url, { title: 'Sketches', name: 'Ana Ruiz' });
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, cleo]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const pages = () => [ana.page, ben.page, cleo.page] as const;
  /** Types of what is stored, sorted: who was first to press does not matter. */
  const stored = async () => (await storedBoard(ana.page, boardUrl())).map(({ type }) => type).sort();
  const isStored = (types: string[]) => expect.poll(stored, patience).toEqual(types);
  const isEqual = (...all: Page[]) =>
    expect.poll(async () => new Set(await Promise.all(all.map(picture))).size, patience).toBe(1);
  const isSaved = (page: Page) => boardOf(page).getByText('Saved').waitFor();
  /** Into the room again, where the whiteboard is on the stage as before. */
  async function comeBack(page: Page, name: string) {
    await page.reload();
    await enterRoom(page, name);
    await canvasOf(page).waitFor();
  }

  it('is opened by one, offered to the others, and shows what each draws', async () => {
    await ana.page.getByRole('button', { name: 'Show whiteboard' }).click();
    await canvasOf(ana.page).waitFor();
    await ben.page.getByText('Ana Ruiz opened the whiteboard').waitFor();
    await ben.page.getByRole('button', { name: 'Open', exact: true }).click();
    await canvasOf(ben.page).waitFor();
    await cleo.page.goto(ana.page.url());
    await enterRoom(cleo.page, 'Cleo Park');
    await cleo.page.getByText('This meeting has a whiteboard').waitFor();
    await cleo.page.getByRole('button', { name: 'Open', exact: true }).click();
    await canvasOf(cleo.page).waitFor();
    await Promise.all([
      draw(ana.page, 'r', [230, 130]),
      draw(ben.page, 'o', [350, 130]),
      draw(cleo.page, 'd', [470, 130]),
    ]);
    await isStored(['diamond', 'ellipse', 'rectangle']);
    await isEqual(...pages());
    await isSaved(ana.page);
  });

  it('ends the same for three who move the same things at once, and after a reload', async () => {
    const before = await picture(ana.page);
    const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft'];
    for (const page of pages()) {
      await toBoard(page);
      await page.keyboard.press('Control+a');
    }
    await Promise.all(
      pages().map(async (page, who) => {
        for (let step = 0; step < 8; step += 1) await page.keyboard.press(keys[who] ?? '', { delay: 20 });
      }),
    );
    for (const page of pages()) await isSaved(page);
    await isEqual(...pages());
    expect(await picture(ana.page)).not.toBe(before);
    expect(await stored()).toHaveLength(3);
    await comeBack(ben.page, 'Ben Carter');
    await isEqual(...pages());
  });

  it('keeps deleted what was deleted, also from somebody who moved it without a connection', async () => {
    await toBoard(ben.page);
    await ben.page.context().setOffline(true);
    await boardOf(ben.page).getByText('Offline').waitFor();
    await ben.page.keyboard.press('Control+a');
    for (let step = 0; step < 5; step += 1) await ben.page.keyboard.press('ArrowDown');
    await draw(ben.page, 'o', [300, 330]);
    await boardOf(ben.page).getByText('kept here until the connection is back').waitFor();
    await toBoard(ana.page);
    await ana.page.keyboard.press('Control+a');
    await ana.page.keyboard.press('Delete');
    await isStored([]);
    await ben.page.context().setOffline(false);
    await isStored(['ellipse']);
    await isEqual(...pages());
    await comeBack(cleo.page, 'Cleo Park');
    await isEqual(...pages());
    expect(await stored()).toEqual(['ellipse']);
  });

  it('shows an image that somebody drops on it to everyone', async () => {
    await dropFile(ben.page, { name: 'photo.png', type: 'image/png', content: 'picture' });
    await isStored(['ellipse', 'image']);
    for (const page of pages()) await expect.poll(() => magentaPixels(page), patience).toBeGreaterThan(5_000);
  });

  it('can be looked at by those who may not draw, and told to them at once', async () => {
    const tools = boardOf(ben.page).getByRole('radio', { name: 'Rectangle' });
    await tools.waitFor({ state: 'attached' });
    await ana.page.getByRole('button', { name: 'Show people' }).click();
    await ana.page.getByLabel('Draw on the whiteboard').selectOption('hosts');
    await boardOf(ben.page).getByText('The hosts choose who draws').waitFor();
    await tools.waitFor({ state: 'detached' });
    await draw(ben.page, 'r', [420, 330]);
    await ana.page.getByLabel('Draw on the whiteboard').selectOption('everyone');
    await isSaved(ben.page);
    await tools.waitFor({ state: 'attached' });
    expect(await stored()).toEqual(['ellipse', 'image']);
    await ana.page.getByRole('button', { name: 'Hide people' }).click();
  });

  it('survives that everyone leaves', async () => {
    for (const page of pages()) await page.getByRole('button', { name: 'Leave meeting' }).click();
    const names = ['Ana Ruiz', 'Ben Carter', 'Cleo Park'];
    for (const [who, page] of pages().entries()) {
      await page.getByRole('button', { name: 'Join again' }).waitFor();
      await comeBack(page, names[who] ?? '');
    }
    await isEqual(...pages());
    for (const page of pages()) await expect.poll(() => magentaPixels(page), patience).toBeGreaterThan(5_000);
    expect(await stored()).toEqual(['ellipse', 'image']);
  });

  it('is on the page of the meeting afterwards, to look at', async () => {
    await ana.page.getByRole('button', { name: 'End for all' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: /end/i }).last().click();
    await ana.page.getByRole('link', { name: 'Open the meeting’s page' }).click();
    await ana.page.getByRole('tab', { name: 'Notes' }).click();
    const card = ana.page.getByRole('region', { name: 'Whiteboard' });
    await card.getByText('2 things were drawn.').waitFor();
    await card.getByRole('button', { name: 'Show the whiteboard' }).click();
    await card.locator('canvas.interactive').waitFor();
    await expect.poll(() => magentaPixels(ana.page), patience).toBeGreaterThan(1_000);
    await expect.poll(() => card.getByRole('radio', { name: 'Rectangle' }).count()).toBe(0);
  });

  it('asks no other host for anything, and logs no error', () => {
    expect([foreign, unexpectedErrors([ana, ben, cleo])]).toEqual([[], []]);
  });
});
