import { z } from 'zod/mini';
import {
  type CastVote,
  type OwnPoll,
  type PollList,
  pollAnswerSchema,
  pollListSchema,
  type Voters,
  votersSchema,
  type WritePoll,
} from '../../../../lib/poll-messages.ts';
import type { Reader } from './assistant.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Reader, rest = '') =>
  `/api/meetings/${encodeURIComponent(meetingId)}/polls${rest}`;

/** The polls of a meeting, in the order of asking, then one's own drafts. */
export function fetchPolls(reader: Reader, signal?: AbortSignal): Promise<PollList> {
  return callApi(at(reader), pollListSchema, { token: reader.apiToken, signal });
}

/** Names by the place of the choice; not of an anonymous poll. */
export function fetchVoters(reader: Reader, id: string, signal?: AbortSignal): Promise<Voters> {
  return callApi(at(reader, `/${id}/voters`), votersSchema, { token: reader.apiToken, signal });
}

/** Stores a draft or asks everyone; the same id again is the same poll. */
export async function writePoll(access: Access, id: string, body: WritePoll): Promise<OwnPoll> {
  const call = { method: 'PUT', token: access.apiToken, body } as const;
  return (await callApi(at(access, `/${id}`), pollAnswerSchema, call)).poll;
}

/** The answer has the vote that counts, also where this one came too late. */
export async function castVote(access: Access, id: string, body: CastVote): Promise<OwnPoll> {
  const call = { method: 'POST', token: access.apiToken, body } as const;
  return (await callApi(at(access, `/${id}/vote`), pollAnswerSchema, call)).poll;
}

export async function endPoll(access: Access, id: string): Promise<OwnPoll> {
  const call = { method: 'POST', token: access.apiToken } as const;
  return (await callApi(at(access, `/${id}/end`), pollAnswerSchema, call)).poll;
}

export async function deletePoll(access: Access, id: string): Promise<void> {
  await callApi(at(access, `/${id}`), z.null(), { method: 'DELETE', token: access.apiToken });
}
