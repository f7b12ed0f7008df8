/** What visitors saw while a test ran. Owns nothing but the list: a failing test prints it (see report-pages.ts). */
import type { Page } from 'playwright-core';

export interface Watched {
  page: Page;
  /** What the page logged as errors so far. */
  errors: string[];
}

/** A page that does not answer any more says nothing. */
const readTimeoutMs = 2_000;
const longestText = 4_000;

const open = new Set<Watched>();
const closed: string[] = [];

/** From now on until `stopWatching`, the page is part of each failure's report. */
export function watchPage(watched: Watched): void {
  open.add(watched);
}

/** Keeps what the page shows now: a test that fails closes its own visitors before the failure is reported. */
export async function stopWatching(watched: Watched): Promise<void> {
  if (open.delete(watched)) closed.push(await describePage(watched));
}

/** One paragraph per page, those closed since the last call first. Call it once after each test. */
export async function takeEvidence(failed: boolean): Promise<string[]> {
  const gone = closed.splice(0);
  return failed ? [...gone, ...(await Promise.all([...open].map(describePage)))] : [];
}

/** As a screen reader has it: headings, fields with their values, messages. */
async function describePage({ page, errors }: Watched): Promise<string> {
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: readTimeoutMs })
    .catch((error: Error) => `(cannot be read: ${error.message.split('\n')[0]})`);
  const logged = errors.map((error) => `logged: ${error}`);
  return [`page ${page.url()}`, shown.slice(0, longestText), ...logged].join('\n');
}
