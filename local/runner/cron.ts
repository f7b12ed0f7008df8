/** Starts functions by the clock. Every process does it; the id of a tick makes that one run. */
import { Cron } from 'croner';
import type { NewRun, RunnerEvent } from '../../db/queries/runner-events.ts';
import { createAlarm } from '../../lib/alarm.ts';
import type { Logger } from '../../lib/logger.ts';
import type { RunnerFunction } from './registration.ts';
import { newRun } from './runs-for.ts';

/** `setTimeout` cannot wait longer than about 25 days. */
const longestWaitMs = 86_400_000;

export interface CronOptions {
  functions: RunnerFunction[];
  /** Stores the event of a tick with its run; a known id changes nothing. */
  start: (event: RunnerEvent, run: NewRun) => Promise<unknown>;
  logger: Logger;
  signal: AbortSignal;
}

/** Works until the signal. Ticks that nobody was there for are not made up for, as with Inngest. */
export async function runCron({ functions, start, logger, signal }: CronOptions): Promise<void> {
  const ticks = functions.flatMap((fn) =>
    fn.crons.map((cron) => ({ fn, cron, next: nextTick(cron, new Date()) })),
  );
  const alarm = createAlarm();
  signal.addEventListener('abort', alarm.wake, { once: true });
  while (!signal.aborted && ticks.length > 0) {
    const now = new Date();
    for (const tick of ticks) {
      if (tick.next === null || tick.next > now) continue;
      const event = tickEvent(tick.fn, tick.cron, tick.next);
      await start(event, newRun(tick.fn, event)).catch((error) =>
        logger.error({ err: error, functionId: tick.fn.id }, 'scheduled run not started'),
      );
      tick.next = nextTick(tick.cron, now);
    }
    const waits = ticks.flatMap(({ next }) => (next ? [next.getTime() - Date.now()] : []));
    await alarm.wait(Math.max(0, Math.min(longestWaitMs, ...waits)));
  }
}

function tickEvent(fn: RunnerFunction, cron: string, at: Date): RunnerEvent {
  return { id: `cron:${fn.id}:${cron}:${at.toISOString()}`, name: 'inngest/scheduled.timer', data: { cron } };
}

/** The first moment after `after`; UTC unless the expression begins with `TZ=`. Null when there is none. */
export function nextTick(expression: string, after: Date): Date | null {
  const [, timezone = 'UTC', pattern = expression] = expression.match(/^TZ=(\S+)\s+(.+)$/) ?? [];
  return new Cron(pattern, { timezone, mode: '5-part' }).nextRun(after);
}

/** Whether an expression is one that Inngest would take too: five fields, perhaps a time zone. */
export function isCron(expression: string): boolean {
  try {
    return nextTick(expression, new Date()) !== null;
  } catch {
    return false;
  }
}
