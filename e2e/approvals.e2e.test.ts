/** Somebody says what they want done, decides in a popup, and finds it in the calendar: on the whole real system. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor, writeLoop } from './browser.ts';
import { becomeOwner } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-approvals-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');

describe.skipIf(findChromium() === null)('what the AI participant proposes, in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    const microphone = join(folder, 'ana.wav');
    // "Nova, please schedule a follow up meeting with Ben next Tuesday at ten."
    writeLoop(readFileSync(join(kickoff, '20-ana.wav')), microphone, 9_000);
    ana = await openVisitor({ microphone });
    ben = await openVisitor({ width: 360, height: 740 });
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async ({ page }: Visitor, name: string) => {
    await page.getByLabel('Your name').fill(name);
    const consent = page.getByRole('checkbox');
    await consent.check();
    const microphoneOff = page.getByRole('button', { name: 'Turn off microphone' });
    if ((await microphoneOff.count()) > 0) await microphoneOff.click();
    await page.getByRole('button', { name: 'Join meeting' }).click();
    await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
  };
  const popup = ({ page }: Visitor, title = 'Schedule a meeting?') =>
    page.getByRole('dialog', { name: title });
  const ask = async ({ page }: Visitor, question: string) => {
    const panel = page.getByLabel('Question for Nova');
    if ((await panel.count()) === 0) await page.getByRole('button', { name: 'Ask a question' }).click();
    await panel.fill(question);
    await panel.press('Enter');
  };

  it('shows a popup to the person who asked aloud, and to nobody else', async () => {
    const { page } = ana;
    await becomeOwner(page, instance.url);
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'New meeting' }).click();
    await enter(ana, 'Ana Ruiz');
    await ben.page.goto(page.url());
    await enter(ben, 'Ben Carter');
    await page
      .getByRole('region', { name: 'Nova, AI participant' })
      .getByText('Listening')
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Turn on microphone' }).click();
    await popup(ana).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Turn off microphone' }).click();
    await popup(ana)
      .getByRole('button', { name: /^Show in the transcript: Ana Ruiz/ })
      .waitFor();
    await popup(ana)
      .getByRole('button', { name: /^Take out Ben/ })
      .waitFor();
    const date = await popup(ana).getByLabel('Starts: date').inputValue();
    expect(new Date(`${date}T12:00:00Z`).getUTCDay()).toBe(2);
    await expect.poll(() => popup(ana).getByLabel('Starts: time').inputValue()).toBe('10:00');
    await expect.poll(() => popup(ben).count()).toBe(0);
  });

  it('leads from the proposal to the words that caused it', async () => {
    await popup(ana)
      .getByRole('button', { name: /^Show in the transcript/ })
      .click();
    const line = ana.page.locator('[data-highlighted]');
    await line.waitFor();
    await expect.poll(() => line.textContent()).toMatch(/follow.?up/i);
  });

  it('does what was edited and approved, says so, and has it in the calendar', async () => {
    const { page } = ana;
    await popup(ana).getByLabel('Title').fill('Launch follow-up');
    await popup(ana).getByLabel('Starts: time').fill('11:30');
    await popup(ana).getByRole('button', { name: 'Approve with changes' }).click();
    await popup(ana).waitFor({ state: 'detached' });
    const said = page
      .getByRole('log', { name: 'Live captions' })
      .getByText(/^Nova \(AI\): .*Launch follow-up/);
    await said.first().waitFor({ timeout: 30_000 });
    const list = await page.context().request.get(`${instance.url}/api/meetings?times=upcoming`);
    const { meetings } = (await list.json()) as { meetings: { title: string; scheduledAtMs: number }[] };
    expect(meetings.map(({ title }) => title)).toEqual(['Launch follow-up']);
    const clock = new Date(meetings[0]?.scheduledAtMs ?? 0).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/Lisbon',
    });
    expect(clock).toBe('11:30:00');
  });

  it('painted the popup within a few frames of the call', async () => {
    const durations = await ana.page.evaluate(() =>
      performance
        .getEntriesByType('measure')
        .filter(({ name }) => name === 'approval.painted')
        .map(({ duration }) => duration),
    );
    expect(durations.length).toBe(1);
  });

  it('asks again after a reload, and takes a rejection with its reason', async () => {
    const { page } = ana;
    await ask(ana, 'Remind Ben to send the release notes by Friday');
    await popup(ana, 'Add a task?').waitFor({ timeout: 30_000 });
    await page.reload();
    await enter(ana, 'Ana Ruiz');
    await popup(ana, 'Add a task?').waitFor({ timeout: 15_000 });
    await popup(ana, 'Add a task?').getByRole('button', { name: 'Reject' }).click();
    await page.getByLabel(/^Why not/).fill('Ben knows');
    await popup(ana, 'Add a task?').getByRole('button', { name: 'Reject' }).click();
    await popup(ana, 'Add a task?').waitFor({ state: 'detached' });
  });

  it('answers a typed question for one person, and nobody else sees it', async () => {
    const question = 'What was said about the follow up meeting?';
    await ask(ana, question);
    const answer = ana.page.locator('[data-reply][data-state="done"]').filter({ hasText: question });
    await answer.waitFor({ timeout: 30_000 });
    await expect.poll(() => answer.textContent()).toContain('Only for youNo language model');
    await ben.page.getByRole('button', { name: 'Ask a question' }).click();
    await ben.page.getByLabel('Question for Nova').waitFor();
    await expect.poll(() => ben.page.getByText(question).count()).toBe(0);
    await ben.page.getByRole('button', { name: 'Close questions' }).click();
  });

  it('goes off the record for everyone, and back', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Settings of Nova' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Off the record' }).click();
    for (const visitor of [ana, ben])
      await visitor.page.getByText('Off the record.', { exact: true }).waitFor();
    await ben.page.reload();
    await enter(ben, 'Ben Carter');
    await ben.page.getByText('Off the record.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Back on the record' }).click();
    for (const visitor of [ana, ben]) {
      await visitor.page.getByText('Off the record.', { exact: true }).waitFor({ state: 'detached' });
    }
  });

  it('lets the AI participant be sent away and invited back', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Settings of Nova' }).click();
    await page.getByRole('menuitem', { name: 'Send away' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send away' }).click();
    const tile = ben.page.getByRole('region', { name: 'Nova, AI participant' });
    await tile.getByText('Sent away').waitFor();
    await page.getByRole('button', { name: 'Invite back' }).click();
    await tile.getByText('Listening').waitFor({ timeout: 30_000 });
  });

  it('keeps all of it in the log on the page of the meeting', async () => {
    const { page } = ana;
    const list = await page.context().request.get(`${instance.url}/api/meetings?times=live`);
    const { meetings } = (await list.json()) as { meetings: { id: string }[] };
    await page.goto(`${instance.url}/meetings/${meetings[0]?.id}`);
    const log = page.getByRole('region', { name: 'Proposals' });
    await log.getByText('Changed (Title, Starts) and approved by Ana Ruiz').waitFor();
    await log.getByText('Rejected by Ana Ruiz: Ben knows').waitFor();
    await log.getByText(/^Done/).waitFor();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});
