/** The room, from the lobby to its end, with a picture of each state that people see. */
import type { Page } from 'playwright-core';
import { cutNetwork } from '../cut-network.ts';
import { enterRoom } from '../room-people.ts';
import { drawBoard } from './draw-board.ts';
import type { PictureFolder } from './picture-folder.ts';
import type { RoomScene } from './room-scene.ts';

/** Whether a picture is one of this walk, by the beginning of its name. */
export const isOfRoom = (name: string) => /^(room|lobby|left)/.test(name);

/** LiveKit notices a dead connection after 15 s. */
const slowMs = 60_000;

interface WalkOptions extends Pick<PictureFolder, 'take'> {
  /** A part of the walk ended early. */
  onMissing(sentence: string): void;
}

export async function walkRoom(scene: RoomScene, { take, onMissing }: WalkOptions): Promise<void> {
  const hands = hold(scene.page);
  const parts = {
    alone: () => walkIn(scene, hands, take),
    'with others': () => walkTalk(scene, take),
    menus: () => walkMenus(hands, take),
    panels: () => walkPanels(scene, hands, take),
    questions: () => walkQuestions(hands, take),
    trouble: () => walkTrouble(hands, take),
    stage: () => walkStage(scene, hands, take),
    'with many': () => walkOut(scene, hands, take),
  };
  for (const [name, walk] of Object.entries(parts)) {
    try {
      await walk();
    } catch (error) {
      onMissing(`a part of the room, ${name}: ${error instanceof Error ? error.message : error}`);
    }
    await hands.close();
  }
}

type Take = PictureFolder['take'];
type Hands = ReturnType<typeof hold>;

async function walkIn({ page }: RoomScene, { close }: Hands, take: Take): Promise<void> {
  await page.getByRole('button', { name: 'Turn off camera' }).waitFor();
  await take(page, 'lobby');
  await enterRoom(page, 'Ana Ruiz');
  await page
    .getByText(/Say my name/)
    .first()
    .waitFor({ timeout: slowMs });
  await close();
  await take(page, 'room-alone');
}

async function walkTalk(scene: RoomScene, take: Take): Promise<void> {
  await scene.seatFew();
  await scene.talk();
  await take(scene.page, 'room');
}

async function walkStage(scene: RoomScene, { page, press, view }: Hands, take: Take): Promise<void> {
  await view(/^Spotlight/);
  await take(page, 'room-spotlight');
  await view(/^Grid/);
  const share = await scene.shareScreen();
  await take(page, 'room-screen');
  await press('Show whiteboard');
  const canvas = page.getByRole('region', { name: 'Whiteboard' }).locator('canvas.interactive');
  await canvas.waitFor({ timeout: slowMs });
  await take(page, 'room-screen-and-board');
  await share.stop();
  await page.getByRole('region', { name: /^Screen of/ }).waitFor({ state: 'detached' });
  await drawBoard(page);
  await take(page, 'room-board');
  await press('Hide whiteboard');
}

async function walkOut(scene: RoomScene, { page, press }: Hands, take: Take): Promise<void> {
  await scene.seatMany();
  await take(page, 'room-grid-16');
  await press('Leave meeting');
  await page.getByRole('heading', { name: 'You left the meeting' }).waitFor();
  await take(page, 'left');
}

async function walkMenus({ page, press, close }: Hands, take: Take): Promise<void> {
  for (const [name, opener] of [
    ['room-view-menu', 'View'],
    ['room-assistant-menu', 'Settings of Nova'],
  ] as const) {
    await press(opener);
    await take(page, name);
    await close();
  }
  for (const [name, opener] of [
    ['room-reactions', 'React'],
    ['room-captions', 'Caption settings'],
    ['room-devices', 'Devices'],
    ['room-shortcuts', 'Keyboard shortcuts'],
    ['room-invite', 'Invite'],
    ['room-end', 'End for all'],
  ] as const) {
    await press(opener);
    await take(page, name, name === 'room-reactions' ? 'desktop' : undefined);
    await close();
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: /^More/ }).click();
  await take(page, 'room-more', 'phone');
  await close();
}

async function walkPanels(scene: RoomScene, { page, press, close }: Hands, take: Take): Promise<void> {
  await press('Show transcript');
  await take(page, 'room-transcript');
  await press('Search what was said');
  await page.getByLabel('Search in this meeting').fill('bug');
  await take(page, 'room-transcript-search');
  await close();
  await scene.raiseHands(true);
  await press(/^Show people/);
  await page.getByRole('region', { name: 'Raised hands' }).waitFor();
  await take(page, 'room-people');
  await press('Actions for Cleo Park');
  await take(page, 'room-person-menu');
  await close();
  await scene.raiseHands(false);
  await press(/^Show chat/);
  await scene.chat();
  await page.getByLabel('Message to everyone').fill('Great. Then we are ready on Friday.');
  await page.keyboard.press('Enter');
  await take(page, 'room-chat');
  await close();
  await press(/^Show notes/);
  await writeNotes(page);
  await take(page, 'room-notes');
  await close();
  await press('Show polls');
  await press('New poll');
  await writePoll(page);
  await take(page, 'room-poll-new');
  await press('Start poll');
  await scene.vote();
  await page.getByRole('radio', { name: 'Thursday' }).check();
  await press('Vote');
  await page.getByText('4 people have voted.').waitFor();
  await take(page, 'room-polls');
}

async function walkQuestions({ page, press, close }: Hands, take: Take): Promise<void> {
  await press('Ask a question');
  await take(page, 'room-ask');
  await ask(page, 'Decisions so far');
  await page.getByLabel('Question for Nova').fill('Schedule a follow up with Ben next Tuesday at ten');
  await page.keyboard.press('Enter');
  const popup = page.getByRole('dialog', { name: 'Schedule a meeting?' });
  await popup.waitFor({ timeout: slowMs });
  await take(page, 'room-ask-answered');
  await close();
  await take(page, 'room-approval');
  await popup.getByRole('button', { name: 'Reject' }).click();
  await take(page, 'room-approval-reject');
  await popup.getByRole('button', { name: 'Reject' }).click();
  await popup.waitFor({ state: 'detached' });
}

async function walkTrouble({ page, press }: Hands, take: Take): Promise<void> {
  const cut = await cutNetwork(page);
  const banner = page.getByRole('status').filter({ hasText: 'Connection lost' });
  await banner.waitFor({ timeout: slowMs });
  await take(page, 'room-reconnecting');
  await cut.restore();
  await banner.waitFor({ state: 'detached', timeout: slowMs });
  await press('Settings of Nova');
  await page.getByRole('menuitemcheckbox', { name: 'Off the record' }).click();
  await page
    .getByText(/^Off the record/)
    .first()
    .waitFor();
  await take(page, 'room-off-the-record');
  await press('Back on the record');
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('list', { name: 'Questions and answers' }).getByText(question).first().waitFor();
}

async function writePoll(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Question' }).fill('When do we show the release to everyone?');
  await page.getByLabel('Choice 1').fill('Wednesday, before lunch');
  await page.getByLabel('Choice 2').fill('Thursday');
}

async function writeNotes(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Notes of the meeting' }).click();
  await page.getByRole('button', { name: 'Heading', exact: true }).click();
  await page.keyboard.type('Mobile release');
  await page.keyboard.press('Enter');
  await page.keyboard.type('One critical bug is left: refunds. Ben has it fixed before Thursday.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  for (const line of ['Launch in the second week of March', 'Screenshots for the store: Greta']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** What a person does with the page. */
function hold(page: Page) {
  const close = async () => {
    await page.keyboard.press('Escape');
    const open = page.getByRole('button', { name: /^Close (?!toast)/ });
    for (let left = await open.count(); left > 0; left -= 1) await open.first().click();
    await rest(page);
  };
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    await rest(page);
  };
  const choose = (name: string | RegExp) => page.getByRole('menu').getByText(name).click();
  const view = async (item: RegExp) => {
    await press('View');
    await choose(item);
    await close();
  };
  return { page, close, press, choose, view };
}

/** Nothing hovers. */
const rest = (page: Page) => page.mouse.move(1, 400);
