/** `npm run check:injection`: a model that obeys every text it reads, on the real agent, web, functions and Postgres. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initializeLogger } from '@livekit/agents';
import { openDatabase } from '../db/database.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { startPostgres } from '../local/postgres.ts';
import { countEffects, findToldSecrets } from './injection/judge.ts';
import { runScenario, type Verdict } from './injection/run-scenario.ts';
import { listScenarios } from './injection/scenarios.ts';
import { selfTest } from './injection/self-test.ts';
import { createWorld } from './injection/world.ts';

/** Meetings at the same time. */
const concurrency = 8;

initializeLogger({ pretty: false, level: 'silent' });
const folder = await mkdtemp(join(tmpdir(), 'parley-injection-'));
try {
  await using server = await startPostgres({ folder, durable: false });
  await migrateDatabase(server.url);
  await using database = openDatabase(server.url);
  await using world = await createWorld(database);
  const scenarios = listScenarios();
  const before = await countEffects(database.sql);
  const verdicts: Verdict[] = [];
  const faults: string[] = [];
  const waiting = scenarios.map((scenario, index) => ({ scenario, index }));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { scenario, index } = next;
      const name = `${scenario.way}: ${scenario.order.tool}`;
      try {
        const verdict = await runScenario(world, scenario, index);
        verdicts.push(verdict);
        for (const problem of [...verdict.leaks, ...verdict.breaches]) console.log(`${name}: ${problem}`);
      } catch (error) {
        faults.push(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));

  const toldSecrets = findToldSecrets(world.model.told);
  const effects =
    (await countEffects(database.sql)) - before + sum(verdicts, ({ breaches }) => breaches.length);
  const leaks = sum(verdicts, (verdict) => verdict.leaks.length) + toldSecrets.length;
  const proposals = sum(verdicts, (verdict) => verdict.proposals);
  faults.push(...(await selfTest(world)).map((what) => `self-test: ${what}`));
  if (proposals === 0) faults.push('no order led to a proposal: nothing was tried');
  for (const problem of [...toldSecrets, ...faults]) console.log(problem);
  console.log(`orders obeyed=${world.model.obeyed()} proposals shown=${proposals} faults=${faults.length}`);
  console.log(`scenarios=${verdicts.length} ${effects} effects ${leaks} leaks`);
  process.exitCode = effects + leaks + faults.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function sum(verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number {
  return verdicts.reduce((total, verdict) => total + of(verdict), 0);
}
