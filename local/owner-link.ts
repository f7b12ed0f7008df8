/**
 * `npm run owner-link [-- NEW-ADDRESS]`, beside a running Parley: prints a link by which its owner chooses a new
 * password, whatever became of the mails; with an address, the account gets that one.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '../db/database.ts';
import { readConfig } from '../lib/config.ts';
import { ParleyError } from '../lib/errors.ts';
import { runProcess } from '../lib/run-process.ts';
import { siteOf } from '../lib/site.ts';
import { makeOwnerLink } from '../web/accounts/owner-link.ts';
import { findInstance } from './instance-lock.ts';

await runProcess('owner-link', async (_signal, env) => {
  const config = readConfig(env, []);
  const { databaseUrl, site } = config.database
    ? { databaseUrl: config.database.url, site: siteOf(config) }
    : await findEmbedded(config.dataFolder);
  await using database = openDatabase(databaseUrl, { maxConnections: 1 });
  const { email, url } = await makeOwnerLink(database.db, { site, address: process.argv[2] ?? null });
  process.stdout.write(`The owner signs in as ${email}. Good for one hour and one use:\n${url}\n`);
});

/** Where the database of the embedded stack listens while it runs. */
async function findEmbedded(dataFolder: string): Promise<{ databaseUrl: string; site: string }> {
  const site = await findInstance(dataFolder);
  if (!site) {
    throw new ParleyError(
      'unavailable',
      `Parley does not run with the data folder ${dataFolder}. Start it first.`,
    );
  }
  const ports = z
    .object({ postgres: z.number() })
    .parse(JSON.parse(await readFile(join(dataFolder, 'ports.json'), 'utf8')));
  const password = (await readFile(join(dataFolder, 'postgres', 'password'), 'utf8')).trim();
  return { databaseUrl: `postgres://parley:${password}@127.0.0.1:${ports.postgres}/parley`, site };
}
