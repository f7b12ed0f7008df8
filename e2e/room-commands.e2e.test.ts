/** The list of commands, outside a meeting and in it, and what somebody who comes late is offered. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod/mini';
import { idSchema } from '../lib/id-schema.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { becomeOwner, enterRoom } from './room-people.ts';
import { letRun } from './running-meeting.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-commands-'));

describe.skipIf(findChromium() === null)('commands', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 360, height: 740 });
    await becomeOwner(ana.page, instance.url);
    await ana.page.addInitScript(noteSettings);
  });
  afterAll(async () => {
    for (const visitor of [ana, ben]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const field = (page: Page) => page.getByRole('combobox', { name: 'Commands' });
  const run = async (page: Page, words: string) => {
    await page.keyboard.press('Control+k');
    await field(page).fill(words);
    await page.keyboard.press('Enter');
  };

  it('lead to pages and to a meeting by its title', async () => {
    const { page } = ana;
    await page.context().request.post(`${instance.url}/api/meetings`, {
      headers: { origin: instance.url },
      data: { title: 'Kettle launch' },
    });
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'All commands' }).waitFor();
    await run(page, 'plan');
    await page.waitForURL('**/plan');
    await page.getByRole('heading', { name: 'Plan a meeting' }).waitFor();
    await page.getByRole('button', { name: 'All commands' }).click();
    await field(page).fill('kettle');
    await page.getByRole('option', { name: /Kettle launch/ }).click();
    await page.waitForURL('**/meetings/mtg_*');
    await page.getByRole('heading', { name: 'Kettle launch' }).waitFor();
  });

  it('do in the room what its buttons do', async () => {
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'All commands' }).waitFor();
    await run(page, 'start a meeting');
    await enterRoom(page, 'Ana Ruiz');
    await run(page, 'mute');
    await page.getByRole('button', { name: 'Turn on microphone' }).waitFor();
    await run(page, 'chat');
    const chat = page.getByRole('complementary', { name: 'Chat' });
    await chat.getByRole('textbox').focus();
    // Also while somebody writes; the focus comes back.
    await run(page, 'end meeting');
    await page.getByRole('alertdialog', { name: 'End the meeting for everyone?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await field(page).fill('zzz what is this');
    await page.getByRole('option', { name: 'Ask “zzz what is this”' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('lead to the devices, where noise is left as it is', async () => {
    const { page } = ana;
    const noiseSuppression = () => page.evaluate(() => window.lastSettings?.noiseSuppression);
    await run(page, 'noise');
    await page.getByRole('switch', { name: 'Reduce background noise' }).click();
    await expect.poll(noiseSuppression).toBe(false);
    await page.getByRole('switch', { name: 'Reduce background noise' }).click();
    await expect.poll(noiseSuppression).toBe(true);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('are reached by touch on a phone, and leave out what is for hosts', async () => {
    const { page } = ben;
    await page.goto(ana.page.url());
    await enterRoom(page, 'Ben Carter');
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'All commands' }).click();
    await page
      .getByRole('option', { name: 'Show captions' })
      .or(page.getByRole('option', { name: 'Hide captions' }))
      .waitFor();
    await expect.poll(() => page.getByRole('option', { name: 'End meeting for all' }).count()).toBe(0);
    await page.getByRole('option', { name: 'Raise hand' }).click();
    await ana.page.getByLabel('Hand is up, number').waitFor();
  });

  it('put the meeting into a small window, which closes by all that close it', async () => {
    const { page } = ana;
    const openBy = async (press: () => Promise<void>) => {
      const opening = page.context().waitForEvent('page');
      await press();
      const small = await opening;
      await small.getByText('Ben Carter').waitFor();
      return small;
    };
    const choose = async () => {
      await page.getByRole('button', { name: 'View' }).click();
      await page.getByRole('menuitemcheckbox', { name: /^Picture in picture/ }).click();
    };
    const isGone = (small: Page) => expect.poll(() => small.isClosed()).toBe(true);
    await page.getByRole('button', { name: 'Pin Ben Carter' }).click();

    const first = await openBy(() => run(page, 'picture in picture'));
    const width = () => first.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth);
    await expect.poll(width).toBeGreaterThan(0);
    await first.getByRole('button', { name: 'Turn on microphone' }).click();
    await page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    await choose();
    await isGone(first);

    const second = await openBy(choose);
    await second.close();
    // The room knows, and opens another.
    const third = await openBy(choose);
    await third.getByRole('button', { name: 'Leave meeting' }).click();
    await page.getByRole('heading', { name: 'You left the meeting' }).waitFor();
    await isGone(third);
  });

  it('is told once, privately and with the lines, what happened before', async () => {
    const made = await ana.page.context().request.post(`${instance.url}/api/meetings`, {
      headers: { origin: instance.url },
      data: { title: 'Under way' },
    });
    const { meeting } = createdSchema.parse(await made.json());
    await letRun(instance.env.DATABASE_URL ?? '', meeting.id, 12);
    const { page } = ben;
    await page.goto(`${instance.url}/m/${meeting.code}`);
    await enterRoom(page, 'Ben Carter');
    await page.getByText('You missed the first 12 minutes').waitFor();
    await page.getByRole('button', { name: 'Catch me up' }).click();
    const answer = page.getByRole('dialog', { name: 'Questions' }).locator('[data-state="done"]');
    await answer.getByText('Only for you').waitFor();
    await expect.poll(() => answer.getByRole('button', { name: /^Source/ }).count()).toBeGreaterThan(2);
    await page.reload();
    await enterRoom(page, 'Ben Carter');
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await answer.waitFor();
    await expect.poll(() => page.getByText('You missed').count()).toBe(0);
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});

declare global {
  interface Window {
    /** Of the microphone that was asked for last. */
    lastSettings?: MediaTrackSettings;
  }
}

function noteSettings() {
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    const [microphone] = stream.getAudioTracks();
    if (microphone) window.lastSettings = microphone.getSettings();
    return stream;
  };
}

const createdSchema = z.object({ meeting: z.object({ id: idSchema('mtg'), code: z.string() }) });
