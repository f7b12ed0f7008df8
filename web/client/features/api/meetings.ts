import { z } from 'zod/mini';
import {
  admissionStateSchema,
  type CreateMeeting,
  entrySchema,
  type Joined,
  type JoinMeeting,
  joinedSchema,
  type MeetingView,
  meetingViewSchema,
  type TranscriptPage,
  transcriptPageSchema,
  type Waiting,
  waitingSchema,
} from '../../../../lib/messages.ts';
import { callApi } from './call-api.ts';

const createdSchema = z.object({ meeting: meetingViewSchema });
const foundSchema = z.object({
  meeting: meetingViewSchema,
  noticeVersion: z.int(),
  entry: entrySchema,
  /** Unix time for which the meeting is planned. */
  startsAtMs: z.nullable(z.number()),
});
export type FoundMeeting = z.infer<typeof foundSchema>;
const joinAnswerSchema = z.union([joinedSchema, waitingSchema]);
const nothingSchema = z.null();
const at = (idOrCode: string) => `/api/meetings/${encodeURIComponent(idOrCode)}`;

/** Creates a meeting; whoever does is its host by a cookie that comes back with the answer. */
export async function createMeeting(body: CreateMeeting): Promise<MeetingView> {
  return (await callApi('/api/meetings', createdSchema, { method: 'POST', body })).meeting;
}

export function getMeeting(code: string, signal?: AbortSignal): Promise<FoundMeeting> {
  return callApi(at(code), foundSchema, { signal });
}

/**
 * Joins, or joins again: the identity is kept by a cookie. Or comes into the waiting room. Errors: `not_found`,
 * `meeting_ended`, and the reasons for which somebody stays out.
 */
export function joinMeeting(
  code: string,
  body: JoinMeeting,
  signal?: AbortSignal,
): Promise<Joined | Waiting> {
  return callApi(`${at(code)}/join`, joinAnswerSchema, { method: 'POST', body, signal });
}

/** Whether someone who waits may come in by now. */
export function getAdmission(meetingId: string, token: string, signal?: AbortSignal) {
  return callApi(`${at(meetingId)}/admission`, admissionStateSchema, { token, signal });
}

/** Says that this person left. Survives the closing of the page. */
export async function leaveMeeting(meetingId: string, token: string): Promise<void> {
  await callApi(`${at(meetingId)}/leave`, nothingSchema, { method: 'POST', token, keepalive: true });
}

/** Ends the meeting for everyone; only its host may. */
export async function endMeeting(meetingId: string, token: string): Promise<void> {
  await callApi(`${at(meetingId)}/end`, nothingSchema, { method: 'POST', token });
}

/** One page of stored lines after the cursor `epoch.seq`, or from the start. */
export function fetchTranscriptPage(
  meetingId: string,
  token: string | undefined,
  after: string | null,
  signal?: AbortSignal,
): Promise<TranscriptPage> {
  const query = after ? `?after=${encodeURIComponent(after)}` : '';
  return callApi(`${at(meetingId)}/transcript${query}`, transcriptPageSchema, { token, signal });
}
