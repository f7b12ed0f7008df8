/** How much JavaScript the room loads, the lobby before it included, until everything at rest is there. */
import { enterRoom } from '../room-people.ts';
import { countScripts } from './count-scripts.ts';
import type { Measure } from './measure.ts';
import type { People } from './people.ts';

/** Before the whiteboard is opened. */
const budgetKb = 380;

export async function measureRoomScripts(people: People, address: string): Promise<Measure[]> {
  const context = await people.open('host');
  try {
    const page = await context.newPage();
    const scripts = countScripts(page);
    await page.goto(address);
    await enterRoom(page, 'Ana Ruiz');
    await page.waitForLoadState('networkidle');
    const value = (await scripts.bytes()) / 1_000;
    return [{ name: 'JavaScript (gzip) of the room', value, unit: 'KB', budget: { atMost: budgetKb } }];
  } finally {
    await context.close();
  }
}
