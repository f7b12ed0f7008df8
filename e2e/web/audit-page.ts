/** What axe-core finds on a page as it stands, by WCAG 2.0 to 2.2, levels A and AA. */
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settle } from './settle.ts';

export interface Finding {
  rule: string;
  impact: string;
  /** Selectors of the first elements. */
  targets: string[];
  help: string;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const shownTargets = 3;

/** The four looks of a page: only its colours differ in the dark. */
const looks = [
  { width: 1280, height: 800, scheme: 'light', whole: true },
  { width: 1280, height: 800, scheme: 'dark', whole: false },
  { width: 360, height: 740, scheme: 'dark', whole: false },
  { width: 360, height: 740, scheme: 'light', whole: true },
] as const;

/** In light and dark, on a desktop and at 360 px; leaves the page as it was on a desktop. */
export async function auditPage(page: Page): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    findings.push(...(await auditLook(page, look)));
    if (look.width === 360 && look.whole) findings.push(...(await checkReflow(page, look.width)));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return mergeFindings(findings);
}

/** As it is wide now. */
export async function auditAsItIs(page: Page): Promise<Finding[]> {
  const light = await auditLook(page, { scheme: 'light', whole: true });
  const dark = await auditLook(page, { scheme: 'dark', whole: false });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return mergeFindings([...light, ...dark]);
}

async function auditLook(
  page: Page,
  { scheme, whole }: { scheme: 'light' | 'dark'; whole: boolean },
): Promise<Finding[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await settle(page);
  const runOnly: RunOptions['runOnly'] = whole
    ? { type: 'tag', values: tags }
    : { type: 'rule', values: ['color-contrast'] };
  if (!(await page.evaluate('Boolean(self.axe)'))) await page.evaluate(axe.source);
  const options: RunOptions = { runOnly, resultTypes: ['violations'] };
  const found = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return found.violations.map(({ id, impact, help, nodes }) => ({
    rule: scheme === 'dark' ? `${id} (dark)` : id,
    impact: impact ?? 'moderate',
    targets: nodes.slice(0, shownTargets).map(({ target }) => target.join(' ')),
    // The colours that were compared, the names that differ.
    help: nodes[0]?.any[0]?.message ?? help,
  }));
}

/** WCAG 1.4.10: nothing has to be scrolled sideways. */
async function checkReflow(page: Page, width: number): Promise<Finding[]> {
  const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
  if (needed <= width) return [];
  const help = `The page is ${needed} px wide in a window of ${width} px`;
  return [{ rule: 'reflow', impact: 'serious', targets: ['html'], help }];
}

/** The same at two widths is one finding. */
function mergeFindings(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((each) => [`${each.rule} ${each.targets.join()}`, each])).values()];
}
