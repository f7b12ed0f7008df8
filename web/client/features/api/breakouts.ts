import { z } from 'zod/mini';
import {
  type Breakouts,
  breakoutsSchema,
  type MovePerson,
  type OpenBreakouts,
} from '../../../../lib/breakout-messages.ts';
import { type Joined, joinedSchema } from '../../../../lib/messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Access) => `/api/meetings/${encodeURIComponent(meetingId)}/breakouts`;

/** The breakout rooms that are open, by the access to the main room. */
export function fetchBreakouts(access: Access, signal?: AbortSignal): Promise<Breakouts> {
  return callApi(at(access), breakoutsSchema, { token: access.apiToken, signal });
}

const post = (access: Access, path: string, body: unknown) =>
  callApi(`${at(access)}${path}`, breakoutsSchema, { method: 'POST', token: access.apiToken, body });

/** Errors beside the usual ones: `conflict` when rooms are open already. */
export const openBreakouts = (access: Access, wish: OpenBreakouts) => post(access, '', wish);

export const movePerson = (access: Access, move: MovePerson) => post(access, '/move', move);

/** Begins the countdown to their closing. */
export const closeBreakouts = (access: Access) => post(access, '/close', {});

export async function tellRooms(access: Access, text: string): Promise<void> {
  const call = { method: 'POST', token: access.apiToken, body: { text } } as const;
  await callApi(`${at(access)}/message`, z.null(), call);
}

/** Errors beside the usual ones: `not_found` and `meeting_ended` when the room has closed. */
export function enterBreakout(access: Access, roomId: string): Promise<Joined> {
  const path = `${at(access)}/${encodeURIComponent(roomId)}/join`;
  return callApi(path, joinedSchema, { method: 'POST', token: access.apiToken, body: {} });
}
