import { z } from 'zod/mini';
import { type RecordingView, recordingListSchema } from '../../../../lib/recording-messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

export async function setRecording({ meetingId, apiToken }: Access, active: boolean): Promise<void> {
  await callApi(`${at(meetingId)}/recording`, z.null(), {
    method: 'POST',
    token: apiToken,
    body: { active },
  });
}

/** Asks those who may record. */
export async function askToRecord({ meetingId, apiToken }: Access): Promise<void> {
  await callApi(`${at(meetingId)}/recording/ask`, z.null(), { method: 'POST', token: apiToken });
}

/** Recordings of a meeting, for who may see it. */
export async function listRecordings(meetingId: string, signal?: AbortSignal): Promise<RecordingView[]> {
  return (await callApi(`${at(meetingId)}/recordings`, recordingListSchema, { signal })).recordings;
}
