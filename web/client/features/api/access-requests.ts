import { z } from 'zod/mini';
import {
  type AccessDecision,
  type AccessRequestView,
  accessRequestListSchema,
  type OwnAccessRequest,
  ownAccessRequestSchema,
} from '../../../../lib/access-requests.ts';
import { callApi } from './call-api.ts';

const at = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}`;
const oneOf = ({ id, meeting }: Pick<AccessRequestView, 'id' | 'meeting'>) =>
  `${at(meeting.id)}/access-requests/${encodeURIComponent(id)}`;

/** When the account asked to see this meeting, whether there is one or not. */
export function getOwnAccessRequest(meetingId: string, signal?: AbortSignal): Promise<OwnAccessRequest> {
  return callApi(`${at(meetingId)}/access-request`, ownAccessRequestSchema, { signal });
}

/** Errors: `rate_limited`; `conflict` for somebody who may see the meeting by now. */
export function askAccess(meetingId: string, note: string): Promise<OwnAccessRequest> {
  const call = { method: 'POST', body: { note } } as const;
  return callApi(`${at(meetingId)}/access-request`, ownAccessRequestSchema, call);
}

/** Who waits for an answer, and who was allowed, newest first; of all meetings that the account hosts, who waits. */
export async function listAccessRequests(
  meetingId: string | null,
  signal?: AbortSignal,
): Promise<AccessRequestView[]> {
  const path = meetingId === null ? '/api/access-requests' : `${at(meetingId)}/access-requests`;
  return (await callApi(path, accessRequestListSchema, { signal })).requests;
}

/** Errors: `conflict` or `not_found` when somebody has answered before. */
export async function decideAccess(request: AccessRequestView, decision: AccessDecision): Promise<void> {
  await callApi(oneOf(request), z.null(), { method: 'POST', body: { decision } });
}

export async function disallowAccess(request: AccessRequestView): Promise<void> {
  await callApi(oneOf(request), z.null(), { method: 'DELETE' });
}
