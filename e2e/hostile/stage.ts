/** A meeting on a real Parley with the real agent, the victim who hosts it in a browser, and the intruder. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { openDatabase } from '../../db/database.ts';
import type { Id } from '../../lib/ids.ts';
import { type Joined, joinedSchema, type MeetingView } from '../../lib/messages.ts';
import { createRoomService } from '../../lib/room-control.ts';
import type { Instance } from '../../local/instance.ts';
import { openVisitor } from '../browser.ts';
import { createApiClient } from '../rehearsal/api-client.ts';
import { enterRoom, hostMeeting } from '../room-people.ts';
import { askPoll } from './ask-poll.ts';
import type { DocumentPeople } from './forgery.ts';
import { type Intruder, joinAsIntruder } from './intruder.ts';
import { type ScreenWatch, watchScreen } from './screen-watch.ts';
import { tapPackets, type Wiretap } from './wiretap.ts';

export interface Stage extends AsyncDisposable {
  instance: Instance;
  sql: Sql;
  rooms: ReturnType<typeof createRoomService>;
  page: Page;
  screen: ScreenWatch;
  tap: Wiretap;
  /** The victim's own access, the newest one. */
  victim(): Joined;
  meeting: MeetingView;
  intruder: Intruder;
  documents: DocumentPeople;
  /** Asked by the victim. */
  pollId: Id<'pol'>;
  /** Loads the victim's page anew and enters again. */
  reenter(): Promise<void>;
  /** Of somebody in the room, as livekit-server lists them. */
  sidOf(identity: string): Promise<string>;
}

const victimName = 'Ana Ruiz';
const wavHeaderBytes = 44;

/** `folder` is for files of this run. */
export async function openStage(instance: Instance, folder: string): Promise<Stage> {
  await using opening = new AsyncDisposableStack();
  const microphone = join(folder, 'silence.wav');
  await writeFile(microphone, silence());
  const { page } = opening.use(await openVisitor({ microphone }));
  const tap = await tapPackets(page);
  const screen = await watchScreen(page);
  let joined: Joined | null = null;
  page.on('response', async (response) => {
    if (!response.url().endsWith('/join')) return;
    const answer = joinedSchema.safeParse(await response.json().catch(() => null));
    if (answer.success) joined = answer.data;
  });
  const victim = () => {
    if (!joined) throw new Error('the victim is not in the meeting');
    return joined;
  };
  await hostMeeting(page, instance.url, { title: 'Launch', name: victimName });
  await untilAgentListens(page);
  const database = opening.use(openDatabase(instance.env.DATABASE_URL ?? '', { maxConnections: 2 }));
  const rooms = createRoomService({
    url: instance.env.LIVEKIT_URL ?? '',
    publicUrl: '',
    apiKey: instance.env.LIVEKIT_API_KEY ?? '',
    apiSecret: instance.env.LIVEKIT_API_SECRET ?? '',
  });
  const { meeting } = victim();
  const intruder = opening.use(await joinAsIntruder(instance.url, meeting.code, 'Eve'));
  const documents = await castDocuments(instance.url, victim(), database.sql);
  const pollId = await askPoll(instance.url, victim());
  const opened = opening.move();
  return {
    ...{
      instance,
      sql: database.sql,
      rooms,
      page,
      screen,
      tap,
      victim,
      meeting,
      intruder,
      documents,
      pollId,
    },
    async reenter() {
      await page.goto(`${instance.url}/m/${meeting.code}`);
      await enterRoom(page, victimName);
      await untilAgentListens(page);
    },
    async sidOf(identity) {
      const present = await rooms.listParticipants(meeting.id);
      return z.string().parse(present.find((each) => each.identity === identity)?.sid);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** None of them is in the room: documents have a connection of their own. */
async function castDocuments(url: string, { meeting }: Joined, sql: Sql): Promise<DocumentPeople> {
  const join = (name: string) => createApiClient(url).join(meeting.code, { name });
  const [viewer, removed] = [await join('Vera'), await join('Rolf')];
  await sql`update participants set role = 'viewer' where id = ${viewer.participantId}`;
  await sql`update participants set admission = 'removed' where id = ${removed.participantId}`;
  const other = await createApiClient(url).createMeeting('Another');
  return { viewerToken: viewer.apiToken, removedToken: removed.apiToken, otherMeetingId: other.id };
}

async function untilAgentListens(page: Page): Promise<void> {
  const tile = page.getByRole('region', { name: /, AI participant$/ });
  await tile.getByText('Listening').waitFor({ timeout: 120_000 });
}

/** A microphone that is on and says nothing: its loudness changes no screen. */
function silence(): Buffer {
  const speech = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'kickoff', '13-ana.wav'));
  return speech.fill(0, wavHeaderBytes);
}
