/**
 * The room with each of its panels, menus and dialogs open, one after the other. They are found by pressing every
 * button that is there, so that a new one is looked at without a word here.
 */
import type { Page } from 'playwright-core';
import { enterRoom } from '../room-people.ts';
import { auditAsItIs } from './audit-page.ts';
import type { People } from './people.ts';
import type { Audit } from './report-findings.ts';

/** These do something to the meeting and open nothing. */
const acting =
  /^(Leave|Turn|A host|Share screen|Stop|Raise|Lower|Record|Copy|Ask|Hide|Show captions|Close|Send|Pin|Unpin)/;
/** A layer has opened and its code has come. */
const settleMs = 700;
const phone = { width: 360, height: 740 };

export async function auditRoom(people: People, address: string): Promise<Audit[]> {
  const context = await people.open('host', { permissions: ['clipboard-write'] });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await enterRoom(page, 'Ana Ruiz');
    await closeAll(page);
    const audits: Audit[] = [{ name: 'the room', findings: await auditAsItIs(page) }];
    for (const name of await listNames(page, 'button')) {
      await page.getByRole('button', { name, exact: true }).first().click();
      audits.push(await auditOpened(page, `the room, ${name}`));
    }
    await page.setViewportSize(phone);
    await closeAll(page);
    audits.push({ name: 'the room on a phone', findings: await auditAsItIs(page) });
    const more = () => page.getByRole('button', { name: /^More/ }).click();
    await more();
    const items = await listNames(page, 'menuitem');
    audits.push(await auditOpened(page, 'the room on a phone, More'));
    for (const name of items) {
      await more();
      await page.getByRole('menuitem', { name, exact: true }).click();
      audits.push(await auditOpened(page, `the room on a phone, ${name}`));
    }
    return audits;
  } finally {
    await context.close();
  }
}

async function auditOpened(page: Page, name: string): Promise<Audit> {
  await page.waitForTimeout(settleMs);
  const findings = await auditAsItIs(page);
  await closeAll(page);
  return { name, findings };
}

/** Escape for menus and dialogs; panels beside the stage have a button. */
async function closeAll(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForTimeout(settleMs / 2);
  const close = page.getByRole('button', { name: /^Close / });
  for (let left = await close.count(); left > 0; left -= 1) await close.first().click();
}

/** Of what can be seen and pressed now, each name once. */
async function listNames(page: Page, role: 'button' | 'menuitem'): Promise<string[]> {
  const names = [];
  for (const control of await page.getByRole(role, { disabled: false }).all()) {
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '';
    names.push(name.trim());
  }
  return [...new Set(names)].filter((name) => name !== '' && !acting.test(name));
}
