/**
 * `npm run check:web -- [PART ...]`: what the pages of a real Parley are like, against their budgets: how much
 * JavaScript each one loads (`scripts`), what axe-core finds on it (`axe`), how fast the room answers while much is said
 * in it (`busy-room`), and what Lighthouse says of the first ones (`lighthouse`). All parts without an argument. Prints
 * every figure; ends with 1 when one is over its budget or a page was left out.
 */
import type { Browser, Page } from 'playwright-core';
import { startStubSpeech } from '../bench/stub-speech.ts';
import type { Instance } from '../local/instance.ts';
import { launchChromium } from './browser.ts';
import { runCommand } from './rehearsal/run-command.ts';
import { auditPage } from './web/audit-page.ts';
import { auditRoom } from './web/audit-room.ts';
import { formatMeasure, isOverBudget, type Measure } from './web/measure.ts';
import { measureBusyRoom } from './web/measure-busy-room.ts';
import { measureLighthouse } from './web/measure-lighthouse.ts';
import { measureRoomScripts } from './web/measure-room-scripts.ts';
import { measureScripts } from './web/measure-scripts.ts';
import { listOpenings, type Opening } from './web/openings.ts';
import { introducePeople, type People } from './web/people.ts';
import { readRoutes } from './web/read-routes.ts';
import { type Audit, describeFindings, measureFindings } from './web/report-findings.ts';
import { compareVisits } from './web/route-coverage.ts';
import { nameVisit, type Visited, visitPages } from './web/visit-pages.ts';
import { firstVisits, listVisits, type Visit } from './web/visits.ts';
import { makeWorkspace } from './web/workspace.ts';

const parts = ['scripts', 'axe', 'busy-room', 'lighthouse'] as const;

let problems = 0;

await runCommand(async ({ signal, withInstance }) => {
  const wanted = readParts(process.argv.slice(2));
  // The browsers' microphones beep: that is nothing to spend the machine's time on.
  await using speech = await startStubSpeech();
  const env = { ...process.env, ...speech.env };
  await withInstance({ env }, async (instance) => {
    await using browser = await launchChromium();
    await check(instance, { browser, wanted, signal });
  });
  console.log(problems === 0 ? 'everything is within its budget' : `${problems} over budget or missing`);
  return problems === 0 ? 0 : 1;
});

function readParts(words: string[]): ReadonlySet<string> {
  const unknown = words.filter((word) => !parts.some((part) => part === word));
  if (unknown.length > 0)
    throw new Error(`There is no part ${unknown.join(', ')}: there are ${parts.join(', ')}.`);
  return new Set(words.length > 0 ? words : parts);
}

function print(measures: readonly Measure[]): void {
  for (const measure of measures) {
    console.log(formatMeasure(measure));
    if (isOverBudget(measure)) problems += 1;
  }
}

/** Looks at pages as they come, and at some with something open. */
async function look(
  visits: readonly Visit[],
  openings: readonly Opening[],
  { wanted, ...where }: { url: string; people: People; wanted: ReadonlySet<string>; signal: AbortSignal },
): Promise<Audit[]> {
  if (!wanted.has('scripts') && !wanted.has('axe')) return [];
  const audits: Audit[] = [];
  const audit = async (name: string, page: Page) => {
    const found = { name, findings: await auditPage(page) };
    audits.push(found);
    for (const line of describeFindings(found)) console.log(line);
  };
  const options = { ...where, onMissing };
  const onVisit = async (visited: Visited) => {
    if (wanted.has('scripts')) print([await measureScripts(visited)]);
    if (wanted.has('axe')) await audit(nameVisit(visited.visit), visited.page);
  };
  await visitPages(visits, { ...options, onVisit });
  if (!wanted.has('axe')) return [];
  const onOpening = async ({ visit, page }: Visited<Opening>) => {
    try {
      await visit.open(page);
    } catch {
      onMissing(`${visit.what} on ${nameVisit(visit)}`);
      return;
    }
    await page.waitForLoadState('networkidle');
    await audit(`${nameVisit(visit)}, ${visit.what}`, page);
  };
  await visitPages(openings, { ...options, onVisit: onOpening });
  return audits;
}

function onMissing(sentence: string): void {
  console.log(`MISSING ${sentence}`);
  problems += 1;
}

async function check(
  instance: Instance,
  { browser, wanted, signal }: { browser: Browser; wanted: ReadonlySet<string>; signal: AbortSignal },
): Promise<void> {
  const { url } = instance;
  const strangers = await introducePeople(browser, url, null);
  const audits = await look(firstVisits, [], { url, people: strangers, wanted, signal });
  const workspace = await makeWorkspace(instance);
  const people = await introducePeople(browser, url, workspace);
  const visits = listVisits(workspace);
  const { withoutVisit, withoutRoute } = compareVisits(await readRoutes(browser, url), [
    ...firstVisits,
    ...visits,
  ]);
  for (const route of withoutVisit) onMissing(`a visit to ${route} in e2e/web/visits.ts`);
  for (const route of withoutRoute) onMissing(`the page ${route} of e2e/web/visits.ts`);
  audits.push(...(await look(visits, listOpenings(workspace), { url, people, wanted, signal })));
  const room = `${url}/m/${workspace.open.code}`;
  if (wanted.has('scripts')) print(await measureRoomScripts(people, room));
  if (wanted.has('axe')) {
    const inRoom = await auditRoom(people, room);
    for (const line of inRoom.flatMap(describeFindings)) console.log(line);
    print(measureFindings('axe', [...audits, ...inRoom]));
  }
  if (wanted.has('busy-room')) print(await measureBusyRoom(instance, { people, workspace, signal }));
  if (wanted.has('lighthouse')) {
    const pages = [
      { name: 'the sign-in page', address: `${url}/sign-in`, cookie: '' },
      { name: 'the meeting list', address: `${url}/`, cookie: workspace.host.cookie() },
    ];
    print(await measureLighthouse(pages, signal));
  }
}
