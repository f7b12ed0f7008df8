/** How much JavaScript each page loads before anybody touches it. */
import type { Measure } from './measure.ts';
import { nameVisit, type Visited } from './visit-pages.ts';

/** Of a page outside the room. */
const budgetKb = 160;

export async function measureScripts({ visit, scripts }: Visited): Promise<Measure> {
  return {
    name: `JavaScript (gzip) of ${nameVisit(visit)}`,
    value: (await scripts.bytes()) / 1_000,
    unit: 'KB',
    budget: { atMost: budgetKb },
  };
}
