/** Lighthouse's performance of the pages that people see first, as its desktop preset has it. */
import getPort from 'get-port';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launchChromium } from '../browser.ts';
import { percentile } from '../rehearsal/percentiles.ts';
import type { Measure } from './measure.ts';

/** The score is the median of so many runs: single ones differ by some hundredths. */
const runs = 5;
const budget = { atLeast: 0.95 };

interface Scored {
  name: string;
  address: string;
  /** Of whoever looks at it. */
  cookie: string;
}

/** Each run begins with an empty cache. */
export async function measureLighthouse(pages: readonly Scored[], signal: AbortSignal): Promise<Measure[]> {
  const port = await getPort({ host: '127.0.0.1' });
  const browser = await launchChromium({ port });
  try {
    const measures: Measure[] = [];
    for (const page of pages) measures.push(...(await measurePage(page, port, signal)));
    return measures;
  } finally {
    await browser.close();
  }
}

async function measurePage({ name, address, cookie }: Scored, port: number, signal: AbortSignal) {
  const scores: number[] = [];
  const paints: number[] = [];
  const blocked: number[] = [];
  for (let run = 0; run < runs; run++) {
    signal.throwIfAborted();
    const result = await lighthouse(
      address,
      {
        port,
        onlyCategories: ['performance'],
        logLevel: 'error',
        ...(cookie ? { extraHeaders: { cookie } } : {}),
      },
      desktopConfig,
    );
    const { categories, audits } = result?.lhr ?? {};
    scores.push(categories?.performance?.score ?? Number.NaN);
    paints.push(audits?.['largest-contentful-paint']?.numericValue ?? Number.NaN);
    blocked.push(audits?.['total-blocking-time']?.numericValue ?? Number.NaN);
  }
  const median = (values: readonly number[]) => percentile(values, 0.5) ?? Number.NaN;
  return [
    { name: `Lighthouse performance of ${name}, median of ${runs}`, value: median(scores), unit: '', budget },
    // As Lighthouse simulates it; the design's bounds.
    { name: `  its largest contentful paint`, value: median(paints), unit: 'ms', budget: { atMost: 1_500 } },
    { name: `  its total blocking time`, value: median(blocked), unit: 'ms', budget: { atMost: 150 } },
  ] satisfies Measure[];
}
