/** The main pages and the room, as axe-core sees them; `npm run check:web -- axe` looks at everything, in every look. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { launchChromium } from './browser.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';
import { enterRoom } from './room-people.ts';
import { auditAsItIs } from './web/audit-page.ts';
import { introducePeople, type People } from './web/people.ts';
import { describeSerious } from './web/report-findings.ts';
import { nameVisit, visitPages } from './web/visit-pages.ts';
import { listVisits, type Visit } from './web/visits.ts';
import { makeWorkspace, type Workspace } from './web/workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-accessibility-'));
const main = ['/', '/sign-in', '/plan', '/meetings/$id', '/search', '/profile', '/m/$code'];
const phone = { width: 360, height: 740 };

describe.skipIf(findChromium() === null)('nothing serious is found by axe', () => {
  let instance: Instance;
  let browser: Browser;
  let workspace: Workspace;
  let people: People;
  const serious: string[] = [];
  const audit = async (name: string, page: Page) => {
    serious.push(...describeSerious({ name, findings: await auditAsItIs(page) }));
  };

  beforeAll(async () => {
    const env = freshEnvironment(process.env);
    instance = await startInstance({ dataFolder: join(folder, 'data'), env });
    browser = await launchChromium();
    workspace = await makeWorkspace(instance);
    people = await introducePeople(browser, instance.url, workspace);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('on the main pages', async () => {
    const missing: string[] = [];
    await visitPages(mainVisits(workspace), {
      ...{ url: instance.url, people, signal: new AbortController().signal },
      onVisit: ({ visit, page }) => audit(nameVisit(visit), page),
      onMissing: (sentence) => missing.push(sentence),
    });
    expect({ missing, serious }).toEqual({ missing: [], serious: [] });
  });

  it('in the room, with a panel, a menu and a dialog open, and on a phone', async () => {
    const context = await people.open('host');
    const page = await context.newPage();
    await page.goto(`${instance.url}/m/${workspace.open.code}`);
    await enterRoom(page, 'Ana Ruiz');
    await page.getByRole('button', { name: 'Show people' }).click();
    await page.getByRole('list', { name: 'People who are here' }).waitFor();
    await audit('the room with its people', page);
    await page.getByRole('button', { name: 'Caption settings' }).click();
    await page.getByRole('dialog').waitFor();
    await audit('the room, caption settings', page);
    await page.keyboard.press('Escape');
    // Else it would be a sheet over the phone.
    await page.getByRole('button', { name: 'Close people' }).click();
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menu').waitFor();
    await audit('the room on a phone, its menu', page);
    await context.close();
    expect(serious).toEqual([]);
  });
});

/** Of each main page the first, as the host sees it where that is possible. */
function mainVisits(workspace: Workspace): Visit[] {
  const visits = listVisits(workspace);
  return main.flatMap((route) => {
    const there = visits.filter((visit) => visit.route === route);
    return there.find(({ as }) => as === 'host') ?? there[0] ?? [];
  });
}
