import type { Page } from 'playwright-core';

/** What a person in a meeting has before them, in words that are the same for everyone who sees the same. */
export interface ScreenState {
  /** Names and roles, sorted. */
  people: string[];
  /** In order. */
  hands: string[];
  /** Whose screens are shared. */
  screens: string[];
  recording: boolean;
  chat: string[];
  /** Of the transcript. */
  lines: string[];
}

/** Reads the panels of a wide page one after the other; chat and people are open afterwards. */
export async function readScreen(page: Page): Promise<ScreenState> {
  await open(page, 'transcript');
  const lines = await texts(page, 'Transcript');
  await open(page, 'people');
  const rows = await page.getByRole('list', { name: 'People who are here' }).getByRole('listitem').all();
  const people = await Promise.all(
    rows.map(async (row) => (await row.locator('p').allTextContents()).join(' ')),
  );
  const queue = page.getByRole('region', { name: 'Raised hands' });
  const hands = (await queue.isVisible()) ? await queue.locator('li > span.truncate').allTextContents() : [];
  await open(page, 'chat');
  const chat = await texts(page, 'Chat');
  const shares = (await page.getByRole('region', { name: 'Your screen' }).count()) > 0;
  const own = shares ? people.filter((text) => text.includes('(you)')).map(nameOf) : [];
  const regions = await page.getByRole('region', { name: /^Screen of / }).all();
  const shared = await Promise.all(regions.map((region) => region.getAttribute('aria-label')));
  return {
    people: people.map(plain).sort(),
    hands: hands.map(plain),
    screens: [...own, ...shared.map((label) => label?.replace('Screen of ', '') ?? '')],
    recording: (await page.getByRole('status').filter({ hasText: 'Recording' }).count()) > 0,
    chat: chat.map(plain),
    lines,
  };
}

async function open(page: Page, side: 'transcript' | 'people' | 'chat') {
  const show = page.getByRole('button', { name: new RegExp(`^Show ${side}`) });
  if (await show.isVisible()) await show.click();
}

const texts = (page: Page, list: string) =>
  page.getByRole('list', { name: list, exact: true }).getByRole('listitem').allTextContents();

const nameOf = (row: string) => row.slice(0, row.indexOf(' (you)')).trim();
const plain = (text: string) => text.replace(' (you)', '').trim();
