import { z } from 'zod/mini';
import { type ScreenHolder, screenHolderSchema, type TakeScreen } from '../../../../lib/screen-messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

const at = ({ meetingId }: Access) => `/api/meetings/${encodeURIComponent(meetingId)}/screen`;

/** Asks for the one shared screen; the answer says who has it. */
export function takeScreen(access: Access, body: TakeScreen): Promise<ScreenHolder> {
  return callApi(at(access), screenHolderSchema, { method: 'POST', token: access.apiToken, body });
}

/** Stops one's own share; for hosts also that of somebody else. */
export async function stopScreen(access: Access): Promise<void> {
  await callApi(`${at(access)}/stop`, z.null(), { method: 'POST', token: access.apiToken });
}
