import { z } from 'zod/mini';
import {
  type ChangeSettings,
  type MeetingSettings,
  meetingSettingsSchema,
  type People,
  peopleSchema,
} from '../../../../lib/host-messages.ts';
import { callApi } from './call-api.ts';

/** Which meeting, and as whom. */
export interface Access {
  meetingId: string;
  apiToken: string;
}

/** What can be done to one person; the server checks who may. */
export type PersonAction =
  | { action: 'admit' | 'decline' | 'remove' | 'mute' }
  | { action: 'silence'; body: { silenced: boolean } }
  | { action: 'pen'; body: { pen: boolean } }
  | { action: 'role'; body: { role: 'cohost' | 'participant' } };

const at = ({ meetingId }: Access) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** Everyone and the meeting's rules; only for those who moderate. */
export function getPeople(access: Access, signal?: AbortSignal): Promise<People> {
  return callApi(`${at(access)}/people`, peopleSchema, { token: access.apiToken, signal });
}

export async function actOnPerson(access: Access, personId: string, act: PersonAction): Promise<void> {
  const path = `${at(access)}/people/${encodeURIComponent(personId)}/${act.action}`;
  const body = 'body' in act ? act.body : {};
  await callApi(path, z.null(), { method: 'POST', token: access.apiToken, body });
}

export async function admitEveryone(access: Access): Promise<void> {
  await callApi(`${at(access)}/people/admit-all`, z.null(), { method: 'POST', token: access.apiToken });
}

export function changeSettings(access: Access, body: ChangeSettings): Promise<MeetingSettings> {
  return callApi(`${at(access)}/settings`, meetingSettingsSchema, {
    method: 'POST',
    token: access.apiToken,
    body,
  });
}
