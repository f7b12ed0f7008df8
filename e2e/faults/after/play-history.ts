/** Plays one history: a meeting is over, and whatever follows it is stopped and goes on in another life. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../db/database.ts';
import { collectEvidence, isUnsettled, passTime } from './collect-evidence.ts';
import type { Life, StartLife, Stop } from './life.ts';
import { seedEnded } from './seed-ended.ts';
import type { Services } from './services.ts';
import { judge, type Verdict } from './verdict.ts';

/** A statement of a killed process may still claim a mail after it is gone: its lease of two minutes has to end then. */
const settledWithinMs = 180_000;

/** Each life ends at its stop; the last one has none. `messages` are those of the last one. */
export async function playHistory(
  outside: Database,
  services: Services,
  { mark, stops, startLife }: { mark: string; stops: readonly Stop[]; startLife: StartLife },
): Promise<Verdict & { messages: number }> {
  const ended = await seedEnded(outside, services, mark);
  const place = { databaseUrl: outside.url, addresses: services.addresses };
  const rest = [...stops];
  const until = performance.now() + settledWithinMs;
  const graves: Promise<void>[] = [];
  let life: Life = await startLife(place, rest.shift() ?? null);
  while ((await isUnsettled(outside, ended)) && performance.now() < until) {
    if (life.hasEnded()) {
      // What is left of a stopped process cannot reach anything any more.
      graves.push(Promise.resolve(life[Symbol.asyncDispose]()));
      await passTime(outside);
      life = await startLife(place, rest.shift() ?? null);
    }
    await sleep(20);
  }
  const messages = life.messages();
  await life[Symbol.asyncDispose]();
  await Promise.all(graves);
  const evidence = await collectEvidence(outside, ended, services.deliveries);
  return { ...judge(evidence, ended.addresses), messages };
}
