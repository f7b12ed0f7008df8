/** `npm run faults -- --suite after`: what follows a meeting is done once, whatever is stopped, killed, lost or doubled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../../db/database.ts';
import { migrateDatabase } from '../../../db/migrate.ts';
import { startPostgres } from '../../../local/postgres.ts';
import { createRandom } from '../../rehearsal/random.ts';
import { outliveDriver } from '../outlive-driver.ts';
import { type StartLife, type Stop, startKillableLife, startLifeHere } from './life.ts';
import { planStops } from './plan-stops.ts';
import { playHistory } from './play-history.ts';
import { type Services, startServices } from './services.ts';
import { playWebhooks, type WebhookTotals } from './webhooks.ts';

/** Histories with killed processes. */
const killed = 20;
/** Orders of webhooks, with losses and doubles; and meetings of which none arrives. */
const webhookOrders = 1_000;

interface Totals {
  lost: number;
  doubled: number;
  repeated: number;
  runs: number;
}

/** Returns the exit code; the last line that is printed has the totals. */
export async function runAfterFaults(
  { runs, seed }: { runs: number; seed: number },
  signal: AbortSignal,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-after-'));
  const totals: Totals = { lost: 0, doubled: 0, repeated: 0, runs: 0 };
  try {
    using _driver = outliveDriver();
    await using server = await startPostgres({ folder: join(folder, 'postgres'), durable: false });
    await migrateDatabase(server.url);
    await using outside = openDatabase(server.url);
    await using services = await startServices(folder);
    const calm = await playHistory(outside, services, { mark: 'calm', stops: [], startLife: startLifeHere });
    add(totals, 'without a stop', calm);
    console.log(`all that follows a meeting is ${calm.messages} messages to Postgres; seed ${seed}`);
    const random = createRandom(seed);
    const stops = planStops({ runs, messages: calm.messages, random });
    await playAll(outside, services, { stops, startLife: startLifeHere, name: 'stop', totals, signal });
    const kills = planStops({ runs: killed, messages: calm.messages, random });
    await playAll(outside, services, {
      stops: kills,
      startLife: startKillableLife,
      name: 'kill',
      totals,
      signal,
    });
    if (!signal.aborted) await addWebhooks(outside, services, { random, totals });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { lost, doubled, repeated } = totals;
  console.log(`lost=${lost} doubled=${doubled} repeated=${repeated} runs=${totals.runs}`);
  return lost + doubled > 0 || signal.aborted ? 1 : 0;
}

async function playAll(
  outside: Database,
  services: Services,
  {
    stops,
    startLife,
    name,
    totals,
    signal,
  }: { stops: Stop[][]; startLife: StartLife; name: string; totals: Totals; signal: AbortSignal },
): Promise<void> {
  for (const [index, lives] of stops.entries()) {
    if (signal.aborted) return;
    const mark = `${name}${index + 1}`;
    const verdict = await playHistory(outside, services, { mark, stops: lives, startLife });
    add(totals, `${mark} at ${lives.map(({ message, when }) => `${when} ${message}`).join(', ')}`, verdict);
    if ((index + 1) % 50 === 0) console.log(`  ${index + 1} histories (${name})`);
  }
}

async function addWebhooks(
  outside: Database,
  services: Services,
  { random, totals }: { random: () => number; totals: Totals },
): Promise<void> {
  const { orders, without }: WebhookTotals = await playWebhooks(outside, services, {
    orders: webhookOrders,
    random,
  });
  console.log(`${orders.runs} orders of webhooks: ${orders.states} final state(s)`);
  console.log(`${without.runs} meetings without any webhook were over after ${without.seconds.toFixed(0)} s`);
  add(totals, 'webhooks', { ...orders, repeated: 0 });
  add(totals, 'no webhooks', { ...without, doubled: [], repeated: 0 });
  totals.runs += orders.runs + without.runs - 2;
}

function add(
  totals: Totals,
  name: string,
  { lost, doubled, repeated }: { lost: string[]; doubled: string[]; repeated: number },
): void {
  totals.lost += lost.length;
  totals.doubled += doubled.length;
  totals.repeated += repeated;
  totals.runs += 1;
  for (const problem of [...lost, ...doubled]) console.log(`  FAILED: ${name}: ${problem}`);
}
