/** The cookie by which a browser is known as a person of one meeting. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Meeting } from '../db/queries/meetings.ts';
import { findParticipant, type Participant } from '../db/queries/participants.ts';
import type { MeetingId } from '../lib/ids.ts';
import { isSecureSite } from '../lib/site.ts';
import type { WebContext } from './context.ts';

const yearSeconds = 365 * 24 * 3600;

/**
 * Remembers something of this meeting for a year. For the meeting's addresses only: all cookies of a busy year
 * would be more than a request may hold. `byId`: also for its page, which goes by the id and not by the code.
 */
export function rememberHere(
  { config }: WebContext,
  c: Context,
  meeting: Pick<Meeting, 'id' | 'code'>,
  { name, value, byId = false }: { name: string; value: string; byId?: boolean },
): void {
  for (const place of byId ? [meeting.code, meeting.id] : [meeting.code]) {
    setCookie(c, name, value, {
      httpOnly: true,
      secure: isSecureSite(config),
      sameSite: 'Lax',
      path: `/api/meetings/${place}`,
      maxAge: yearSeconds,
    });
  }
}

export const personCookie = (meetingId: MeetingId) => `parley_person_${meetingId}`;

/** Who this browser was in the meeting, or null. Says nothing of what they may do now. */
export async function rememberedPerson(
  { tokens, database }: WebContext,
  c: Context,
  meetingId: MeetingId,
): Promise<Participant | null> {
  const token = getCookie(c, personCookie(meetingId));
  const claims = token ? await tokens.verifyPerson(token).catch(() => null) : null;
  if (claims?.meetingId !== meetingId) return null;
  return findParticipant(database.db, meetingId, claims.participantId);
}
