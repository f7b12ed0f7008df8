/** Where a page of search ends: after so many entries of that meeting. */
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import type { MeetingId } from '../../lib/ids.ts';

export interface SearchCursor {
  meetingId: MeetingId;
  /** The meeting's own, in whole Unix milliseconds: its place stays when it is deleted. */
  atMs: number;
  seen: number;
  matched: 'all' | 'any';
}

export const formatSearchCursor = ({ meetingId, atMs, seen, matched }: SearchCursor): string =>
  `${meetingId}.${Math.floor(atMs)}.${seen}.${matched}`;

/** Throws `bad_request` when the text is no cursor. */
export function parseSearchCursor(text: string): SearchCursor {
  const [id, atMs = '', seen = '', matched] = text.split('.');
  const meetingId = idSchema('mtg').safeParse(id);
  const isPlace = /^\d{1,15}$/.test(atMs) && /^\d{1,6}$/.test(seen);
  if (!meetingId.success || !isPlace || (matched !== 'all' && matched !== 'any'))
    throw new ParleyError('bad_request', 'after: is not a place in a list of hits');
  return { meetingId: meetingId.data, atMs: Number(atMs), seen: Number(seen), matched };
}

/**
 * What is left of the meetings, the newest first, from the cursor's on, and how many of its entries were shown. Where it
 * is gone, or not theirs to see any more, the next one is whole.
 */
export function meetingsFrom<M extends Pick<SearchCursor, 'atMs'> & { id: MeetingId }>(
  meetings: readonly M[],
  { meetingId, atMs, seen }: SearchCursor,
): { meetings: readonly M[]; seen: number } {
  const place = meetings.findIndex(({ id }) => id === meetingId);
  if (place >= 0) return { meetings: meetings.slice(place), seen };
  const isBehind = (meeting: M) => {
    const ms = Math.floor(meeting.atMs);
    return ms < atMs || (ms === atMs && meeting.id < meetingId);
  };
  return { meetings: meetings.filter(isBehind), seen: 0 };
}
