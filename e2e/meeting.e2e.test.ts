/** Two people meet by the page, on the whole real system. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor, writeLoop } from './browser.ts';
import { type Intruder, joinAsIntruder } from './intruder.ts';
import { enterRoom } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-meeting-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');

describe.skipIf(findChromium() === null)('a meeting in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    const microphone = (name: string, file: string) => {
      const loop = join(folder, `${name}.wav`);
      writeLoop(readFileSync(join(kickoff, file)), loop, 2_500);
      return loop;
    };
    ana = await openVisitor({ microphone: microphone('ana', '13-ana.wav') });
    ben = await openVisitor({ microphone: microphone('ben', '09-ben.wav'), width: 1024 });
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const lines = (page: Page, text: RegExp) =>
    page.getByRole('list', { name: 'Transcript' }).getByRole('listitem').filter({ hasText: text });

  it('begins with a title, a name and an accepted notice', async () => {
    await ana.page.goto(instance.url);
    await ana.page.getByLabel(/What is it about/).fill('Launch');
    await ana.page.getByRole('button', { name: 'New meeting' }).click();
    await ana.page.getByRole('button', { name: 'Join meeting' }).click();
    await ana.page.getByText('Enter a name that others will see.').waitFor();
    await enterRoom(ana.page, 'Ana Ruiz');
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
    await ana.page.getByRole('region', { name: 'Nova, AI participant' }).getByText('Listening').waitFor();
  });

  it('shows what each says on the screen of the other, under the right name', async () => {
    const byAna = lines(ben.page, /second week of March/i).first();
    const byBen = lines(ana.page, /refund bug before Thursday/i).first();
    await byAna.waitFor({ timeout: 30_000 });
    await byBen.waitFor({ timeout: 30_000 });
    await expect.poll(() => byAna.textContent()).toContain('Ana Ruiz');
    await expect.poll(() => byBen.textContent()).toContain('Ben Carter');
    await ana.page
      .getByRole('log', { name: 'Live captions' })
      .getByText(/refund bug/i)
      .first()
      .waitFor();
  });

  it('catches up with what was said before a reload', async () => {
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).click();
    await ana.page.getByRole('button', { name: 'Turn off microphone' }).click();
    const finals = () => lines(ana.page, /.../).allTextContents();
    let before: string[] = [];
    await expect
      .poll(
        async () => {
          const last = before;
          before = await finals();
          return before.length > 0 && before.join() === last.join();
        },
        { interval: 2_000, timeout: 30_000 },
      )
      .toBe(true);
    await ben.page.reload();
    await enterRoom(ben.page, 'Ben Carter');
    // Nova may greet in the silence, and be interrupted.
    const said = before.filter((line) => !line.startsWith('Nova'));
    await expect
      .poll(() => lines(ben.page, /.../).allTextContents(), { timeout: 15_000 })
      .toEqual(expect.arrayContaining(said));
  });

  it('shows nothing that another participant forges', async () => {
    const url = new URL(ana.page.url());
    let eve: Intruder | null = null;
    try {
      eve = await joinAsIntruder(instance.url, url.pathname.split('/').at(-1) ?? '', 'Eve');
      await ana.page.getByText('Eve').first().waitFor();
      const sent = await eve.forgeEverything('FORGED');
      expect(sent).toBeGreaterThanOrEqual(6);
      await ana.page.waitForTimeout(1_500);
      for (const { page } of [ana, ben]) {
        await expect.poll(() => page.getByText('FORGED').count()).toBe(0);
        // The forged end of the meeting changed nothing either.
        await expect
          .poll(() => page.getByRole('list', { name: 'People in the meeting' }).isVisible())
          .toBe(true);
      }
    } finally {
      await eve?.leave();
    }
    // Genuine captions still arrive after the attack.
    const count = await lines(ben.page, /second week of March/i).count();
    await ana.page.getByRole('button', { name: 'Turn on microphone' }).click();
    await expect
      .poll(() => lines(ben.page, /second week of March/i).count(), { timeout: 30_000 })
      .toBeGreaterThan(count);
  });

  it('ends for all by the host, once, and its link says so', async () => {
    await ana.page.getByRole('button', { name: 'End for all' }).click();
    await ana.page.getByRole('alertdialog').getByRole('button', { name: /end/i }).last().click();
    for (const { page } of [ana, ben]) {
      await page.getByRole('heading', { name: /ended/i }).first().waitFor({ timeout: 15_000 });
    }
    const link = ben.page.url();
    await ben.page.goto(link);
    await ben.page.getByRole('heading', { name: /ended/i }).first().waitFor();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben], /status of 410/)).toEqual([]);
  });
});
