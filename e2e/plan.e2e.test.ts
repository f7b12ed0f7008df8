/** Someone plans a meeting, invites by mail and by link, finds it again and cancels it, by the page on the whole system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailSchema, outboxSchema } from '../lib/account-messages.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, type Visitor } from './browser.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-plan-'));
const owner = {
  name: 'Ana Ruiz',
  email: 'ana@example.test',
  password: 'seven violet kettles',
  timeZone: 'UTC',
};
const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(findChromium() === null)('planning in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data'), env: freshEnvironment(process.env) });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    await ana.page.goto(instance.url);
    const made = await ana.page.request.post(`${instance.url}/api/auth/owner`, { data: owner });
    expect(made.status()).toBeLessThan(300);
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const readMail = async (subject: string) => {
    const outbox = await ana.page.request.get(`${instance.url}/api/workspace/outbox`);
    const found = outboxSchema.parse(await outbox.json()).mails.find((mail) => mail.subject === subject);
    const answer = await ana.page.request.get(`${instance.url}/api/workspace/outbox/${found?.id}`);
    return mailSchema.parse(await answer.json()).mail;
  };

  it('begins with an empty list and a form', async () => {
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByText('No meetings yet').waitFor();
    await page.getByRole('link', { name: 'Plan a meeting' }).click();
    // Exactly: until the form is loaded, the list is still there, with its "Search by title or person".
    await page.getByLabel('Title', { exact: true }).fill('Quarterly review');
    await page.getByLabel('Date').fill(inTwoDays);
    await page.getByLabel('Time', { exact: true }).fill('09:30');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByLabel('Repeats').selectOption('weekly');
    await page.getByLabel('Every', { exact: true }).selectOption('2 weeks');
    await page.getByLabel('AI participant').selectOption('Iris');
    await page.getByLabel(/Invite people/).fill('ben@example.test');
    await page.getByLabel(/^Password/).fill('swordfish');
    await page.getByRole('button', { name: 'Plan meeting' }).click();
    await page.getByRole('heading', { name: 'Quarterly review' }).waitFor();
    await page.getByText(/Every 2 weeks/).waitFor();
    await page.getByText(/AI participant Iris/).waitFor();
  });

  it('invites by mail, with a calendar entry, past the password', async () => {
    const mail = await readMail('Invitation: Quarterly review');
    expect(mail.attachments[0]?.contentType).toContain('method=REQUEST');
    expect(mail.attachments[0]?.content).toContain('T093000');
    const link = /http\S+\/i\/[\w-]{22}/.exec(mail.text)?.[0] ?? '';
    await ben.page.goto(link);
    await ben.page.waitForURL(/\/m\/[a-z-]{12}$/);
    await ben.page
      .getByText(/Quarterly review/)
      .first()
      .waitFor();
  });

  it('invites by link, and says when a link is withdrawn or forged', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Invite' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('list', { name: 'Invitations' }).getByText('ben@example.test').waitFor();
    await dialog.getByRole('radio', { name: 'By link' }).click();
    await dialog.getByLabel('They come as').selectOption('viewer');
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const row = dialog.getByRole('listitem').filter({ hasText: 'Link for a viewer' });
    await row.waitFor();
    const id = page.url().split('/').at(-1);
    const answer = await page.request.get(`${instance.url}/api/meetings/${id}/invitations`);
    const { invitations } = (await answer.json()) as { invitations: { email: string | null; url: string }[] };
    const link = invitations.find((each) => each.email === null)?.url ?? '';
    await ben.page.goto(link);
    await ben.page.waitForURL(/\/m\//);
    await row.getByRole('button', { name: 'Withdraw' }).click();
    await row.getByText('Withdrawn').waitFor();
    await ben.page.goto(link);
    await ben.page.getByRole('heading', { name: 'This invitation was withdrawn' }).waitFor();
    await ben.page.goto(`${instance.url}/i/AAAAAAAAAAAAAAAAAAAAAA`);
    await ben.page.getByRole('heading', { name: 'This is not a valid invitation' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('finds it by a word of its title, and changes its time', async () => {
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByLabel('Search by title or person').fill('nothing like it');
    await page.getByText('No meeting fits').waitFor();
    await page.getByLabel('Search by title or person').fill('quarterly');
    await page.getByRole('radio', { name: /Upcoming/ }).click();
    await page.getByRole('link', { name: 'Quarterly review', exact: true }).click();
    await page.getByRole('link', { name: 'Change series' }).click();
    await expect.poll(() => page.getByLabel('Every', { exact: true }).inputValue()).toBe('2');
    await page.getByLabel('Time', { exact: true }).fill('10:45');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('heading', { name: 'Quarterly review' }).waitFor();
    const mail = await readMail('Changed: Quarterly review');
    expect(mail.attachments[0]?.content).toContain('T104500');
  });

  it('moves one meeting of the series, and cancels it: the link goes on to the next', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Move this one' }).click();
    await page.getByRole('dialog').getByLabel('Time').fill('16:15');
    await page.getByRole('button', { name: 'Move it' }).click();
    await page.getByText(/This one was moved from/).waitFor();
    const moved = await readMail('Moved: Quarterly review');
    expect(moved.attachments[0]?.content).toMatch(/RECURRENCE-ID;TZID=Europe\/Berlin:\d{8}T104500/);

    const code = await page.locator('.font-mono').textContent();
    await page.getByRole('button', { name: 'Cancel meeting' }).click();
    await page.getByRole('radio', { name: /Only this one/ }).check();
    await page.getByRole('button', { name: 'Yes, cancel' }).click();
    await page.getByText('This meeting did not take place.').waitFor();
    const others = page.getByRole('region', { name: 'Other times' });
    await others.getByRole('link').first().click();
    await page.getByText('What is said in the meeting will stand here.').waitFor();
    await expect.poll(() => page.locator('.font-mono').textContent()).toBe(code);
  });

  it('cancels the rest: everyone is told, and the link says so', async () => {
    const { page } = ana;
    const code = await page.locator('.font-mono').textContent();
    await page.getByRole('button', { name: 'Cancel meeting' }).click();
    await page.getByRole('radio', { name: /all that follow/ }).check();
    await page.getByRole('button', { name: 'Yes, cancel' }).click();
    await page.getByText('This meeting did not take place.').waitFor();
    const mail = await readMail('Cancelled: Quarterly review');
    expect(mail.attachments[0]?.content).toContain('METHOD:CANCEL');
    await ben.page.goto(`${instance.url}/m/${code}`);
    await ben.page.getByRole('heading', { name: /cancelled/i }).waitFor();
  });
});
