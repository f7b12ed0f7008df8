/**
 * `npm run screens -- [NAME ...]`: takes the pictures of docs/screens anew, on a real Parley of its own: every page as
 * `check:web` visits it, and the room with people who talk. With names, only pictures whose names begin so; without,
 * also takes away those of states that are no more. Ends with 1 when a state did not come.
 */
import { fileURLToPath } from 'node:url';
import { launchChromium } from './browser.ts';
import { runCommand } from './rehearsal/run-command.ts';
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
let missing = 0;

await runCommand(async ({ signal, withInstance }) => {
  await withInstance({}, async (instance) => {
    await using browser = await launchChromium();
    const { url } = instance;
    await takePages(firstVisits, { url, people: await introducePeople(browser, url, null), signal });
    const workspace = await makeWorkspace(instance);
    const people = await introducePeople(browser, url, workspace);
    if (wanted.length === 0 || wanted.some(isOfRoom)) {
      await using scene = await openRoomScene(url, workspace.open.code, people);
      await walkRoom(scene, { take: folder.take, onMissing });
    }
    await takePages([...listVisits(workspace), ...listOpenings(workspace)], { url, people, signal });
  });
  if (wanted.length === 0 && missing === 0) await folder.clear();
  await folder.list();
  return missing === 0 ? 0 : 1;
});

function onMissing(sentence: string): void {
  console.log(`MISSING ${sentence}`);
  missing += 1;
}

async function takePages(
  visits: readonly (Visit | Opening)[],
  where: { url: string; people: People; signal: AbortSignal },
): Promise<void> {
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
  await visitPages(pictured, { ...where, onVisit, onMissing });
}
