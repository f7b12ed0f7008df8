import {
  type EditPersona,
  type MeetingPersona,
  meetingPersonaSchema,
  type PersonaDetail,
  type PersonaView,
  personaAnswerSchema,
  personaDetailSchema,
  personaListSchema,
  type WritePersona,
} from '../../../../lib/persona-messages.ts';
import { callApi } from './call-api.ts';

const at = (id: string) => `/api/personas/${encodeURIComponent(id)}`;
const ofMeeting = (meetingId: string) => `/api/meetings/${encodeURIComponent(meetingId)}/persona`;

/** All that may be chosen; without an account those that come with Parley. */
export async function listPersonas(archived: boolean, signal?: AbortSignal): Promise<PersonaView[]> {
  const query = archived ? '?archived=1' : '';
  return (await callApi(`/api/personas${query}`, personaListSchema, { signal })).personas;
}

/** Errors: `not_found`, `unauthorized`. */
export function getPersona(id: string, signal?: AbortSignal): Promise<PersonaDetail> {
  return callApi(at(id), personaDetailSchema, { signal });
}

export async function createPersona(body: WritePersona): Promise<PersonaView> {
  return (await callApi('/api/personas', personaAnswerSchema, { method: 'POST', body })).persona;
}

/** Saves a new version. Error `conflict`: somebody else did so first. */
export async function savePersona(id: string, body: EditPersona): Promise<PersonaView> {
  return (await callApi(`${at(id)}/versions`, personaAnswerSchema, { method: 'POST', body })).persona;
}

export async function actOnPersona(
  id: string,
  action: 'duplicate' | 'archive' | 'restore',
): Promise<PersonaView> {
  return (await callApi(`${at(id)}/${action}`, personaAnswerSchema, { method: 'POST' })).persona;
}

export function getMeetingPersona(
  meetingId: string,
  token: string,
  signal?: AbortSignal,
): Promise<MeetingPersona> {
  return callApi(ofMeeting(meetingId), meetingPersonaSchema, { token, signal });
}

/** Changes the AI participant of a meeting, also while it runs. Only those who moderate it may. */
export function chooseMeetingPersona(
  meetingId: string,
  token: string,
  personaId: string,
): Promise<MeetingPersona> {
  return callApi(ofMeeting(meetingId), meetingPersonaSchema, { method: 'POST', token, body: { personaId } });
}
