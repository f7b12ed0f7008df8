/** Versions of a meeting's summary, and what a model has answered on the way to one. */
import { and, asc, desc, eq } from 'drizzle-orm';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { WrittenSummary } from '../../lib/summary.ts';
import type { Db, Tx } from '../database.ts';
import { summaries, summaryDrafts } from '../schema/summaries.ts';
import { hasBreakouts } from './breakout-rooms.ts';
import { type FoundItems, storeFound } from './found-items.ts';
import { lockMeeting } from './meetings.ts';
import { enqueueEvent } from './outbox.ts';
import { setStage } from './stages.ts';
import { announceFact } from './webhook-deliveries.ts';

export type SummaryVersion = typeof summaries.$inferSelect;

/** The version of that number, else the newest; null where there is none. */
export async function findSummaryVersion(
  db: Tx,
  meetingId: MeetingId,
  version?: number,
): Promise<SummaryVersion | null> {
  const [row] = await db
    .select()
    .from(summaries)
    .where(
      and(
        eq(summaries.meetingId, meetingId),
        version === undefined ? undefined : eq(summaries.version, version),
      ),
    )
    .orderBy(desc(summaries.version))
    .limit(1);
  return row ?? null;
}

/** Newest first, without their words. */
export function listSummaryVersions(db: Tx, meetingId: MeetingId) {
  const { version, basis, template, by, createdAt } = summaries;
  return db
    .select({ version, basis, template, by, createdAt })
    .from(summaries)
    .where(eq(summaries.meetingId, meetingId))
    .orderBy(desc(version));
}

/**
 * Stores the next version with the tasks and decisions that it found, tells who waits for it, and forgets the drafts;
 * all in one transaction. The same input as the newest version's makes none: its id comes back.
 */
export function storeSummary(
  db: Db,
  summary: Omit<typeof summaries.$inferInsert, 'id' | 'version'>,
  found: FoundItems,
): Promise<Id<'sum'>> {
  const { meetingId, inputDigest } = summary;
  return db.transaction(async (tx) => {
    await lockMeeting(tx, meetingId);
    const newest = await findSummaryVersion(tx, meetingId);
    if (newest?.inputDigest === inputDigest) return newest.id;
    const id = createId('sum');
    const version = (newest?.version ?? 0) + 1;
    await tx.insert(summaries).values({ ...summary, id, version });
    await storeFound(tx, meetingId, found);
    await tx.delete(summaryDrafts).where(eq(summaryDrafts.meetingId, meetingId));
    await setStage(tx, meetingId, 'summary', 'done');
    await enqueueEvent(tx, {
      id: `summary-ready:${id}`,
      name: 'summary/ready',
      data: { meetingId, summaryId: id, version },
    });
    await announceFact(tx, { event: 'summary.ready', meetingId, subjectId: id });
    return id;
  });
}

/**
 * Notes that no summary comes, with the reason for people. Before there is a version, who waits for one is told, once
 * per meeting.
 */
export async function giveUpSummary(db: Db, meetingId: MeetingId, reason: string): Promise<void> {
  await db.transaction(async (tx) => {
    await setStage(tx, meetingId, 'summary', 'failed', reason);
    if (!(await findSummaryVersion(tx, meetingId))) await tellOfNoSummary(tx, meetingId);
  });
}

/** Notes that there is nothing to summarise, and so nothing to send, unless people met in breakout rooms. */
export async function skipSummary(db: Db, meetingId: MeetingId): Promise<void> {
  await db.transaction(async (tx) => {
    await setStage(tx, meetingId, 'summary', 'skipped', 'Nobody spoke.');
    if (await hasBreakouts(tx, meetingId)) await tellOfNoSummary(tx, meetingId);
    else await setStage(tx, meetingId, 'mail', 'skipped', 'Nobody spoke: there is nothing to send.');
  });
}

async function tellOfNoSummary(tx: Tx, meetingId: MeetingId): Promise<void> {
  await enqueueEvent(tx, {
    id: `summary-failed:${meetingId}`,
    name: 'summary/failed',
    data: { meetingId },
  });
}

// --- drafts -----------------------------------------------------------------------------------------------------

interface DraftKey {
  meetingId: MeetingId;
  inputDigest: string;
}

/** What was answered so far, by part. */
export function listDrafts(db: Tx, { meetingId, inputDigest }: DraftKey) {
  const { part, written, modelMs } = summaryDrafts;
  return db
    .select({ part, written, modelMs })
    .from(summaryDrafts)
    .where(and(eq(summaryDrafts.meetingId, meetingId), eq(summaryDrafts.inputDigest, inputDigest)))
    .orderBy(asc(part));
}

/** Keeps an answer; the first one of a part stays. */
export async function keepDraft(
  db: Tx,
  draft: DraftKey & { part: number; written: WrittenSummary; modelMs: number },
): Promise<void> {
  await db.insert(summaryDrafts).values(draft).onConflictDoNothing();
}
