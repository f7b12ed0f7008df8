import type { Page } from 'playwright-core';

/** Colours of hover and focus fade, also where motion is reduced; what turns for ever is not waited for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
    .map(({ finished }) => finished))`);
}
