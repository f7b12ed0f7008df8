/** What came out of a meeting: tasks and decisions, as people see and change them. */
import { changeDecision, type DecisionRow, storeDecision } from '../../db/queries/decisions.ts';
import type { Viewer } from '../../db/queries/meeting-visibility.ts';
import { changeTask, findTaskRow, storeTask, type TaskRow } from '../../db/queries/tasks.ts';
import type { LineRef } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { AddTask, ChangeDecision, ChangeTask, DecisionView, TaskView } from '../../lib/task-messages.ts';
import type { WebContext } from '../context.ts';
import { findNamed } from './find-named.ts';

export async function addMeetingTask(
  context: WebContext,
  meetingId: MeetingId,
  viewer: Viewer,
  { text, owner, due }: AddTask,
): Promise<TaskView> {
  const { db } = context.database;
  const whose = await ownerNamed(context, meetingId, owner);
  const { id } = await storeTask(db, { meetingId, text, due, ...whose, touchedAt: new Date() });
  return viewOf(context, viewer, id);
}

/** Throws `not_found` for a task of another meeting. */
export async function changeMeetingTask(
  context: WebContext,
  task: { meetingId: MeetingId; id: string },
  viewer: Viewer,
  { owner, ...change }: ChangeTask,
): Promise<TaskView> {
  const whose = owner === undefined ? {} : await ownerNamed(context, task.meetingId, owner);
  if (!(await changeTask(context.database.db, task, { ...change, ...whose }))) {
    throw new ParleyError('not_found', 'This task does not exist any more.');
  }
  return viewOf(context, viewer, task.id as Id<'tsk'>);
}

export async function addMeetingDecision(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  text: string,
): Promise<DecisionView> {
  const decision = await storeDecision(db, { meetingId, text, touchedAt: new Date() });
  return decisionView({ decision, recordedByName: null });
}

/** Throws `not_found` for a decision of another meeting. */
export async function changeMeetingDecision(
  { database: { db } }: WebContext,
  decision: { meetingId: MeetingId; id: string },
  change: ChangeDecision,
): Promise<DecisionView> {
  const row = await changeDecision(db, decision, change);
  if (!row) throw new ParleyError('not_found', 'This decision does not exist any more.');
  return decisionView(row);
}

export function taskView({ createdAt, causeEpoch, causeSeq, lines, ...task }: TaskRow): TaskView {
  return { ...task, lines: linesOf(lines, causeEpoch, causeSeq), createdAtMs: createdAt.getTime() };
}

export function decisionView({ decision, recordedByName }: DecisionRow): DecisionView {
  const { id, text, removedAt, lines, causeEpoch, causeSeq, createdAt } = decision;
  return {
    id,
    text,
    recordedBy: recordedByName,
    removed: removedAt !== null,
    lines: linesOf(lines, causeEpoch, causeSeq),
    createdAtMs: createdAt.getTime(),
  };
}

/** Where a summary found it; else what made somebody ask for it. */
function linesOf(lines: LineRef[], epoch: number | null, seq: number | null): LineRef[] {
  return lines.length === 0 && epoch !== null && seq !== null ? [{ epoch, seq }] : lines;
}

async function ownerNamed(
  { database: { db } }: WebContext,
  meetingId: MeetingId,
  name: string | null,
): Promise<{ ownerName: string | null; ownerId: ParticipantId | null; ownerUserId: string | null }> {
  const person = name === null ? null : await findNamed(db, meetingId, name);
  return {
    ownerName: person?.name ?? name,
    ownerId: person?.id ?? null,
    ownerUserId: person?.userId ?? null,
  };
}

async function viewOf(
  { database: { db } }: WebContext,
  viewer: Viewer,
  id: TaskView['id'],
): Promise<TaskView> {
  const row = await findTaskRow(db, viewer, id);
  if (!row) throw new ParleyError('not_found', 'This task does not exist any more.');
  return taskView(row);
}
