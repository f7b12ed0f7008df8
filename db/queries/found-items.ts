/** Tasks and decisions that a summary found, beside those that people and actions have made. */
import { eq, inArray } from 'drizzle-orm';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { createId, type MeetingId } from '../../lib/ids.ts';
import { type Comparable, type Existing, foundKey, matchFound } from '../../lib/match-found.ts';
import type { Tx } from '../database.ts';
import { decisions, tasks } from '../schema/tasks.ts';

type Task = typeof tasks.$inferSelect;

export interface FoundItems {
  tasks: Pick<Task, 'text' | 'ownerName' | 'ownerId' | 'ownerUserId' | 'due' | 'quote' | 'lines'>[];
  decisions: { text: string; lines: LineRef[] }[];
}

/**
 * Makes the found tasks and decisions of a meeting those of its newest summary. One that was there is updated, unless
 * a person has ticked, corrected or removed it; one that the summary has no more goes, unless a person touched it.
 * What an action or a person has made stays as it is and is not doubled. The caller holds the meeting's lock.
 */
export async function storeFound(tx: Tx, meetingId: MeetingId, found: FoundItems): Promise<void> {
  const storedTasks = await tx.select().from(tasks).where(eq(tasks.meetingId, meetingId));
  const taskChanges = compare(
    storedTasks.map((task) => ({ ...task, owner: task.ownerName })),
    found.tasks.map((task) => ({ ...task, owner: task.ownerName })),
  );
  for (const { id, item } of taskChanges.changed) {
    const { owner, ...columns } = item;
    await tx.update(tasks).set(columns).where(eq(tasks.id, id));
  }
  for (const item of taskChanges.added) {
    const { owner, ...columns } = item;
    const row = { ...columns, id: createId('tsk'), meetingId, foundKey: foundKey(item) };
    await tx.insert(tasks).values(row).onConflictDoNothing();
  }
  if (taskChanges.gone.length > 0) await tx.delete(tasks).where(inArray(tasks.id, taskChanges.gone));

  const storedDecisions = await tx.select().from(decisions).where(eq(decisions.meetingId, meetingId));
  const decisionChanges = compare(
    storedDecisions.map((decision) => ({ ...decision, owner: null, doneAt: null })),
    found.decisions.map((decision) => ({ ...decision, owner: null })),
  );
  for (const { id, item } of decisionChanges.changed) {
    await tx.update(decisions).set({ text: item.text, lines: item.lines }).where(eq(decisions.id, id));
  }
  for (const item of decisionChanges.added) {
    const { owner, ...columns } = item;
    const row = { ...columns, id: createId('dec'), meetingId, foundKey: foundKey(item) };
    await tx.insert(decisions).values(row).onConflictDoNothing();
  }
  if (decisionChanges.gone.length > 0) {
    await tx.delete(decisions).where(inArray(decisions.id, decisionChanges.gone));
  }
}

interface Stored<I extends string> extends Comparable {
  id: I;
  foundKey: string | null;
  causeEpoch: number | null;
  causeSeq: number | null;
  touchedAt: Date | null;
  doneAt: Date | null;
  removedAt: Date | null;
}

function compare<I extends string, T extends Comparable>(stored: readonly Stored<I>[], found: readonly T[]) {
  const matches = matchFound(stored.map(asExisting), found);
  const matched = new Set(matches);
  const isOurs = (row: Stored<I>) =>
    row.foundKey !== null && row.touchedAt === null && row.doneAt === null && row.removedAt === null;
  return {
    changed: found.flatMap((item, at) => {
      const row = stored[matches[at] ?? -1];
      return row && isOurs(row) ? [{ id: row.id, item }] : [];
    }),
    added: found.filter((_, at) => matches[at] === null),
    gone: stored.filter((row, at) => isOurs(row) && !matched.has(at)).map(({ id }) => id),
  };
}

function asExisting({ text, owner, lines, foundKey, causeEpoch, causeSeq }: Stored<string>): Existing {
  const cause = causeEpoch === null || causeSeq === null ? [] : [{ epoch: causeEpoch, seq: causeSeq }];
  return { text, owner, lines: [...lines, ...cause], isFixed: foundKey === null };
}
