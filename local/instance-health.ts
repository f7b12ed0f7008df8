import { setTimeout as delay } from 'node:timers/promises';
import { healthSchema } from '../lib/messages.ts';
import type { StartContext } from './start-context.ts';

/** From the last part started to a health page without complaints. */
const healthTimeoutMs = 60_000;

/** Resolves when the health page answers 200; throws with its complaints after a minute. */
export async function waitUntilHealthy(
  url: string,
  { onProgress, signal }: Pick<StartContext, 'onProgress' | 'signal'>,
): Promise<void> {
  const task = 'wait until every part is healthy';
  const deadline = Date.now() + healthTimeoutMs;
  let complaint = 'no answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    onProgress({ task });
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    const health = healthSchema.safeParse(await answer?.json().catch(() => null));
    if (health.success) {
      const down = Object.entries(health.data.parts).filter(([, part]) => part.status !== 'ok');
      complaint = down.map(([name, part]) => `${name}: ${part.detail}`).join('; ');
    }
    await delay(200);
  }
  throw new Error(`Parley is not healthy after ${healthTimeoutMs / 1_000} s (${complaint}).`);
}
