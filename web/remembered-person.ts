/** The cookie by which a browser is known as a person of one meeting. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Meeting } from '../db/queries/meetings.ts';
import { findParticipant, type Participant } from '../db/queries/participants.ts';
import type { MeetingId } from '../lib/ids.ts';
import type { Reader } from '../lib/mail-links.ts';
import { isSecureSite } from '../lib/site.ts';
import type { WebContext } from './context.ts';
import type { User } from './session.ts';

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

/** Who this browser was in the meeting, where they are in it still and nobody else has signed in here since; or null. */
export async function rememberedMember(
  context: WebContext,
  c: Context,
  { meetingId, user }: { meetingId: MeetingId; user: Pick<User, 'id'> | null },
): Promise<Participant | null> {
  const person = await rememberedPerson(context, c, meetingId);
  const isTheirs = person?.userId === null || person?.userId === user?.id;
  return person?.admission === 'admitted' && isTheirs ? person : null;
}

const readerCookie = (meetingId: MeetingId) => `parley_reader_${meetingId}`;

/** Remembers that this browser opened a link that lets it read the meeting. */
export function rememberReader(
  { config }: WebContext,
  c: Context,
  { meetingId, untilMs }: Reader,
  token: string,
): void {
  setCookie(c, readerCookie(meetingId), token, {
    httpOnly: true,
    secure: isSecureSite(config),
    sameSite: 'Lax',
    path: `/api/meetings/${meetingId}`,
    maxAge: Math.max(0, Math.floor((untilMs - Date.now()) / 1_000)),
  });
}

/** As whom this browser may read the meeting, or null. */
export async function rememberedReader(
  { mailLinks, database }: WebContext,
  c: Context,
  meetingId: MeetingId,
): Promise<Participant | null> {
  const token = getCookie(c, readerCookie(meetingId));
  const reader = token ? mailLinks.readReader(token, Date.now()) : null;
  if (reader?.meetingId !== meetingId) return null;
  return findParticipant(database.db, meetingId, reader.participantId);
}
