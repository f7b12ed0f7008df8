/** The lives of the process in one history, one after the other. */
import type { Database } from '../../../db/database.ts';
import type { Life, StartLife } from './life.ts';
import type { Stop } from './plan.ts';

export interface Lives extends AsyncDisposable {
  /** The one that runs; the next one when that has ended. */
  current(): Promise<Life>;
}

/** Each life ends at its stop; the last one has none. */
export function createLives(outside: Database, startLife: StartLife, stops: readonly Stop[]): Lives {
  const rest = [...stops];
  const ended: Promise<void>[] = [];
  let life: Life | null = null;
  return {
    async current() {
      if (life && !life.hasEnded()) return life;
      // What is left of a stopped process cannot reach anything any more.
      if (life) ended.push(Promise.resolve(life[Symbol.asyncDispose]()));
      if (life) await passTime(outside);
      life = await startLife(outside.url, rest.shift() ?? null);
      return life;
    },
    async [Symbol.asyncDispose]() {
      await life?.[Symbol.asyncDispose]();
      await Promise.all(ended);
    },
  };
}

/** Leases of a killed process end by time; nobody has to wait for that here. */
async function passTime({ sql }: Database): Promise<void> {
  await sql`update event_outbox set due_at = now() where sent_at is null`;
  await sql`update runner_runs set lease_until = now(), due_at = now() where status = 'queued'`;
}
