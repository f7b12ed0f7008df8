/** Notes that several people write at once in real browsers, and what becomes of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { enterRoom, hostMeeting, paste } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-notes-'));

describe.skipIf(findChromium() === null)('notes', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let vera: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    [ana, ben, vera] = await Promise.all([openVisitor(), openVisitor(), openVisitor()]);
    await hostMeeting(ana.page, instance.url, { title: 'Release', name: 'Ana Ruiz' });
    await ben.page.goto(ana.page.url());
    await enterRoom(ben.page, 'Ben Carter');
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, vera]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const show = (page: Page) => page.getByRole('button', { name: 'Show notes' }).click();
  const shared = (page: Page) => page.getByRole('textbox', { name: 'Notes of the meeting' });
  const own = (page: Page) => page.getByRole('textbox', { name: 'Your own notes' });
  const onlyMe = (page: Page) => page.getByRole('radio', { name: 'Only me' }).check();
  /** What is written, a line each, without the carets of others, which stand between the letters. */
  const written = (page: Page) =>
    shared(page).evaluate((field) => {
      const copy = field.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll('.note-caret')) caret.remove();
      return [...copy.querySelectorAll('h1, h2, p')].map((line) =>
        (line.textContent ?? '').replaceAll('\u2060', ''),
      );
    });
  const reads = (page: Page, text: string | RegExp) =>
    expect.poll(async () => (await written(page)).join(), { timeout: 15_000 }).toMatch(text);
  /** Keys move the caret before the editor knows: others see where it is when it does. */
  const isInLastLine = (page: Page, name: string) =>
    shared(page).locator('p').last().locator('.note-caret-name', { hasText: name }).waitFor();
  const isSaved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

  it('are written by two people at once, and each sees where the other is', async () => {
    await show(ana.page);
    await show(ben.page);
    await shared(ana.page).waitFor();
    await shared(ana.page).click();
    await ana.page.getByRole('button', { name: 'Heading', exact: true }).click();
    await ana.page.keyboard.type('Release plan');
    await ana.page.keyboard.press('Enter');
    await ana.page.keyboard.type('Ana: ');
    await ana.page.keyboard.press('Enter');
    await ana.page.keyboard.type('Ben: ');
    await reads(ben.page, /Release plan.*Ana: .*Ben: /);
    await ben.page.getByRole('heading', { name: 'Release plan' }).waitFor();
    await shared(ben.page).click();
    await ben.page.keyboard.press('Control+End');
    await ana.page.keyboard.press('ArrowUp');
    await ana.page.keyboard.press('End');
    await Promise.all([
      ana.page.keyboard.type('writes her line.', { delay: 15 }),
      ben.page.keyboard.type('writes his.', { delay: 20 }),
    ]);
    await isSaved(ana.page);
    await isSaved(ben.page);
    for (const { page } of [ana, ben]) {
      await expect
        .poll(() => written(page))
        .toEqual(['Release plan', 'Ana: writes her line.', 'Ben: writes his.']);
    }
    // And both in one that is empty.
    await ana.page.keyboard.press('Control+End');
    await isInLastLine(ben.page, 'Ana Ruiz');
    await ana.page.keyboard.press('Enter');
    await expect.poll(() => written(ben.page)).toHaveLength(4);
    await ben.page.keyboard.press('Control+End');
    await isInLastLine(ana.page, 'Ben Carter');
    await Promise.all([
      ana.page.keyboard.type('hers', { delay: 15 }),
      ben.page.keyboard.type('his', { delay: 20 }),
    ]);
    for (const { page } of [ana, ben]) {
      await expect.poll(async () => (await written(page))[3]).toMatch(/^(hershis|hishers)$/);
    }
    await ana.page.locator('.note-caret-name', { hasText: 'Ben Carter' }).waitFor();
    await ben.page.locator('.note-caret-name', { hasText: 'Ana Ruiz' }).waitFor();
  });

  it('have links that lead somewhere harmless only', async () => {
    const { page } = ana;
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByLabel('Address of the link').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Set link' }).click();
    await page.getByText('Links begin with').waitFor();
    await page.getByLabel('Address of the link').fill('example.org/plan');
    await page.getByRole('button', { name: 'Set link' }).click();
    const link = shared(ben.page).getByRole('link', { name: 'example.org/plan' });
    await expect.poll(() => link.getAttribute('href')).toBe('https://example.org/plan');
    await expect.poll(() => link.getAttribute('rel')).toContain('noopener');
  });

  it('take what is pasted as plain notes, and not a whole library', async () => {
    const { page } = ana;
    await shared(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    const before = await written(page);
    await expect.poll(() => written(ben.page)).toEqual(before);
    await paste(shared(page), { 'text/plain': 'x'.repeat(1_000_000) });
    await page.getByText('That is too long').waitFor();
    expect(await written(ben.page)).toEqual(before);
    await paste(shared(page), {
      'text/html':
        '<h2>Pasted</h2><script>window.owned = 1</script><img src=x onerror="window.owned = 2"><p style="color:red">red <a href="javascript:window.owned=3">there</a></p>',
    });
    await ben.page.getByRole('heading', { name: 'Pasted' }).waitFor();
    expect(
      await shared(ben.page)
        .locator('img:not(.ProseMirror-separator), script, [style*="color"], a[href^="javascript"]')
        .count(),
    ).toBe(0);
    expect(await page.evaluate('window.owned')).toBeUndefined();
    await isSaved(page);
  });

  it('are there after a reload, and for who comes late', async () => {
    const text = await written(ana.page);
    await ben.page.reload();
    await enterRoom(ben.page, 'Ben Carter');
    await show(ben.page);
    await reads(ben.page, /Release plan/);
    await vera.page.goto(ana.page.url());
    await enterRoom(vera.page, 'Vera Olsen');
    await show(vera.page);
    for (const { page } of [ben, vera]) await expect.poll(() => written(page)).toEqual(text);
    expect(text).toContain('Release plan');
  });

  it('are read along by a viewer, from the moment that somebody is one', async () => {
    const { page } = vera;
    const sql = postgres(instance.env.DATABASE_URL ?? '', { max: 1, fetch_types: false });
    await sql`update participants set role = 'viewer' where name = 'Vera Olsen'`;
    await sql.end();
    await page.getByText('You can read along. Hosts decide who writes.').waitFor();
    await expect.poll(() => shared(page).getAttribute('contenteditable')).toBe('false');
    await expect.poll(() => page.getByRole('toolbar', { name: 'Formatting' }).count()).toBe(0);
    await shared(ana.page).click();
    await ana.page.keyboard.press('Control+End');
    await ana.page.keyboard.type(' For Vera.');
    await reads(page, /For Vera\./);
  });

  it('stay here while the connection is away, and come after it', async () => {
    const { page } = ben;
    await shared(page).click();
    await page.keyboard.press('Control+End');
    await page.context().setOffline(true);
    await page.keyboard.type(' Written offline.');
    await page.getByText('Offline: kept here until the connection is back').waitFor();
    await page.context().setOffline(false);
    await isSaved(page);
    await reads(ana.page, /Written offline\./);
  });

  it('of one person are seen by nobody else', async () => {
    await onlyMe(ben.page);
    await own(ben.page).click();
    await ben.page.keyboard.type('Only Ben knows.');
    await isSaved(ben.page);
    await onlyMe(ana.page);
    await own(ana.page).waitFor();
    await ana.page.waitForTimeout(1_000);
    await expect.poll(() => own(ana.page).textContent()).not.toContain('Ben');
    await ben.page.reload();
    await enterRoom(ben.page, 'Ben Carter');
    await show(ben.page);
    await onlyMe(ben.page);
    await expect.poll(() => own(ben.page).textContent()).toContain('Only Ben knows.');
  });

  it('are on the page of the meeting afterwards, each for those who may see them', async () => {
    await ana.page.getByRole('button', { name: 'Leave meeting' }).click();
    await ben.page.getByRole('button', { name: 'Leave meeting' }).click();
    const id = /mtg_\w{26}/;
    const sql = postgres(instance.env.DATABASE_URL ?? '', { max: 1, fetch_types: false });
    const [meeting] = await sql<
      { id: string }[]
    >`update meetings set status = 'ended', ended_at = now() returning id`;
    await sql.end();
    expect(meeting?.id).toMatch(id);
    await ben.page.goto(`${instance.url}/meetings/${meeting?.id}`);
    await ben.page.getByRole('tab', { name: 'Notes' }).click();
    await ben.page.getByRole('article', { name: 'Notes of the meeting' }).getByText('Release plan').waitFor();
    await ben.page.getByRole('article', { name: 'Your own notes' }).getByText('Only Ben knows.').waitFor();
    // He has no account, and goes on with them all the same.
    await ben.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await own(ben.page).click();
    await ben.page.keyboard.press('Control+End');
    await ben.page.keyboard.type(' And later.');
    const stored = async () =>
      (await ben.page.request.get(`${instance.url}/api/meetings/${meeting?.id}/notes`)).text();
    await expect.poll(stored, { timeout: 15_000 }).toContain('And later.');
    await ben.page.getByRole('button', { name: 'Done' }).click();
    await ben.page.getByRole('article', { name: 'Your own notes' }).getByText('And later.').waitFor();
    await ana.page.goto(`${instance.url}/meetings/${meeting?.id}`);
    await ana.page.getByRole('tab', { name: 'Notes' }).click();
    await ana.page.getByRole('article', { name: 'Notes of the meeting' }).waitFor();
    await expect.poll(() => ana.page.getByText('Only Ben knows.').count()).toBe(0);
  });

  it('logs no error in the browser', () => {
    // The page refuses the handler that was pasted, and says so.
    const errors = unexpectedErrors([ana, ben, vera]).filter(
      (text) => !text.includes('inline event handler'),
    );
    expect(errors).toEqual([]);
  });
});
