/** The chat of a meeting between real browsers, also when a connection is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-chat-'));

describe.skipIf(findChromium() === null)('the chat', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    await hostMeeting(ana.page, instance.url, { title: 'Release', name: 'Ana Ruiz' });
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const panel = (page: Page) => page.getByRole('complementary', { name: 'Chat' });
  const field = (page: Page) => page.getByLabel('Message to everyone');
  const write = async (page: Page, text: string) => {
    await field(page).fill(text);
    await field(page).press('Enter');
  };
  const shown = (page: Page, text: string) => panel(page).getByText(text).waitFor();

  it('counts what is unread, and shows markup as text and links safely', async () => {
    await ana.page.getByRole('button', { name: 'Show chat' }).click();
    await write(ana.page, '<img src=x onerror="window.owned = 1"> https://example.org/notes');
    await ben.page.getByRole('button', { name: 'Show chat, 1 unread' }).click();
    const link = panel(ben.page).getByRole('link', { name: 'https://example.org/notes' });
    await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
    expect(await ben.page.evaluate('window.owned')).toBeUndefined();
    await ben.page.getByRole('button', { name: 'Hide chat' }).waitFor();
  });

  it('keeps what could not be sent, over a reload, and sends it once', async () => {
    const { page } = ben;
    await page.context().setOffline(true);
    await write(page, 'Can anyone hear me?');
    await panel(page).getByText('Not sent').waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await enterRoom(page, 'Ben Carter');
    await page.getByRole('button', { name: 'Show chat' }).click();
    await panel(page).getByText('Not sent').waitFor();
    await panel(page).getByRole('button', { name: 'Send again' }).click();
    await panel(page).getByText('Not sent').waitFor({ state: 'detached' });
    await shown(ana.page, 'Can anyone hear me?');
    await expect.poll(() => panel(ana.page).getByText('Can anyone hear me?').count()).toBe(1);
  });

  it('catches up with what was written while somebody was away', async () => {
    await ben.page.context().setOffline(true);
    await write(ana.page, 'Written while Ben was away');
    await ben.page.waitForTimeout(2_000);
    await ben.page.context().setOffline(false);
    await ben.page.getByText('Written while Ben was away').first().waitFor();
  });

  it('has its history for those who come late, in order', async () => {
    await using cleo = await openVisitor({ width: 360, height: 720 });
    await cleo.page.goto(ana.page.url());
    await enterRoom(cleo.page, 'Cleo Park');
    await cleo.page.getByRole('button', { name: 'More, 3 unread' }).click();
    await cleo.page.getByRole('menuitem', { name: 'Chat (3 unread)' }).click();
    const rows = cleo.page.getByRole('dialog', { name: 'Chat' }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(3);
    await expect.poll(() => rows.last().textContent()).toContain('Written while Ben was away');
  });

  it('is for hosts alone when they say so', async () => {
    await ana.page.getByRole('button', { name: /Show people/ }).click();
    await ana.page.getByRole('switch', { name: 'Write in the chat' }).click();
    await panel(ben.page).getByText('Only hosts can write right now.').waitFor();
    await expect.poll(() => field(ben.page).isDisabled()).toBe(true);
    await ana.page.getByRole('switch', { name: 'Write in the chat' }).click();
    await expect.poll(() => field(ben.page).isDisabled()).toBe(false);
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});
