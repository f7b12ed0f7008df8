import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { processHeartbeats } from '../schema/events.ts';

export type ProcessPart = (typeof processHeartbeats.$inferSelect)['part'];

export async function recordProcessHeartbeat(
  db: Tx,
  report: { instance: string; part: ProcessPart; details: Record<string, unknown> },
): Promise<void> {
  await db
    .insert(processHeartbeats)
    .values(report)
    .onConflictDoUpdate({
      target: processHeartbeats.instance,
      set: { seenAt: sql`now()`, details: report.details },
    });
}

/** As `recordProcessHeartbeat`, for calls that come many times a second: writes once in 3 s. */
export async function noteProcess(
  db: Tx,
  report: { instance: string; part: ProcessPart; details: Record<string, unknown> },
): Promise<void> {
  await db
    .insert(processHeartbeats)
    .values(report)
    .onConflictDoUpdate({
      target: processHeartbeats.instance,
      set: { seenAt: sql`now()` },
      setWhere: sql`${processHeartbeats.seenAt} < now() - interval '3 seconds'`,
    });
}

/** Drops reports of processes that have been silent for a day: each start of a process adds one. */
export async function forgetOldProcesses(db: Tx): Promise<void> {
  await db.delete(processHeartbeats).where(sql`${processHeartbeats.seenAt} < now() - interval '1 day'`);
}

/** Processes of a part that reported within `maxAgeMs`. */
export function listLiveProcesses(db: Tx, part: ProcessPart, maxAgeMs: number) {
  return db
    .select()
    .from(processHeartbeats)
    .where(
      and(
        eq(processHeartbeats.part, part),
        sql`${processHeartbeats.seenAt} > now() - make_interval(secs => ${maxAgeMs / 1000})`,
      ),
    );
}
