/**
 * Links in mails that need no account: they carry what they are for, signed. Whoever has one can do that and nothing
 * else: unsubscribe this address, or read this meeting as this person until a day.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { idSchema } from './id-schema.ts';
import type { MeetingId, ParticipantId } from './ids.ts';

export interface MailLinks {
  /** The page, and the address that a mailbox posts to by itself (RFC 8058). */
  unsubscribe(address: string): { pageUrl: string; postUrl: string };
  /** The address of a token, or null when it is none of ours. */
  readUnsubscribe(token: string): string | null;
  readMeeting(reader: Reader): string;
  /** Who may read what by a token; null when it is none of ours, or its day is over. */
  readReader(token: string, nowMs: number): Reader | null;
}

export interface Reader {
  meetingId: MeetingId;
  participantId: ParticipantId;
  /** Unix milliseconds. */
  untilMs: number;
}

/** `secret` is `PARLEY_SECRET`; `site` the origin of the pages. */
export function createMailLinks(secret: string, site: string): MailLinks {
  const sign = (purpose: string, text: string): string => {
    const mac = createHmac('sha256', secret).update(`parley:${purpose}:${text}`).digest();
    return `${Buffer.from(text).toString('base64url')}.${mac.subarray(0, 16).toString('base64url')}`;
  };
  const verify = (purpose: string, token: string): string | null => {
    const text = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
    const [ours, theirs] = [Buffer.from(sign(purpose, text)), Buffer.from(token)];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? text : null;
  };
  return {
    unsubscribe(address) {
      const token = sign('unsubscribe', address.toLowerCase());
      return { pageUrl: `${site}/unsubscribe#${token}`, postUrl: `${site}/api/unsubscribe/${token}` };
    },
    readUnsubscribe: (token) => verify('unsubscribe', token),
    readMeeting: ({ meetingId, participantId, untilMs }) =>
      `${site}/read#${sign('read', [meetingId, participantId, untilMs].join(' '))}`,
    readReader(token, nowMs) {
      const [meetingId, participantId, until] = verify('read', token)?.split(' ') ?? [];
      const meeting = idSchema('mtg').safeParse(meetingId);
      const participant = idSchema('par').safeParse(participantId);
      const untilMs = Number(until);
      if (!meeting.success || !participant.success || !(untilMs > nowMs)) return null;
      return { meetingId: meeting.data, participantId: participant.data, untilMs };
    },
  };
}
