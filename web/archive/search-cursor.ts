/** Where a page of search ends: after so many entries of that meeting. */
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import type { MeetingId } from '../../lib/ids.ts';

export interface SearchCursor {
  meetingId: MeetingId;
  seen: number;
  matched: 'all' | 'any';
}

export const formatSearchCursor = ({ meetingId, seen, matched }: SearchCursor): string =>
  `${meetingId}.${seen}.${matched}`;

/** Throws `bad_request` when the text is no cursor. */
export function parseSearchCursor(text: string): SearchCursor {
  const [id, seen = '', matched] = text.split('.');
  const meetingId = idSchema('mtg').safeParse(id);
  if (!meetingId.success || !/^\d{1,6}$/.test(seen) || (matched !== 'all' && matched !== 'any'))
    throw new ParleyError('bad_request', 'after: is not a place in a list of hits');
  return { meetingId: meetingId.data, seen: Number(seen), matched };
}
