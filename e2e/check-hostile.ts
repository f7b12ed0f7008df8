/**
 * `npm run check:hostile`: a participant forges everything that a client can send, on the whole real system. First the
 * same things are sent by those who may, and have to be believed; then nothing may change on the screen of a victim,
 * in the database, or in what the agent does.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInstance } from '../local/instance.ts';
import { runHostileCheck } from './hostile/run-check.ts';
import { freshEnvironment } from './rehearsal/fresh-environment.ts';

const folder = await mkdtemp(join(tmpdir(), 'parley-hostile-'));
try {
  await using instance = await startInstance({
    dataFolder: join(folder, 'data'),
    env: freshEnvironment(process.env),
  });
  const { problems, believed, sent, arrived, accepted } = await runHostileCheck({ instance, folder });
  for (const problem of problems) console.log(problem);
  for (const forgery of accepted) console.log(`ACCEPTED: ${forgery}`);
  console.log(`genuine believed=${believed} forged reached the victim=${arrived} faults=${problems.length}`);
  console.log(`sent=${sent} ${accepted.length} accepted`);
  process.exitCode = problems.length + accepted.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
