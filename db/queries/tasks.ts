/** What people of a meeting have to do. */
import { and, asc, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { createId, type Id, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { tasks } from '../schema/tasks.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

export type Task = typeof tasks.$inferSelect;
export type TaskRow = Awaited<ReturnType<typeof select>>[number];

/** As many as a page shows. */
const most = 200;

/** Stores a task, or finds the one that the same action has stored. */
export async function storeTask(db: Tx, task: Omit<typeof tasks.$inferInsert, 'id'>): Promise<Task> {
  const [row] = await db
    .insert(tasks)
    .values({ ...task, id: createId('tsk') })
    .onConflictDoUpdate({ target: tasks.actionId, set: { actionId: sql`excluded.action_id` } })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** Tasks of one meeting: open ones by their day, then done ones, the newest first; or those that were taken away. */
export function listMeetingTasks(
  db: Tx,
  viewer: Viewer,
  meetingId: MeetingId,
  { removed = false } = {},
): Promise<TaskRow[]> {
  return select(
    db,
    viewer,
    and(eq(tasks.meetingId, meetingId), removed ? isNotNull(tasks.removedAt) : isThere),
  );
}

/** Tasks of one meeting as they stand, whoever has them; what is due first, first. */
export function listTasksOf(db: Tx, meetingId: MeetingId): Promise<Task[]> {
  return db
    .select()
    .from(tasks)
    .where(and(eq(tasks.meetingId, meetingId), isThere))
    .orderBy(sql`${tasks.due} asc nulls last`, asc(tasks.createdAt), asc(tasks.id))
    .limit(most);
}

/** Tasks of all meetings that the viewer may see; with `mine` only those of the viewer. */
export function listTasks(
  db: Tx,
  viewer: Viewer,
  { mine, done }: { mine: boolean; done: boolean },
): Promise<TaskRow[]> {
  return select(
    db,
    viewer,
    and(
      isThere,
      visibleTo(viewer),
      mine ? ownedBy(viewer) : undefined,
      done ? isNotNull(tasks.doneAt) : isNull(tasks.doneAt),
    ),
  );
}

/** One task as the viewer sees it. Whether they may was decided before. */
export async function findTaskRow(db: Tx, viewer: Viewer, id: Task['id']): Promise<TaskRow | null> {
  const [row] = await select(db, viewer, eq(tasks.id, id));
  return row ?? null;
}

export interface TaskChange
  extends Partial<Pick<Task, 'text' | 'ownerName' | 'ownerId' | 'ownerUserId' | 'due'>> {
  done?: boolean;
  removed?: boolean;
}

/**
 * What a person makes of a task: no summary changes it any more. The first time that it was done stays. False when
 * the meeting has no such task.
 */
export async function changeTask(
  db: Tx,
  { meetingId, id }: { meetingId: MeetingId; id: string },
  { done, removed, ...values }: TaskChange,
): Promise<boolean> {
  const rows = await db
    .update(tasks)
    .set({
      ...values,
      ...(done === undefined ? {} : { doneAt: done ? sql`coalesce(${tasks.doneAt}, now())` : null }),
      ...(removed === undefined
        ? {}
        : { removedAt: removed ? sql`coalesce(${tasks.removedAt}, now())` : null }),
      touchedAt: sql`now()`,
    })
    .where(and(eq(tasks.meetingId, meetingId), eq(tasks.id, id as Id<'tsk'>)))
    .returning({ id: tasks.id });
  return rows.length > 0;
}

const isThere = isNull(tasks.removedAt);

function select(db: Tx, viewer: Viewer, where: SQL | undefined) {
  return db
    .select({
      id: tasks.id,
      meetingId: tasks.meetingId,
      meetingTitle: meetings.title,
      text: tasks.text,
      owner: tasks.ownerName,
      due: tasks.due,
      done: sql<boolean>`${tasks.doneAt} is not null`,
      removed: sql<boolean>`${tasks.removedAt} is not null`,
      quote: tasks.quote,
      lines: tasks.lines,
      causeEpoch: tasks.causeEpoch,
      causeSeq: tasks.causeSeq,
      mine: sql<boolean>`coalesce(${ownedBy(viewer)}, false)`,
      createdAt: tasks.createdAt,
    })
    .from(tasks)
    .innerJoin(meetings, eq(meetings.id, tasks.meetingId))
    .leftJoin(participants, eq(participants.id, tasks.ownerId))
    .where(where)
    .orderBy(
      sql`${tasks.doneAt} desc nulls first`,
      sql`${tasks.due} asc nulls last`,
      asc(tasks.createdAt),
      desc(tasks.id),
    )
    .limit(most);
}

/** By account also what the person was given before they had one. */
function ownedBy(viewer: Viewer): SQL | undefined {
  if (viewer.kind === 'participant') return eq(tasks.ownerId, viewer.participantId);
  return or(eq(tasks.ownerUserId, viewer.userId), eq(participants.userId, viewer.userId));
}
