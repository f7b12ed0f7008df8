import type { Browser } from 'playwright-core';
import { z } from 'zod/mini';

/** Paths of all pages, asked from the running app's own router: a new page cannot be forgotten here. */
export async function readRoutes(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    // Where TanStack Router keeps itself for its developer tools.
    const paths = await page.waitForFunction('Object.keys(self.__TSR_ROUTER__?.routesByPath ?? {})');
    return z
      .array(z.string())
      .check(z.minLength(1))
      .parse(await paths.jsonValue());
  } finally {
    await page.close();
  }
}
