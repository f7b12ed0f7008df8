import { sql } from 'drizzle-orm';
import { createId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { tasks } from '../schema/tasks.ts';

export type Task = typeof tasks.$inferSelect;

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
