/** Every change of a page and every call that it makes: what a person would see, and what their browser does for them. */
import type { Page } from 'playwright-core';

export interface ScreenWatch {
  /** What has changed since the last call, a sentence each. */
  take(): Promise<string[]>;
}

interface WatchedWindow {
  changes: string[];
}

/** Call it before the page loads anything; watches over reloads too. */
export async function watchScreen(page: Page): Promise<ScreenWatch> {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(`called ${request.method()} ${pathname}`);
  });
  await page.addInitScript(installWatch);
  return {
    async take() {
      const changes = await page.evaluate(() => (window as unknown as WatchedWindow).changes.splice(0));
      return [...new Set([...changes, ...calls.splice(0)])];
    },
  };
}

/** Runs in the page. */
function installWatch(): void {
  const changes: string[] = [];
  (window as unknown as WatchedWindow).changes = changes;
  const nameOf = (node: Node) => (node instanceof Element ? node.tagName.toLowerCase() : 'text');
  const textOf = (nodes: NodeList) =>
    [...nodes].map((node) => `${nameOf(node)} "${node.textContent?.slice(0, 80)}"`).join(', ');
  new MutationObserver((records) => {
    // Of each attribute the value before all records: React takes some away from fields and gives them back at once.
    const before = new Map<Node, Map<string, string | null>>();
    for (const { type, target, attributeName, oldValue, addedNodes, removedNodes } of records) {
      const where = nameOf(target);
      if (type === 'attributes') {
        const known = before.get(target) ?? new Map<string, string | null>();
        before.set(target, known);
        if (!known.has(attributeName ?? '')) known.set(attributeName ?? '', oldValue);
      } else if (type === 'characterData')
        changes.push(`screen: text is "${target.textContent?.slice(0, 80)}"`);
      else {
        if (addedNodes.length > 0) changes.push(`screen: ${where} has ${textOf(addedNodes)}`);
        if (removedNodes.length > 0) changes.push(`screen: ${where} has no more ${textOf(removedNodes)}`);
      }
    }
    for (const [target, attributes] of before) {
      for (const [name, old] of attributes) {
        const value = target instanceof Element ? target.getAttribute(name) : null;
        if (value !== old) changes.push(`screen: ${nameOf(target)}[${name}] is ${value?.slice(0, 80)}`);
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeOldValue: true });
}
