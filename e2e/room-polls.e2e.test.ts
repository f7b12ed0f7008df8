/** A poll between real browsers: asked, voted in, ended, and on the page of the meeting afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-polls-'));
const question = 'Which day? <b>Now</b>';

describe.skipIf(findChromium() === null)('a poll', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let cleo: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    cleo = await openVisitor({ width: 360, height: 740 });
    await hostMeeting(ana.page, instance.url, { title: 'Release', name: 'Ana Ruiz' });
    await enter(ben.page, 'Ben Carter');
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, cleo]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async (page: Page, name: string) => {
    await page.goto(ana.page.url());
    await enterRoom(page, name);
  };
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).click();
  const vote = async (page: Page, choice: string) => {
    await page.getByRole('radio', { name: choice }).check();
    await press(page, 'Vote');
    await page.getByRole('button', { name: 'Change vote' }).waitFor();
  };
  const results = (page: Page) =>
    page.getByRole('list', { name: question }).getByRole('listitem').allTextContents();

  it('is asked by the host, and everyone is told', async () => {
    expect(await ben.page.getByRole('button', { name: /polls/ }).count()).toBe(0);
    const { page } = ana;
    await press(page, 'Show polls');
    await press(page, 'New poll');
    await page.getByRole('textbox', { name: 'Question' }).fill(question);
    await page.getByLabel('Choice 1').fill('Thursday');
    await page.getByLabel('Choice 2').fill('Friday');
    await press(page, 'Start poll');
    await page.getByRole('radiogroup', { name: question }).waitFor();
    await ben.page.getByText('Ana Ruiz asks everyone').waitFor();
    await press(ben.page, 'Show polls, 1 to vote in');
    await ben.page.getByText('Everyone can see who votes for what.').waitFor();
  });

  it('shows votes to all as they come, and lets them be changed', async () => {
    await vote(ben.page, 'Thursday');
    await vote(ana.page, 'Friday');
    await expect
      .poll(() => results(ben.page))
      .toEqual(['ThursdayYour vote1 vote · 50%', 'Friday1 vote · 50%']);
    await press(ben.page, 'Change vote');
    await vote(ben.page, 'Friday');
    await expect
      .poll(() => results(ana.page))
      .toEqual(['Thursday0 votes · 0%', 'FridayYour vote2 votes · 100%']);
  });

  it('waits for whoever comes late, and keeps one’s vote over a reload', async () => {
    await enter(cleo.page, 'Cleo Park');
    await press(cleo.page, 'More, 1 unread');
    await cleo.page.getByRole('menuitem', { name: 'Polls (1 to vote in)' }).click();
    await vote(cleo.page, 'Thursday');
    await ben.page.reload();
    await enterRoom(ben.page, 'Ben Carter');
    await press(ben.page, 'Show polls');
    await expect
      .poll(() => results(ben.page))
      .toEqual(['Thursday1 vote · 33%', 'FridayYour vote2 votes · 67%']);
    await press(ben.page, 'Hide polls');
  });

  it('is ended by the host, with the names of those who voted', async () => {
    await press(ana.page, 'End poll');
    await ben.page.getByText('A poll has ended').waitFor();
    await ben.page.getByRole('button', { name: 'Results' }).click();
    await press(ben.page, 'Who voted');
    await expect
      .poll(() => results(ben.page))
      .toEqual(['Thursday1 vote · 33%Cleo Park', 'FridayYour vote2 votes · 67%Ana Ruiz, Ben Carter']);
    await cleo.page.getByText('3 people voted.').waitFor();
    expect(await cleo.page.getByRole('button', { name: 'Change vote' }).count()).toBe(0);
  });

  it('is on the page of the meeting and in its export afterwards', async () => {
    const { page } = ana;
    await press(page, 'End for all');
    await page.getByRole('alertdialog').getByRole('button', { name: 'End for all' }).click();
    await page.getByRole('link', { name: 'Open the meeting’s page' }).click();
    await page.waitForURL(/\/meetings\/mtg_/);
    const [, meetingId = ''] = /(mtg_\w+)/.exec(page.url()) ?? [];
    await page.getByRole('tab', { name: 'Details' }).click();
    const card = page.getByRole('region', { name: 'Polls' });
    await card.getByText('3 people voted.').waitFor();
    const markdown = await page.request.get(`${instance.url}/api/meetings/${meetingId}/export.md`);
    expect(await markdown.text()).toContain('Thursday 1 (Cleo Park), Friday 2 (Ana Ruiz, Ben Carter)');
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben, cleo])).toEqual([]);
  });
});
