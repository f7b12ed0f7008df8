/**
 * `npm run screens -- [NAME ...]`: takes the pictures of docs/screens anew, on a real Parley of its own: every page as
 * `check:web` visits it, and the room with people who talk. With names, only pictures whose names begin so; without,
 * also takes away those of states that are no more. Ends with 1 when a state did not come.
 */
import { fileURLToPath } from 'node:url';
import { dispose } from '@livekit/rtc-node';
import { createProgressPrinter } from '../local/progress-lines.ts';
import { listenForStop } from '../local/stop-signals.ts';
import { launchChromium } from './browser.ts';
import { withOwnInstance } from './rehearsal/own-instance.ts';
import { openPictureFolder } from './screens/picture-folder.ts';
import { openRoomScene } from './screens/room-scene.ts';
import { isOfRoom, walkRoom } from './screens/walk-room.ts';
import { listOpenings, type Opening } from './web/openings.ts';
import { introducePeople, type People } from './web/people.ts';
import { nameVisit, type Visited, visitPages } from './web/visit-pages.ts';
import { firstVisits, listVisits, type Visit } from './web/visits.ts';
import { makeWorkspace } from './web/workspace.ts';

const wanted = process.argv.slice(2);
const folder = await openPictureFolder(fileURLToPath(new URL('../docs/screens', import.meta.url)), wanted);
const printer = createProgressPrinter(process.stderr);
using stop = listenForStop(
  () => console.error('The camera stops ...'),
  () => process.exit(130),
);
let missing = 0;

try {
  const { signal } = stop;
  await withOwnInstance({ env: process.env, signal, onProgress: printer.report }, async (instance) => {
    printer.finish();
    await using browser = await launchChromium();
    const { url } = instance;
    await takePages(url, await introducePeople(browser, url, null), firstVisits);
    const workspace = await makeWorkspace(instance);
    const people = await introducePeople(browser, url, workspace);
    if (wanted.length === 0 || wanted.some(isOfRoom)) {
      await using scene = await openRoomScene(url, workspace.open.code, people);
      await walkRoom(scene, { take: folder.take, onMissing });
    }
    await takePages(url, people, [...listVisits(workspace), ...listOpenings(workspace)]);
  });
  if (wanted.length === 0 && missing === 0) await folder.clear();
  await folder.list();
  process.exitCode = missing === 0 ? 0 : 1;
} catch (error) {
  printer.finish();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await dispose();
  if (stop.signal.aborted) process.exitCode = stop.exitCode() || 130;
  if (process.connected) process.disconnect();
}

function onMissing(sentence: string): void {
  console.log(`MISSING ${sentence}`);
  missing += 1;
}

async function takePages(url: string, people: People, visits: readonly (Visit | Opening)[]): Promise<void> {
  const pictured = visits.filter(({ picture }) => picture && folder.wants(picture));
  const onVisit = async ({ visit, page }: Visited<Visit | Opening>) => {
    if (!visit.picture) return;
    if ('open' in visit) {
      try {
        await visit.open(page);
      } catch {
        onMissing(`${visit.what} on ${nameVisit(visit)}`);
        return;
      }
      await page.waitForLoadState('networkidle');
    }
    await page.mouse.move(1, 400);
    await folder.take(page, visit.picture);
  };
  await visitPages(pictured, { url, people, signal: stop.signal, onVisit, onMissing });
}
