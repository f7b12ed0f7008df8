import { type AccessLogEntry, accessLogSchema } from '../../../../lib/access-log.ts';
import { callApi } from './call-api.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** Who read, exported and shared a meeting, newest first; for its host. */
export async function listAccess(meetingId: string, signal?: AbortSignal): Promise<AccessLogEntry[]> {
  return (await callApi(`${at(meetingId)}/access-log`, accessLogSchema, { signal })).entries;
}
