/** Raised hands and reactions between real browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-hands-'));

describe.skipIf(findChromium() === null)('raised hands', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let cleo: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    cleo = await openVisitor({ width: 360, height: 740 });
    await hostMeeting(ana.page, instance.url, { title: 'Questions', name: 'Ana Ruiz' });
    for (const [visitor, name] of [
      [ben, 'Ben Carter'],
      [cleo, 'Cleo Park'],
    ] as const) {
      await visitor.page.goto(ana.page.url());
      await enterRoom(visitor.page, name);
    }
    await ana.page.getByRole('button', { name: 'Show people' }).click();
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, cleo]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const queue = () => ana.page.getByRole('region', { name: 'Raised hands' });
  const names = async () =>
    (await queue().getByRole('listitem').allTextContents()).map((text) => text.slice(3, -5));
  const fromMenu = async (page: Page, item: string) => {
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('stand in the order of raising, on the tiles and for screen readers too', async () => {
    await fromMenu(cleo.page, 'Raise hand');
    await queue().getByText('Cleo Park').waitFor();
    await ben.page.getByRole('button', { name: 'Raise hand' }).click();
    await queue().getByText('Ben Carter').waitFor();
    await expect.poll(names).toEqual(['Cleo Park', 'Ben Carter']);
    await ana.page.getByText('Ben Carter raised a hand. 2 in the queue.').waitFor({ state: 'attached' });
    await ben.page.getByText('Cleo Park raised a hand. 1 in the queue.').waitFor({ state: 'attached' });
    await expect.poll(() => ana.page.getByLabel('Hand is up, number').count()).toBe(2);
  });

  it('keep their places over a reload', async () => {
    await cleo.page.reload();
    await enterRoom(cleo.page, 'Cleo Park');
    await expect.poll(names).toEqual(['Cleo Park', 'Ben Carter']);
    await ben.page.getByLabel('Hand is up, number').first().waitFor();
  });

  it('are lowered by the host, who is named, or by themselves', async () => {
    await queue().getByRole('button', { name: 'Lower the hand of Cleo Park' }).click();
    await cleo.page.getByText('Ana Ruiz lowered your hand.').waitFor();
    await ben.page.getByText('You are next.').waitFor({ state: 'attached' });
    await ben.page.getByRole('button', { name: 'Lower hand' }).click();
    await queue().waitFor({ state: 'detached' });
  });

  it('go down all at once, and when somebody leaves', async () => {
    await fromMenu(cleo.page, 'Raise hand');
    await queue().getByText('Cleo Park').waitFor();
    await ben.page.getByRole('button', { name: 'Raise hand' }).click();
    await queue().getByRole('button', { name: 'Lower all 2' }).click();
    await queue().waitFor({ state: 'detached' });
    await ben.page.getByRole('button', { name: 'Raise hand' }).click();
    await queue().getByText('Ben Carter').waitFor();
    await ben.page.getByRole('button', { name: 'Leave meeting' }).click();
    await queue().waitFor({ state: 'detached' });
  });

  it('have reactions beside them, which go by themselves', async () => {
    await fromMenu(cleo.page, 'applause');
    const shown = ana.page.getByRole('log', { name: 'Reactions' }).getByText('Cleo Park');
    await shown.waitFor();
    await shown.waitFor({ state: 'detached' });
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben, cleo])).toEqual([]);
  });
});
