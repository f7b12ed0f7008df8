import {
  type AddDecision,
  type AddTask,
  type ChangeDecision,
  type ChangeTask,
  type DecisionView,
  decisionAnswerSchema,
  decisionListSchema,
  type ListTasksQuery,
  type TaskView,
  taskAnswerSchema,
  taskListSchema,
} from '../../../../lib/task-messages.ts';
import { callApi } from './call-api.ts';

const of = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

export async function listTasks(query: ListTasksQuery, signal?: AbortSignal): Promise<TaskView[]> {
  const path = `/api/tasks?${new URLSearchParams(query)}`;
  return (await callApi(path, taskListSchema, { signal })).tasks;
}

export async function listMeetingTasks(meetingId: string, signal?: AbortSignal): Promise<TaskView[]> {
  return (await callApi(`${of(meetingId)}/tasks`, taskListSchema, { signal })).tasks;
}

export async function listDecisions(meetingId: string, signal?: AbortSignal): Promise<DecisionView[]> {
  return (await callApi(`${of(meetingId)}/decisions`, decisionListSchema, { signal })).decisions;
}

/** Those that somebody took away. */
export async function listRemovedTasks(meetingId: string, signal?: AbortSignal): Promise<TaskView[]> {
  return (await callApi(`${of(meetingId)}/tasks?removed=true`, taskListSchema, { signal })).tasks;
}

export async function addTask(meetingId: string, body: AddTask): Promise<TaskView> {
  return (await callApi(`${of(meetingId)}/tasks`, taskAnswerSchema, { method: 'POST', body })).task;
}

type TaskId = Pick<TaskView, 'id' | 'meetingId'>;

export async function changeTask({ id, meetingId }: TaskId, body: ChangeTask): Promise<TaskView> {
  const path = `${of(meetingId)}/tasks/${encodeURIComponent(id)}`;
  return (await callApi(path, taskAnswerSchema, { method: 'PATCH', body })).task;
}

/** Those that somebody took away. */
export async function listRemovedDecisions(meetingId: string, signal?: AbortSignal): Promise<DecisionView[]> {
  return (await callApi(`${of(meetingId)}/decisions?removed=true`, decisionListSchema, { signal })).decisions;
}

export async function addDecision(meetingId: string, body: AddDecision): Promise<DecisionView> {
  return (await callApi(`${of(meetingId)}/decisions`, decisionAnswerSchema, { method: 'POST', body }))
    .decision;
}

export async function changeDecision(
  meetingId: string,
  id: DecisionView['id'],
  body: ChangeDecision,
): Promise<DecisionView> {
  const path = `${of(meetingId)}/decisions/${encodeURIComponent(id)}`;
  return (await callApi(path, decisionAnswerSchema, { method: 'PATCH', body })).decision;
}
