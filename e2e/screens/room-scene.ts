/** A meeting as people have it: one looks at it in a browser, the others talk, write and raise their hands. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createId } from '../../lib/ids.ts';
import { pollListSchema } from '../../lib/poll-messages.ts';
import { drawFace } from '../draw-face.ts';
import { createCaller } from '../rehearsal/caller.ts';
import { readFolder } from '../rehearsal/folder.ts';
import { type Extra, seatExtra } from '../room-extras.ts';
import { enterRoom } from '../room-people.ts';
import type { People } from '../web/people.ts';
import { fakeMedia } from './fake-media.ts';

const fixture = fileURLToPath(new URL('../fixtures/kickoff', import.meta.url));

/** Who says which lines of the fixture: voices as they are recorded, by their number. */
const talk: [name: string, utterance: number][] = [
  ['Elif Demir', 4],
  ['Ben Carter', 5],
  ['Cleo Park', 6],
  ['Ben Carter', 7],
  ['Elif Demir', 8],
  ['Ben Carter', 9],
  ['Elif Demir', 10],
  ['Cleo Park', 11],
];

const further = [
  ...['Dmitri Volkov', 'Farid Haddad', 'Greta Lindqvist', 'Hugo Martins', 'Iris Tanaka', 'Jonas Weber'],
  ...['Kira Novak', "Liam O'Brien", 'Maya Singh', 'Noor Rahman', 'Omar Diallo', 'Pia Rossi'],
];

export interface RoomScene extends AsyncDisposable {
  /** Of Ana Ruiz, who hosts. */
  page: Page;
  /** Ben, Cleo and Elif join. */
  seatFew(): Promise<void>;
  /** They talk for half a minute, until the words are on the screen. */
  talk(): Promise<void>;
  /** They write to everyone. */
  chat(): Promise<void>;
  raiseHands(raised: boolean): Promise<void>;
  /** They vote in the poll that is open. */
  vote(): Promise<void>;
  /** Until there are sixteen people. */
  seatMany(): Promise<void>;
  /** Another one comes with a browser and shares its screen, until `stop`. */
  shareScreen(): Promise<{ stop(): Promise<void> }>;
}

export async function openRoomScene(url: string, code: string, people: People): Promise<RoomScene> {
  await using opening = new AsyncDisposableStack();
  const context = await people.open('host', { permissions: ['clipboard-write'] });
  opening.defer(() => context.close());
  const page = await context.newPage();
  await fakeMedia(page, drawFace('Ana Ruiz'));
  await page.goto(`${url}/m/${code}`);
  const scene = opening.move();
  const extras = new Map<string, Extra>();
  const seat = async (name: string, tracks: { camera?: boolean; microphone?: boolean }) => {
    extras.set(name, scene.use(await seatExtra({ url, code, name, ...tracks })));
  };
  const of = (name: string): Extra => {
    const extra = extras.get(name);
    if (!extra) throw new Error(`${name} is not here`);
    return extra;
  };
  const call = async (name: string, what: string, body: unknown) => {
    const { meeting, apiToken } = of(name).joined;
    await createCaller(url).call('POST', `/api/meetings/${meeting.id}/${what}`, { token: apiToken, body });
  };
  const write = (name: string, text: string) => call(name, 'chat', { id: createId('msg'), text });
  return {
    page,
    async seatFew() {
      await seat('Ben Carter', { camera: true, microphone: true });
      await seat('Cleo Park', { camera: true, microphone: true });
      await seat('Elif Demir', { microphone: true });
      await page.getByRole('list', { name: 'People in the meeting' }).getByText('Elif Demir').waitFor();
    },
    async talk() {
      const { utterances } = await readFolder(fixture);
      const said = page.getByRole('log', { name: 'Live captions' }).getByText(/Cleo Park: .*marketing/i);
      for (const [name, number] of talk) {
        const utterance = utterances.find(({ index }) => index === number);
        if (!utterance) throw new Error(`the fixture has no line ${number}`);
        await of(name).say(utterance.samples);
        // So that each is a line of its own.
        await of(name).say(new Int16Array(24_000));
      }
      await said.first().waitFor({ timeout: 60_000 });
    },
    async chat() {
      await write('Ben Carter', 'The build for the testers: https://builds.example.org/mobile/412');
      await write('Cleo Park', 'Thanks! I will send it to marketing as well.');
      await write('Cleo Park', 'Do we have the screenshots for the store?');
      await write('Elif Demir', 'Not yet. Greta does them tomorrow morning.');
    },
    async raiseHands(raised) {
      await call('Elif Demir', 'hand', { raised });
      await call('Ben Carter', 'hand', { raised });
    },
    async vote() {
      const { meeting, apiToken } = of('Ben Carter').joined;
      const found = await createCaller(url).call('GET', `/api/meetings/${meeting.id}/polls`, {
        token: apiToken,
      });
      const poll = pollListSchema.parse(found).polls.find(({ state }) => state === 'open');
      for (const [at, name] of ['Ben Carter', 'Cleo Park', 'Elif Demir'].entries()) {
        await call(name, `polls/${poll?.id}/vote`, { choices: [Math.min(at, 1)], revision: 1 });
      }
    },
    async seatMany() {
      for (const [at, name] of further.entries()) await seat(name, { camera: at % 4 !== 3 });
      // Ana and the AI participant have tiles too; the last ones are out of view.
      await page
        .locator(`li[aria-setsize="${extras.size + 2}"]`)
        .first()
        .waitFor();
    },
    async shareScreen() {
      const other = await people.open('nobody');
      const theirs = await other.newPage();
      await fakeMedia(theirs, drawFace('Tara Nguyen'));
      await theirs.goto(page.url());
      await enterRoom(theirs, 'Tara Nguyen');
      await theirs.getByRole('button', { name: 'Share screen' }).click();
      await page.getByRole('region', { name: 'Screen of Tara Nguyen' }).waitFor();
      return { stop: () => other.close() };
    },
    [Symbol.asyncDispose]: () => scene.disposeAsync(),
  };
}
