import { and, asc, eq, isNull } from 'drizzle-orm';
import type { OpenTask } from '../../lib/assistant-messages.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { tasks } from '../schema/tasks.ts';
import { type Viewer, visibleTo } from './meeting-visibility.ts';

/** As many as an agent can keep in mind. */
const most = 100;

/** What is still to be done from meetings that every one of the viewers may see; what is due first, first. */
export function listOpenTasks(db: Tx, viewers: readonly Viewer[]): Promise<OpenTask[]> {
  if (viewers.length === 0) return Promise.resolve([]);
  return db
    .select({ id: tasks.id, text: tasks.text, owner: tasks.ownerName, due: tasks.due })
    .from(tasks)
    .innerJoin(meetings, eq(meetings.id, tasks.meetingId))
    .where(and(isNull(tasks.doneAt), isNull(tasks.removedAt), ...viewers.map(visibleTo)))
    .orderBy(asc(tasks.due), asc(tasks.createdAt))
    .limit(most);
}
