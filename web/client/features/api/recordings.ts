import { z } from 'zod/mini';
import type { controlRecordingSchema } from '../../../../lib/recording-messages.ts';
import { type RecordingView, recordingListSchema } from '../../../../lib/recording-messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;

const control = ({ meetingId, apiToken }: Access, body: z.input<typeof controlRecordingSchema>) =>
  callApi(`${at(meetingId)}/recording`, z.null(), { method: 'POST', token: apiToken, body });

export async function startRecording(access: Access, { picture }: { picture: boolean }): Promise<void> {
  await control(access, { active: true, picture });
}

export async function stopRecording(access: Access): Promise<void> {
  await control(access, { active: false });
}

/** Asks those who may record. */
export async function askToRecord({ meetingId, apiToken }: Access): Promise<void> {
  await callApi(`${at(meetingId)}/recording/ask`, z.null(), { method: 'POST', token: apiToken });
}

/** Recordings of a meeting, for who may see it. */
export async function listRecordings(meetingId: string, signal?: AbortSignal): Promise<RecordingView[]> {
  return (await callApi(`${at(meetingId)}/recordings`, recordingListSchema, { signal })).recordings;
}
