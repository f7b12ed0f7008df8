/** What others see of somebody whose background is hidden, from the first picture on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';
import { fakeMedia } from './screens/fake-media.ts';
import { drawStripedFace, type Stripes, takeStripes, watchStripes } from './striped-face.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-background-'));

/** As they are drawn, stripes of 92; as a small and compressed picture a little less. */
const isSharp = (contrast: number) => contrast > 50;
const isGone = (contrast: number) => contrast < 20;
const isHidden = ({ wall, shirt }: Stripes) => isGone(wall) && isSharp(shirt);
const isPlain = ({ wall, shirt }: Stripes) => isSharp(wall) && isSharp(shirt);

describe.skipIf(findChromium() === null)('a hidden background', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor();
    await fakeMedia(ana.page, drawStripedFace());
    for (const { page } of [ana, ben]) await watchStripes(page);
    await hostMeeting(ben.page, instance.url, { title: 'Kitchen table', name: 'Ben Carter' });
    await press(ben.page, 'Turn off camera');
    await ben.page.locator('video').waitFor({ state: 'detached' });
    await takeStripes(ben.page);
  });
  afterAll(async () => {
    for (const visitor of [ana, ben]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const background = () => ana.page.getByRole('combobox', { name: 'Background' });
  /** Waits until the page shows such pictures; resolves with all that it showed until then. */
  const see = async (page: Page, isAwaited: (stripes: Stripes) => boolean) => {
    const seen: Stripes[] = [];
    await expect
      .poll(async () => {
        seen.push(...(await takeStripes(page)));
        return seen.filter(isAwaited).length;
      })
      .toBeGreaterThan(2);
    return seen;
  };

  it('is seen before anybody else sees it', async () => {
    const { page } = ana;
    await page.goto(ben.page.url());
    await see(page, isPlain);
    await background().selectOption('Strong blur');
    await see(page, isHidden);
  });

  it('is all that others ever see, also after the camera was off', async () => {
    await enterRoom(ana.page, 'Ana Ruiz');
    const seen = await see(ben.page, isHidden);
    await press(ana.page, 'Turn off camera');
    await ben.page.locator('video').waitFor({ state: 'detached' });
    seen.push(...(await takeStripes(ben.page)));
    await press(ana.page, 'Turn on camera');
    seen.push(...(await see(ben.page, isHidden)));
    expect(seen.filter(({ wall }) => !isGone(wall))).toEqual([]);
  });

  it('can be shown in the room, and hidden again by something else', async () => {
    await press(ana.page, 'Devices');
    await background().selectOption('Off');
    await see(ben.page, isPlain);
    await background().selectOption('Warm wall');
    await see(ben.page, isHidden);
    await ana.page.keyboard.press('Escape');
  });

  it('is remembered', async () => {
    const { page } = ana;
    await page.reload();
    await expect.poll(() => background().inputValue()).toBe('warm');
    const seen = await see(page, isHidden);
    expect(seen.filter(({ wall }) => !isGone(wall))).toEqual([]);
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});
