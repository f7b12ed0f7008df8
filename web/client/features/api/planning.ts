import { z } from 'zod/mini';
import { type CreateMeeting, type MeetingView, meetingViewSchema } from '../../../../lib/messages.ts';
import {
  acceptedInvitationSchema,
  type CreateInvitations,
  type EditMeeting,
  type InvitationView,
  invitationListSchema,
  type ListMeetingsQuery,
  type MeetingCounts,
  type MeetingDetails,
  type MeetingList,
  type MoveOccurrence,
  meetingCountsSchema,
  meetingDetailsSchema,
  meetingListSchema,
} from '../../../../lib/planning.ts';
import { callApi } from './call-api.ts';

const createdSchema = z.object({ meeting: meetingViewSchema });
const nothingSchema = z.null();
const at = (id: string) => `/api/meetings/${encodeURIComponent(id)}`;
const invitationsOf = ({ meetingId }: InvitingHost) => `${at(meetingId)}/invitations`;

function queryOf(query: ListMeetingsQuery): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(given).toString();
}

export function listMeetings(query: ListMeetingsQuery, signal?: AbortSignal): Promise<MeetingList> {
  return callApi(`/api/meetings?${queryOf(query)}`, meetingListSchema, { signal });
}

export function countMeetings(query: ListMeetingsQuery, signal?: AbortSignal): Promise<MeetingCounts> {
  return callApi(`/api/meetings/counts?${queryOf(query)}`, meetingCountsSchema, { signal });
}

/** Errors beside the usual ones: `time_skipped`, `time_twice` (ask again with a `fold`). */
export async function planMeeting(body: CreateMeeting): Promise<MeetingView> {
  return (await callApi('/api/meetings', createdSchema, { method: 'POST', body })).meeting;
}

export function getMeetingDetails(id: string, signal?: AbortSignal): Promise<MeetingDetails> {
  return callApi(`${at(id)}/details`, meetingDetailsSchema, { signal });
}

/** Errors as `planMeeting`, and `conflict` when the meeting has begun. */
export function editMeeting(id: string, body: EditMeeting): Promise<MeetingDetails> {
  return callApi(at(id), meetingDetailsSchema, { method: 'PATCH', body });
}

export async function cancelMeeting(id: string): Promise<void> {
  await callApi(`${at(id)}/cancel`, nothingSchema, { method: 'POST' });
}

/** Moves one meeting of a series. Errors as `editMeeting`. */
export function moveOccurrence(id: string, body: MoveOccurrence): Promise<MeetingDetails> {
  return callApi(`${at(id)}/occurrence`, meetingDetailsSchema, { method: 'PATCH', body });
}

/** Cancels one meeting of a series. */
export async function cancelOccurrence(id: string): Promise<void> {
  await callApi(`${at(id)}/occurrence/cancel`, nothingSchema, { method: 'POST' });
}

/** Whose meeting it is: a host in the room has the token of the join, on the meeting's page a session. */
export interface InvitingHost {
  meetingId: string;
  token?: string;
}

export async function listInvitations(host: InvitingHost, signal?: AbortSignal): Promise<InvitationView[]> {
  return (await callApi(invitationsOf(host), invitationListSchema, { token: host.token, signal }))
    .invitations;
}

/** Errors: `unauthorized` for mails without an account. */
export async function createInvitations(
  host: InvitingHost,
  body: CreateInvitations,
): Promise<InvitationView[]> {
  const call = { method: 'POST', body, token: host.token } as const;
  return (await callApi(invitationsOf(host), invitationListSchema, call)).invitations;
}

export async function withdrawInvitation(host: InvitingHost, invitationId: string): Promise<void> {
  const call = { method: 'DELETE', token: host.token } as const;
  await callApi(`${invitationsOf(host)}/${invitationId}`, nothingSchema, call);
}

/** Errors: `invitation_unknown`, `invitation_expired`, `invitation_revoked`, `invitation_used`. */
export function acceptInvitation(token: string): Promise<z.infer<typeof acceptedInvitationSchema>> {
  return callApi('/api/invitations/accept', acceptedInvitationSchema, { method: 'POST', body: { token } });
}
