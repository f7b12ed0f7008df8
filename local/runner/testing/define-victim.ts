import { setTimeout as sleep } from 'node:timers/promises';
import type { Inngest, InngestFunction } from 'inngest';
import type { Database } from '../../../db/database.ts';

/** Notes the start of each of its steps in the table `effects`; the second may never end. */
export function defineVictim(
  inngest: Inngest,
  { sql }: Database,
  { hangs }: { hangs: boolean },
): InngestFunction.Like {
  const effect = (name: string) => sql`insert into effects (name) values (${name})`;
  return inngest.createFunction(
    { id: 'victim', retries: 0, triggers: [{ event: 'test/asked' }] },
    async ({ step }) => {
      const first = await step.run('first', async () => {
        await effect('first');
        return 'kept';
      });
      await step.run('second', async () => {
        await effect('second');
        if (hangs) await sleep(60_000);
      });
      return first;
    },
  );
}
