/** Steps of people in a meeting's page, as tests of the room need them. */
import type { Locator, Page } from 'playwright-core';

/** Creates a meeting on the home page and joins it as its host. */
export async function hostMeeting(page: Page, url: string, { title, name }: { title: string; name: string }) {
  await page.goto(url);
  await page.getByLabel(/What is it about/).fill(title);
  await page.getByRole('button', { name: 'New meeting' }).click();
  await enterRoom(page, name);
}

/** The account that owns the installation, which this browser is signed in with then. */
export async function becomeOwner(page: Page, url: string): Promise<void> {
  const made = await page.context().request.post(`${url}/api/auth/owner`, {
    headers: { origin: url },
    data: {
      name: 'Ana Ruiz',
      email: 'ana@example.test',
      password: 'seven violet kettles',
      timeZone: 'Europe/Lisbon',
    },
  });
  if (!made.ok()) throw new Error(`the owner was answered ${made.status()}`);
}

/** From the lobby into the room. */
export async function enterRoom(page: Page, name: string) {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Join meeting' }).click();
  await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
}

/** Pastes into whatever it is, as types of the clipboard and texts. */
export function paste(field: Locator, types: Record<string, string>): Promise<void> {
  return field.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, types);
}
