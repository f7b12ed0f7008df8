import { z } from 'zod/mini';
import { type AccessLogEntry, accessLogSchema } from '../../../../lib/access-log.ts';
import { type MeetingKeep, type Retention, retentionSchema } from '../../../../lib/retention.ts';
import { callApi } from './call-api.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** Who read, exported and shared a meeting, newest first; for its host. */
export async function listAccess(meetingId: string, signal?: AbortSignal): Promise<AccessLogEntry[]> {
  return (await callApi(`${at(meetingId)}/access-log`, accessLogSchema, { signal })).entries;
}

/** How long a meeting is kept. */
export function getRetention(meetingId: string, signal?: AbortSignal): Promise<Retention> {
  return callApi(`${at(meetingId)}/retention`, retentionSchema, { signal });
}

export function setRetention(meetingId: string, keep: MeetingKeep): Promise<Retention> {
  return callApi(`${at(meetingId)}/retention`, retentionSchema, { method: 'POST', body: { keep } });
}

/** For good, with every copy. */
export async function deleteMeeting(meetingId: string): Promise<void> {
  await callApi(at(meetingId), z.null(), { method: 'DELETE' });
}
