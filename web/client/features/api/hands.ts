import { z } from 'zod/mini';
import { type Hands, handsSchema, type Reaction } from '../../../../lib/hand-messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Access) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** Whose hands are up, in order. */
export function fetchHands(access: Access, signal?: AbortSignal): Promise<Hands> {
  return callApi(`${at(access)}/hands`, handsSchema, { token: access.apiToken, signal });
}

export function raiseHand(access: Access, raised: boolean): Promise<Hands> {
  const call = { method: 'POST', token: access.apiToken, body: { raised } } as const;
  return callApi(`${at(access)}/hand`, handsSchema, call);
}

/** Lowers the hand of one person, or everyone's; only for those who moderate. */
export function lowerHands(access: Access, personId?: string): Promise<Hands> {
  const body = personId === undefined ? {} : { personId };
  return callApi(`${at(access)}/hands/lower`, handsSchema, { method: 'POST', token: access.apiToken, body });
}

export async function sendReaction(access: Access, reaction: Reaction): Promise<void> {
  const call = { method: 'POST', token: access.apiToken, body: { reaction } } as const;
  await callApi(`${at(access)}/reactions`, z.null(), call);
}
