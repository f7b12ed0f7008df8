import { desc, eq, sql } from 'drizzle-orm';
import type { AccessEvent, AccessLogEntry } from '../../lib/access-log.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { accessLog } from '../schema/access-log.ts';

/** Who did it: an account (`usr_`), a person of the meeting (`par_`) or a link (`shr_`), as they are called now. */
export interface Accessor {
  id: string;
  name: string;
}

export interface AccessRecord {
  meetingId: MeetingId;
  by: Accessor;
  event: AccessEvent;
  /** What exactly; empty where the event says it all. */
  note?: string;
  /** The account that the note names. */
  about?: string;
}

/** Pages are asked for again and again while somebody reads; sound and picture come in pieces. */
const repeating: readonly AccessEvent[] = ['read', 'heard', 'watched'];

/** Notes what somebody did. Reading, hearing and watching the same thing again within the hour is one entry. */
export async function recordAccess(
  db: Tx,
  { meetingId, by, event, note = '', about }: AccessRecord,
): Promise<void> {
  await db
    .insert(accessLog)
    .values({
      meetingId,
      who: by.id,
      name: by.name,
      event,
      note,
      about,
      hour: repeating.includes(event) ? sql`date_trunc('hour', now())` : null,
    })
    .onConflictDoNothing();
}

/** Notes that somebody reads in these meetings, but for those that run. */
export async function recordReading(db: Tx, meetingIds: readonly MeetingId[], by: Accessor): Promise<void> {
  const event = 'read' satisfies AccessEvent;
  // Whoever searches does it again with every letter: what is noted is only looked up.
  await db.execute(sql`
    insert into access_log (meeting_id, who, name, event, hour)
    select m.id, ${by.id}, ${by.name}, ${event}, date_trunc('hour', now())
    from meetings m where m.id = any(${sql.param([...meetingIds])}::text[]) and m.status <> 'live'
      and not exists (select from access_log a where (a.meeting_id, a.who, a.event, a.note, a.hour)
        = (m.id, ${by.id}, ${event}, '', date_trunc('hour', now())))
    on conflict do nothing`);
}

/** Newest first, up to `limit`. */
export async function listAccess(
  db: Tx,
  meetingId: MeetingId,
  { limit }: { limit: number },
): Promise<AccessLogEntry[]> {
  const rows = await db
    .select()
    .from(accessLog)
    .where(eq(accessLog.meetingId, meetingId))
    .orderBy(desc(accessLog.id))
    .limit(limit);
  return rows.map(({ id, at, name, event, note }) => ({ id, atMs: at.getTime(), name, event, note }));
}
