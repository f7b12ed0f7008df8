/** A life in a process of its own, which is killed: no handler runs, nothing is rolled back but by Postgres. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { Life } from './life.ts';
import type { Stop } from './plan.ts';

const readySchema = z.object({ url: z.string() });
const program = new URL('./killable-process.ts', import.meta.url);

export async function startKillableLife(databaseUrl: string, stop: Stop | null): Promise<Life> {
  const child = fork(program, [databaseUrl], { stdio: 'inherit' });
  const gone = once(child, 'exit');
  const [message] = await Promise.race([once(child, 'message'), gone]);
  const { url } = readySchema.parse(message);
  const timer = stop && setTimeout(() => child.kill('SIGKILL'), stop.afterMs);
  return {
    async request(method, path, { token, body }) {
      try {
        const answer = await fetch(`${url}${path}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: answer.status, body: await answer.json() };
      } catch {
        // Killed in the middle. It counts as ended only when it is gone.
        await gone;
        return null;
      }
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async [Symbol.asyncDispose]() {
      if (timer) clearTimeout(timer);
      child.kill('SIGKILL');
      await gone;
    },
  };
}
