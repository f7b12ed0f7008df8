/** The one shared screen between real browsers: taken, taken over, pressed for at the same moment, lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-screen-'));

/** Pictures need a moment on a busy machine. */
const patience = { timeout: 20_000 };

describe.skipIf(findChromium() === null)('the shared screen', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let cleo: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    cleo = await openVisitor({ width: 1024 });
    await hostMeeting(ana.page, instance.url, { title: 'Figures', name: 'Ana Ruiz' });
    for (const [visitor, name] of [
      [ben, 'Ben Carter'],
      [cleo, 'Cleo Park'],
    ] as const) {
      await visitor.page.goto(ana.page.url());
      await enterRoom(visitor.page, name);
    }
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, cleo]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (page: Page) => page.getByRole('button', { name: 'Share screen' }).click();
  const own = (page: Page) => page.getByRole('region', { name: 'Your screen' });
  const screenOf = (page: Page, name: string) => page.getByRole('region', { name: `Screen of ${name}` });
  const question = (page: Page) => page.getByRole('alertdialog');
  /** The picture moves: others really get it. */
  const plays = (page: Page, name: string) =>
    expect
      .poll(
        () =>
          screenOf(page, name)
            .locator('video')
            .evaluate((video: HTMLVideoElement) => video.videoWidth),
        patience,
      )
      .toBeGreaterThan(0);
  const nobodyShares = (page: Page) =>
    expect
      .poll(() => page.getByRole('region', { name: /^(Screen of|Your screen)/ }).count(), patience)
      .toBe(0);

  it('is seen by everyone, with people beside it', async () => {
    await press(ben.page);
    await own(ben.page).waitFor();
    await plays(ana.page, 'Ben Carter');
    await plays(cleo.page, 'Ben Carter');
    await ana.page.getByText('Ben Carter shares a screen.').waitFor({ state: 'attached' });
    const tiles = ana.page.getByRole('list', { name: 'People in the meeting' }).getByRole('listitem');
    await expect.poll(() => tiles.count()).toBe(['Ana', 'Nova', 'Ben', 'Cleo'].length);
  });

  it('is taken over after a question, and its owner is told', async () => {
    await press(cleo.page);
    await question(cleo.page).getByText('Ben Carter is sharing a screen').waitFor();
    await question(cleo.page).getByRole('button', { name: 'Cancel' }).click();
    await own(ben.page).waitFor();
    await press(cleo.page);
    await question(cleo.page).getByRole('button', { name: 'Share mine instead' }).click();
    await own(cleo.page).waitFor();
    await ben.page.getByText('Cleo Park shares a screen now. Yours is not shared any more.').waitFor();
    await plays(ben.page, 'Cleo Park');
    await plays(ana.page, 'Cleo Park');
    await expect.poll(() => screenOf(ana.page, 'Ben Carter').count(), patience).toBe(0);
  });

  it('ends for everyone when its owner stops', async () => {
    await own(cleo.page).getByRole('button', { name: 'Stop sharing' }).click();
    for (const { page } of [ana, ben, cleo]) await nobodyShares(page);
  });

  it('is one when two press at the same moment, and the other is asked', async () => {
    await Promise.all([press(ben.page), press(cleo.page)]);
    const won = async ({ page }: Visitor) => (await own(page).count()) === 1;
    const asked = async ({ page }: Visitor) => (await question(page).count()) === 1;
    await expect
      .poll(
        async () =>
          [await won(ben), await won(cleo), await asked(ben), await asked(cleo)].filter(Boolean).length,
        patience,
      )
      .toBe(2);
    const [winner, loser] = (await won(ben)) ? [ben, cleo] : [cleo, ben];
    expect([await won(winner), await asked(winner), await won(loser), await asked(loser)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const screens = ana.page.getByRole('region', { name: /^Screen of/ });
    await expect.poll(() => screens.count(), patience).toBe(1);
    await question(loser.page).getByRole('button', { name: 'Cancel' }).click();
    await ana.page.getByRole('button', { name: /^Stop the share of/ }).click();
    await winner.page.getByText('Ana Ruiz stopped your screen share.').waitFor();
    await nobodyShares(ana.page);
  });

  it('is free for others when its owner closes the page', async () => {
    await press(ben.page);
    await plays(ana.page, 'Ben Carter');
    await ben.page.goto('about:blank');
    await nobodyShares(cleo.page);
    await press(cleo.page);
    await own(cleo.page).waitFor();
    await plays(ana.page, 'Cleo Park');
  });

  it('is for hosts alone when they say so', async () => {
    await ana.page.getByRole('button', { name: /Show people/ }).click();
    await ana.page.getByRole('switch', { name: 'Share a screen' }).click();
    await cleo.page.getByText('Ana Ruiz stopped your screen share.').waitFor();
    await nobodyShares(ana.page);
    await press(cleo.page);
    await cleo.page.getByText('Only hosts can share a screen in this meeting.').waitFor();
    await press(ana.page);
    await plays(cleo.page, 'Ana Ruiz');
  });

  it('mutes newcomers when the host wants that', async () => {
    await ana.page.getByRole('switch', { name: 'Mute newcomers' }).click();
    await expect
      .poll(
        () => ana.page.getByRole('switch', { name: 'Mute newcomers' }).getAttribute('aria-checked'),
        patience,
      )
      .toBe('true');
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
    await ben.page.getByText('the hosts want everyone to come in muted').waitFor();
    await ben.page.getByRole('button', { name: 'Turn on microphone' }).click();
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    await plays(ben.page, 'Ana Ruiz');
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben, cleo])).toEqual([]);
  });
});
