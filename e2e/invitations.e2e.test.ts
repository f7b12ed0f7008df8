/** Links with a role and an end, viewers, and a meeting that is full: a host and guests in real browsers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationListSchema } from '../lib/planning.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-invitations-'));
const owner = {
  name: 'Ana Ruiz',
  email: 'ana@example.test',
  password: 'seven violet kettles',
  timeZone: 'UTC',
};

describe.skipIf(findChromium() === null)('invitations in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let vera: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data'), env: freshEnvironment(process.env) });
    ana = await openVisitor();
    vera = await openVisitor({ width: 360, height: 740 });
    await ana.page.goto(instance.url);
    const made = await ana.page.request.post(`${instance.url}/api/auth/owner`, { data: owner });
    expect(made.status()).toBe(201);
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await vera?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async (page: Page, name: string) => {
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Join meeting' }).click();
    await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
  };
  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { name }).first().waitFor();
  const dialog = () => ana.page.getByRole('dialog', { name: /Invite to/ });
  /** Makes a link in the dialog and gives its address. */
  const makeLink = async (role: string, uses: string): Promise<string> => {
    await dialog().getByRole('radio', { name: 'By link' }).click();
    await dialog().getByLabel('They come as').selectOption(role);
    await dialog().getByLabel('For', { exact: true }).selectOption(uses);
    const answered = ana.page.waitForResponse(
      (response) => response.url().endsWith('/invitations') && response.request().method() === 'POST',
    );
    await dialog().getByRole('button', { name: 'Make a link' }).click();
    const { invitations } = invitationListSchema.parse(await (await answered).json());
    return invitations[0]?.url ?? '';
  };

  it('are made by the host in the call, by link and by mail', async () => {
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'New meeting' }).click();
    await enter(page, 'Ana Ruiz');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await dialog().getByLabel('Addresses').fill('ben@example.test');
    await dialog().getByRole('button', { name: 'Send invitations' }).click();
    await dialog().getByRole('list', { name: 'Invitations' }).getByText('ben@example.test').waitFor();
  });

  it('bring a viewer in, who sees and hears and cannot speak', async () => {
    const link = await makeLink('viewer', '1');
    await vera.page.goto(link);
    await enter(vera.page, 'Vera Lindt');
    await vera.page.getByRole('button', { name: 'Leave meeting' }).waitFor();
    for (const name of [/microphone/, /camera/]) {
      await expect.poll(() => vera.page.getByRole('button', { name }).count()).toBe(0);
    }
    await expect.poll(() => vera.page.getByRole('button', { name: 'Invite', exact: true }).count()).toBe(0);

    await using other = await openVisitor();
    await other.page.goto(link);
    await heading(other.page, 'This invitation is used up');
    // Who used it comes back by it.
    await vera.page.goto(link);
    await enter(vera.page, 'Vera Lindt');
  });

  it('say that they have expired', async () => {
    const link = await makeLink('guest', '');
    const { DATABASE_URL = '' } = instance.env;
    const sql = postgres(DATABASE_URL, { max: 1, onnotice: () => undefined });
    await sql`update invitations set expires_at = now() where role = 'guest'`;
    await sql.end();
    await using late = await openVisitor({ width: 360, height: 740 });
    await late.page.goto(link);
    await heading(late.page, 'This invitation has expired');
    await ana.page.keyboard.press('Escape');
  });

  it('let nobody past the limit of people, until somebody leaves', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Show people' }).click();
    const people = page.getByRole('complementary', { name: 'People' });
    await people.getByLabel('Maximum people').fill('2');
    await people.getByRole('button', { name: 'Set the limit' }).click();
    await people.getByRole('button', { name: 'Set the limit' }).waitFor({ state: 'detached' });
    await using third = await openVisitor();
    await third.page.goto(page.url());
    await heading(third.page, 'This meeting is full');
    await vera.page.getByRole('button', { name: 'Leave meeting' }).click();
    await heading(vera.page, 'You left the meeting');
    await third.page.getByRole('button', { name: 'Try again' }).click();
    await third.page.getByLabel('Your name').waitFor();
  });

  it('leave a guest who was there the page of the meeting, also after a reload', async () => {
    const code = ana.page.url().split('/').at(-1) ?? '';
    const answer = await ana.page.request.get(`${instance.url}/api/meetings/${code}`);
    const { meeting } = (await answer.json()) as { meeting: { id: string } };
    await vera.page.goto(`${instance.url}/meetings/${meeting.id}`);
    const people = vera.page.getByRole('region', { name: /^People/ });
    await people.getByText('Vera Lindt').waitFor();
    await vera.page.reload();
    await people.getByText('Ana Ruiz').waitFor();
    await using stranger = await openVisitor();
    await stranger.page.goto(`${instance.url}/meetings/${meeting.id}`);
    await heading(stranger.page, 'Sign in to see this meeting');
  });

  it('log no error in the browser', () => {
    expect(unexpectedErrors([ana, vera])).toEqual([]);
  });
});
