import {
  type DecisionView,
  decisionListSchema,
  type ListTasksQuery,
  type TaskView,
  taskAnswerSchema,
  taskListSchema,
} from '../../../../lib/assistant-messages.ts';
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

export async function changeTask(id: string, done: boolean): Promise<TaskView> {
  const path = `/api/tasks/${encodeURIComponent(id)}`;
  return (await callApi(path, taskAnswerSchema, { method: 'PATCH', body: { done } })).task;
}
