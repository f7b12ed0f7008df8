/** What JavaScript a page really loads, as it comes over the network. */
import type { Page, Request } from 'playwright-core';

export interface ScriptCount {
  /** Bytes of all scripts so far, compressed as they were sent; each file once. */
  bytes(): Promise<number>;
}

/** Begin before the page is opened, in a browser without a cache. */
export function countScripts(page: Page): ScriptCount {
  const scripts = new Map<string, Request>();
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.set(pathname, request);
  });
  return {
    async bytes() {
      const sizes = await Promise.all([...scripts.values()].map((request) => request.sizes()));
      return sizes.reduce((total, { responseBodySize }) => total + responseBodySize, 0);
    },
  };
}
