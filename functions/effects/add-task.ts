import { DateTime } from 'luxon';
import { findCause } from '../../db/queries/actions.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import type { Effects, ToolResult } from '../../lib/tools/effects.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import type { FunctionParts } from '../context.ts';
import { findMeant } from './choose-people.ts';
import { findSurroundings } from './surroundings.ts';

/** Writes the task down; a second call of the same action finds it. */
export async function addTask(
  { database: { db } }: FunctionParts,
  action: ApprovedAction,
  { text, owner, due }: Parameters<Effects['addTask']>[1],
): Promise<ToolResult> {
  const { people } = await findSurroundings(db, action);
  const [person] = owner === null ? [] : findMeant(people, action.people, owner);
  const task = await storeTask(db, {
    meetingId: action.meetingId,
    actionId: action.id,
    text,
    ownerName: owner,
    ownerId: person?.id ?? null,
    ownerUserId: person?.userId ?? null,
    due,
    ...(await findCause(db, action.id)),
  });
  const who = owner === null ? 'A task' : `A task for ${owner}`;
  const when = due === null ? '' : `, due ${sayDay(due)}`;
  return { message: `${who} is written down: ${text}${when}.`, made: [{ kind: 'task', id: task.id }] };
}

function sayDay(day: string): string {
  return DateTime.fromISO(day).setLocale('en-GB').toFormat('cccc, d LLLL');
}
