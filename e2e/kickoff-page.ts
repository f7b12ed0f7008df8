/** A web server with one meeting that is over, the kickoff of the fixtures: words, sound, summary, tasks and decisions. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { type Database, openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import type { MeetingId } from '../lib/ids.ts';
import { startServer } from '../lib/server.ts';
import { buildClient } from '../local/client-build.ts';
import { startPostgres } from '../local/postgres.ts';
import { createApp } from '../web/app.ts';
import { createTestWeb } from '../web/testing/test-web.ts';
import { seedKickoff } from './kickoff-meeting.ts';

const clientFolder = fileURLToPath(new URL('../web/client/dist', import.meta.url));

export interface KickoffPage extends AsyncDisposable {
  url: string;
  meetingId: MeetingId;
  /** Session of the host, `name=value`. */
  cookie: string;
  database: Database;
  recordingsFolder: string;
  /** A session of somebody else with an account, who was not there. */
  signIn(person: { name: string; email: string }): Promise<string>;
}

/** Takes about ten seconds, the browser app's build included when it is not current. */
export async function openKickoffPage(): Promise<KickoffPage> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'parley-kickoff-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  await buildClient({});
  const postgres = cleanup.use(await startPostgres({ folder: join(folder, 'postgres'), durable: false }));
  await migrateDatabase(postgres.url);
  const database = cleanup.use(openDatabase(postgres.url));
  const port = await getPort({ host: '127.0.0.1' });
  const web = createTestWeb(database, {
    PARLEY_PUBLIC_URL: `http://127.0.0.1:${port}`,
    RECORDINGS_FOLDER: join(folder, 'recordings'),
  });
  const signIn = async ({ name, email }: { name: string; email: string }) => {
    const { user, cookie } = await web.signIn(email);
    await database.sql`update users set name = ${name} where id = ${user.id}`;
    return { user, cookie };
  };
  const host = await signIn({ name: 'Ana Ruiz', email: 'ana@example.test' });
  const recordingsFolder = join(folder, 'recordings');
  const { meetingId } = await seedKickoff(database, { userIds: [host.user.id], recordingsFolder });
  const app = createApp(web.context, { clientFolder });
  const server = cleanup.use(await startServer(app, { host: '127.0.0.1', port }));
  const stack = cleanup.move();
  return {
    url: server.url,
    meetingId,
    cookie: host.cookie,
    database,
    recordingsFolder,
    signIn: async (person) => (await signIn(person)).cookie,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
