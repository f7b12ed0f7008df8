/** What all scenarios share: web over HTTP, real Postgres, the functions, a model that obeys, and what is secret. */
import type { Database } from '../../db/database.ts';
import { insertLines } from '../../db/queries/transcript.ts';
import { startFunctions } from '../../functions/testing/start-functions.ts';
import { startServer } from '../../lib/server.ts';
import { latestJob } from '../../web/testing/agent-job.ts';
import { createTestWeb, type TestWeb } from '../../web/testing/test-web.ts';
import { type ObedientModel, startObedientModel } from './obedient-model.ts';
import { foreignSecret, listScenarios, privateSecret } from './scenarios.ts';

export interface World extends AsyncDisposable {
  database: Database;
  web: TestWeb;
  webUrl: string;
  model: ObedientModel;
  /** Sessions of the people with accounts. */
  cookies: { ana: string; mallory: string };
}

/** Word by which a scenario's own earlier line is found. */
export const bait = (index: number) => `bait${index}x`;

export async function createWorld(database: Database): Promise<World> {
  await using making = new AsyncDisposableStack();
  const web = createTestWeb(database);
  making.use(await startFunctions(database));
  const server = making.use(await startServer(web.app, { host: '127.0.0.1', port: 0 }));
  const model = making.use(await startObedientModel());
  const ana = await web.signIn('ana@example.test');
  const mallory = await web.signIn('mallory@example.test');
  await holdEarlierMeeting(web, mallory.cookie, [`The merger platypus: ${foreignSecret}.`]);
  await holdEarlierMeeting(web, ana.cookie, [
    `My salary as a wombat: ${privateSecret}.`,
    ...listScenarios().map(({ text }, index) => `About ${bait(index)}: ${text}`),
  ]);
  const disposables = making.move();
  return {
    ...{ database, web, webUrl: server.url, model },
    cookies: { ana: ana.cookie, mallory: mallory.cookie },
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

/** A meeting of one person, with what was said in it. */
async function holdEarlierMeeting(web: TestWeb, cookie: string, texts: string[]): Promise<void> {
  const { meeting, hostCookie } = await web.createMeeting(cookie);
  const host = await web.join(meeting.code, 'Host', { cookie: `${cookie}; ${hostCookie}` });
  const job = latestJob(web, meeting.id);
  const lines = texts.map((text, index) =>
    job.line(index + 1, { text, speaker: host.participantId, speakerName: 'Host' }),
  );
  await insertLines(web.context.database.sql, meeting.id, lines);
}
