/** Someone who has never seen Parley: from the first page to a meeting and out of it again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-first-run-'));
const password = 'seven violet kettles';

describe.skipIf(findChromium() === null)('the first run', () => {
  let instance: Instance;
  let ana: Visitor;
  let guest: Visitor;

  beforeAll(async () => {
    instance = await startInstance({
      dataFolder: join(folder, 'data'),
      env: freshEnvironment(process.env),
    });
    ana = await openVisitor();
    guest = await openVisitor({ width: 360, height: 740 });
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await guest?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads from nothing to the owner to a meeting within a minute, and out of it', async () => {
    const begin = Date.now();
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByRole('link', { name: /Make this Parley yours/ }).click();
    await page.getByLabel('Your name').fill('Ana Ruiz');
    await page.getByLabel('E-mail').fill('ana@example.test');
    await page.getByLabel('Password', { exact: true }).fill('password1');
    await page.getByRole('button', { name: /owner's account/ }).click();
    await page
      .getByRole('alert')
      .getByText(/too easy to guess/)
      .waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: /owner's account/ }).click();
    await page.getByRole('button', { name: 'New meeting' }).click();
    await page.getByLabel('Your name').fill('Ana Ruiz');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Join meeting' }).click();
    await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
    expect(Date.now() - begin).toBeLessThan(60_000);
    await page
      .getByRole('button', { name: /^Leave/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /left/i }).waitFor();
  });

  it('asks everyone else to sign in before they start a meeting', async () => {
    const { page } = guest;
    await page.goto(instance.url);
    await page.getByText(/Sign in to start a meeting/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'New meeting' }).count()).toBe(0);
  });

  it('gives a forgotten password back by a link that the owner finds in the outbox', async () => {
    const { page } = guest;
    await page.goto(`${instance.url}/forgot-password`);
    await page.getByLabel('E-mail').fill('ana@example.test');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();

    await ana.page.goto(`${instance.url}/outbox`);
    await ana.page.getByText(/Nothing is sent/).waitFor();
    await ana.page.getByRole('button', { name: /Choose a new password/ }).click();
    const mail = ana.page.frameLocator('iframe[title="The mail"]');
    await mail.getByRole('heading', { name: 'Hello Ana Ruiz' }).waitFor();
    const link = await mail.getByRole('link', { name: 'Choose a new password' }).getAttribute('href');

    await page.goto(link ?? '');
    await page.getByLabel('New password', { exact: true }).fill('eleven quiet harbours');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'New meeting' }).waitFor();
    // Every other session is over.
    await ana.page.goto(`${instance.url}/profile`);
    await ana.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('lets the owner in again by a command, under another address', async () => {
    const { stdout } = await execa(
      process.execPath,
      [join(import.meta.dirname, '../local/owner-link.ts'), 'ruiz@example.test'],
      { env: { PARLEY_DATA: join(folder, 'data'), DATABASE_URL: '' } },
    );
    const { page } = ana;
    await page.goto(stdout.split('\n').at(-1) ?? '');
    await page.getByLabel('New password', { exact: true }).fill('twelve loud rivers');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'New meeting' }).waitFor();
    await page.goto(`${instance.url}/profile`);
    await page.getByText('ruiz@example.test').first().waitFor();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, guest], /status of 40[01]/)).toEqual([]);
  });
});
