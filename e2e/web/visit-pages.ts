/** Opens pages one after the other, each in a browser that has nothing cached. */
import type { Page } from 'playwright-core';
import { countScripts, type ScriptCount } from './count-scripts.ts';
import type { People } from './people.ts';
import type { Visit } from './visits.ts';

export interface Visited<V extends Visit = Visit> {
  visit: V;
  page: Page;
  scripts: ScriptCount;
}

interface VisitOptions<V extends Visit> {
  url: string;
  people: People;
  signal: AbortSignal;
  /** The page is there and at rest. */
  onVisit(visited: Visited<V>): Promise<void>;
  /** The page did not come. */
  onMissing(sentence: string): void;
}

const patienceMs = 15_000;

export async function visitPages<V extends Visit>(
  visits: readonly V[],
  options: VisitOptions<V>,
): Promise<void> {
  const { url, people, signal, onVisit, onMissing } = options;
  for (const visit of visits) {
    signal.throwIfAborted();
    const context = await people.open(visit.as);
    try {
      const page = await context.newPage();
      const scripts = countScripts(page);
      await page.goto(url + visit.path);
      if (!(await waitForPage(page, visit))) {
        const headings = await page.getByRole('heading').allTextContents();
        onMissing(`${nameVisit(visit)} did not come; there is: ${headings.join(', ') || 'no heading'}`);
        continue;
      }
      await onVisit({ visit, page, scripts });
    } finally {
      await context.close();
    }
  }
}

async function waitForPage(page: Page, { heading }: Visit): Promise<boolean> {
  try {
    await page.getByRole('heading', { level: 1, name: heading }).first().waitFor({ timeout: patienceMs });
  } catch {
    return false;
  }
  await page.waitForLoadState('networkidle');
  return true;
}

/** `/meetings/$id as host: Product kickoff` */
export function nameVisit({ route, as, heading }: Visit): string {
  return `${route} as ${as}: ${typeof heading === 'string' ? heading : heading.source.replace(/^\^/, '')}`;
}
