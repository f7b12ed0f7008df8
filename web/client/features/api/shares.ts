import { z } from 'zod/mini';
import {
  type CreateShare,
  type SharedMeeting,
  type ShareView,
  shareAnswerSchema,
  sharedMeetingSchema,
  shareListSchema,
} from '../../../../lib/shares.ts';
import { callApi } from './call-api.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}/shares`;

/** Links to a meeting, newest first; for those who host it. */
export async function listShares(meetingId: string, signal?: AbortSignal): Promise<ShareView[]> {
  return (await callApi(at(meetingId), shareListSchema, { signal })).shares;
}

export async function createShare(meetingId: string, share: CreateShare): Promise<ShareView> {
  return (await callApi(at(meetingId), shareAnswerSchema, { method: 'POST', body: share })).share;
}

export async function withdrawShare(meetingId: string, shareId: string): Promise<void> {
  await callApi(`${at(meetingId)}/${encodeURIComponent(shareId)}`, z.null(), { method: 'DELETE' });
}

/** What a link shows, by the secret in it. */
export function openShare(secret: string, signal?: AbortSignal): Promise<SharedMeeting> {
  return callApi('/api/shares/open', sharedMeetingSchema, { method: 'POST', body: { secret }, signal });
}
