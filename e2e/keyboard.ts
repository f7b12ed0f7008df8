/** A person without a pointer, who looks where the focus is. */
import type { Page } from 'playwright-core';

export interface Keyboard {
  /** Presses a key as often as it takes until what is called so has the focus. Throws with the way that it took. */
  to(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>;
  /** The same, and Enter. */
  open(name: string | RegExp): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** The name of what has the focus; empty for the page itself. */
  focused(): Promise<string>;
  /** Names of what the page stopped at on the way around it, from here to here. */
  goAround(): Promise<string[]>;
  /** Names of what had the focus and did not show it. */
  unseen: ReadonlySet<string>;
}

/** More than any page of the tests has. */
const mostStops = 90;

export function takeKeyboard(page: Page): Keyboard {
  const unseen = new Set<string>();
  const step = async (key: string) => {
    await page.keyboard.press(key);
    const { name, isSeen } = await page.evaluate(describeFocus);
    if (!isSeen) unseen.add(name);
    return name;
  };
  const to: Keyboard['to'] = async (wanted, key = 'Tab') => {
    const way: string[] = [];
    while (way.length < mostStops) {
      const name = await step(key);
      if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return;
      way.push(name);
    }
    throw new Error(`${wanted} never has the focus; there are ${way.join(' | ')}`);
  };
  return {
    to,
    unseen,
    async open(name) {
      await to(name);
      await page.keyboard.press('Enter');
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    focused: async () => (await page.evaluate(describeFocus)).name,
    async goAround() {
      const first = await step('Tab');
      const way = [first];
      while (way.length < mostStops) {
        const name = await step('Tab');
        if (name === first) return way;
        way.push(name);
      }
      throw new Error(`the keyboard does not come around: ${way.join(' | ')}`);
    },
  };
}

/** Runs in the page. */
function describeFocus(): { name: string; isSeen: boolean } {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return { name: '', isSeen: true };
  const labels =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null;
  const name = focused.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? focused.textContent ?? '';
  const hasRing = (element: Element, part?: string) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  // A field may stand in a frame that has the ring.
  const parents = [focused.parentElement, focused.parentElement?.parentElement].filter(
    (each) => each != null,
  );
  const isSeen = hasRing(focused) || hasRing(focused, '::after') || parents.some((each) => hasRing(each));
  return { name: name.trim(), isSeen };
}
