/**
 * `npm run check:web -- [PART ...]`: what the pages of a real Parley are like, against their budgets: how much
 * JavaScript each one loads (`scripts`) and what Lighthouse says of the first ones (`lighthouse`). All parts
 * without an argument. Prints every figure; ends with 1 when one is over its budget or a page was left out.
 */
import type { Browser } from 'playwright-core';
import type { Instance } from '../local/instance.ts';
import { createProgressPrinter } from '../local/progress-lines.ts';
import { listenForStop } from '../local/stop-signals.ts';
import { launchChromium } from './browser.ts';
import { withOwnInstance } from './rehearsal/own-instance.ts';
import { formatMeasure, isOverBudget, type Measure } from './web/measure.ts';
import { measureLighthouse } from './web/measure-lighthouse.ts';
import { measureRoomScripts } from './web/measure-room-scripts.ts';
import { measureScripts } from './web/measure-scripts.ts';
import { introducePeople } from './web/people.ts';
import { readRoutes } from './web/read-routes.ts';
import { compareVisits } from './web/route-coverage.ts';
import { type Visited, visitPages } from './web/visit-pages.ts';
import { firstVisits, listVisits } from './web/visits.ts';
import { makeWorkspace } from './web/workspace.ts';

const parts = ['scripts', 'lighthouse'] as const;

const printer = createProgressPrinter(process.stderr);
using stop = listenForStop(
  () => console.error('The check stops ...'),
  () => process.exit(130),
);
let problems = 0;

try {
  const wanted = readParts(process.argv.slice(2));
  const { signal } = stop;
  await withOwnInstance({ env: process.env, signal, onProgress: printer.report }, async (instance) => {
    printer.finish();
    await using browser = await launchChromium();
    await check(instance, browser, wanted);
  });
  console.log(problems === 0 ? 'everything is within its budget' : `${problems} over budget or missing`);
  process.exitCode = problems === 0 ? 0 : 1;
} catch (error) {
  printer.finish();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (stop.signal.aborted) process.exitCode = stop.exitCode() || 130;
  if (process.connected) process.disconnect();
}

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

async function onVisit(visited: Visited): Promise<void> {
  print([await measureScripts(visited)]);
}

function onMissing(sentence: string): void {
  console.log(`MISSING ${sentence}`);
  problems += 1;
}

async function check(instance: Instance, browser: Browser, wanted: ReadonlySet<string>): Promise<void> {
  const { url } = instance;
  const { signal } = stop;
  if (wanted.has('scripts')) {
    const people = await introducePeople(browser, url, null);
    await visitPages(firstVisits, { url, people, signal, onVisit, onMissing });
  }
  const workspace = await makeWorkspace(instance);
  const people = await introducePeople(browser, url, workspace);
  const visits = listVisits(workspace);
  const { withoutVisit, withoutRoute } = compareVisits(await readRoutes(browser, url), [
    ...firstVisits,
    ...visits,
  ]);
  for (const route of withoutVisit) onMissing(`a visit to ${route} in e2e/web/visits.ts`);
  for (const route of withoutRoute) onMissing(`the page ${route} of e2e/web/visits.ts`);
  if (wanted.has('scripts')) {
    await visitPages(visits, { url, people, signal, onVisit, onMissing });
    print(await measureRoomScripts(people, `${url}/m/${workspace.open.code}`));
  }
  if (wanted.has('lighthouse')) {
    const pages = [
      { name: 'the sign-in page', address: `${url}/sign-in`, cookie: '' },
      { name: 'the meeting list', address: `${url}/`, cookie: workspace.host.cookie() },
    ];
    print(await measureLighthouse(pages, signal));
  }
}
