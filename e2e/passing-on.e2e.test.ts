/** A meeting that is over, and people who were not there: who asks to see it, and who gets a link to a part. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createId } from '../lib/ids.ts';
import { shareListSchema } from '../lib/shares.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { type KickoffPage, openKickoffPage } from './kickoff-page.ts';

let kickoff: KickoffPage;
let ana: Visitor;
let vera: Visitor;

async function signedIn(cookie: string): Promise<Visitor> {
  const visitor = await openVisitor();
  const [name = '', ...value] = cookie.split('=');
  await visitor.page.context().addCookies([{ name, value: value.join('='), url: kickoff.url }]);
  return visitor;
}

beforeAll(async () => {
  kickoff = await openKickoffPage();
  ana = await signedIn(kickoff.cookie);
  vera = await signedIn(await kickoff.signIn({ name: 'Vera Lindt', email: 'vera@example.test' }));
});
afterAll(async () => {
  await ana?.[Symbol.asyncDispose]();
  await vera?.[Symbol.asyncDispose]();
  await kickoff?.[Symbol.asyncDispose]();
});

const openMeeting = (page: Page, id: string = kickoff.meetingId) =>
  page.goto(`${kickoff.url}/meetings/${id}`);

/** Asks on the page of a meeting that one may not see; gives what the page says before and after. */
async function ask(page: Page, id: string): Promise<string[]> {
  const read = async () => ((await page.getByRole('main').textContent()) ?? '').replace(/\d\d:\d\d/, 'now');
  await openMeeting(page, id);
  await page.getByRole('heading', { name: 'There is no such meeting for you' }).waitFor();
  await page.getByLabel('A note to the hosts, if you like').fill('I write the report.');
  const said = [await read()];
  await page.getByRole('button', { name: 'Ask to see it' }).click();
  await page.getByText('You asked to see it').waitFor();
  said.push(await read());
  return said;
}

describe('somebody who was not there', () => {
  it('asks on a page that does not tell whether there is such a meeting', async () => {
    const { page } = vera;
    expect(await ask(page, kickoff.meetingId)).toEqual(await ask(page, createId('mtg')));
  });

  it('sees the meeting when its host allows it', async () => {
    const { page } = ana;
    await page.goto(kickoff.url);
    await page.getByRole('region', { name: 'Asking for access' }).getByText('I write the report.').waitFor();
    await openMeeting(page);
    const waiting = page.getByRole('region', { name: 'Asking for access' });
    await waiting.getByRole('button', { name: 'Allow Vera Lindt' }).click();
    await waiting.waitFor({ state: 'detached' });
    await vera.page.goto(kickoff.url);
    await vera.page.getByRole('link', { name: /Product kickoff/ }).click();
    await vera.page.getByRole('heading', { name: 'Product kickoff' }).waitFor();
    await vera.page.locator('[data-line="1.10"]').waitFor();
    expect(await vera.page.getByRole('button', { name: 'Share' }).count()).toBe(0);
  });

  it('sees nothing again when the host takes that back', async () => {
    const { page } = ana;
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('button', { name: 'Take back what Vera Lindt may see' }).click();
    await page.getByRole('region', { name: 'May see it' }).waitFor({ state: 'detached' });
    await openMeeting(vera.page);
    await vera.page.getByText('You asked to see it').waitFor();
  });
});

describe('a link to a part', () => {
  it('shows and plays that part to a stranger, and nothing else', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByLabel('How much').selectOption('From line to line');
    await page.getByLabel('First line').selectOption('1.10');
    await page.getByLabel('Last line').selectOption('1.11');
    await page.getByText(/^2 lines, 0:40 to 0:\d\d\./).waitFor();
    await page.getByRole('checkbox', { name: /^Recording/ }).check();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await page.getByRole('list', { name: 'Links' }).getByText('Transcript and recording, 0:40').waitFor();
    const list = await page.context().request.get(`${kickoff.url}/api/meetings/${kickoff.meetingId}/shares`);
    const [share] = shareListSchema.parse(await list.json()).shares;
    if (!share?.url || !share.span) throw new Error('there is no link to a part');

    await using stranger = await openVisitor();
    await stranger.page.goto(share.url);
    await stranger.page.getByText('A part of the meeting').waitFor();
    const transcript = stranger.page.getByRole('region', { name: 'Transcript' });
    expect(await transcript.getByRole('listitem').count()).toBe(2);
    await transcript.getByText('I propose that we move the launch').waitFor();
    expect(await stranger.page.getByRole('region', { name: 'Summary' }).count()).toBe(0);
    await transcript.getByRole('button', { name: 'Play from 0:00' }).click();
    const heard = () =>
      stranger.page.locator('audio').evaluate(({ currentTime, duration }: HTMLAudioElement) => ({
        currentTime,
        duration,
      }));
    await expect.poll(async () => (await heard()).currentTime).toBeGreaterThan(0.2);
    const spanSeconds = (share.span.untilMs - share.span.fromMs) / 1_000;
    const { duration } = await heard();
    expect(duration).toBeLessThanOrEqual(spanSeconds);
    expect(duration).toBeGreaterThan(spanSeconds - 0.1);
    expect(unexpectedErrors([stranger])).toEqual([]);
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, vera])).toEqual([]);
  });
});
