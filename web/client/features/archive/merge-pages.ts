import type { FoundMeeting, SearchAnswer } from '../../../../lib/archive-messages.ts';

/** All pages as one list: a meeting that goes on on the next page is there once. */
export function mergePages(pages: readonly SearchAnswer[]): FoundMeeting[] {
  const merged = new Map<string, FoundMeeting>();
  for (const meeting of pages.flatMap((page) => page.meetings)) {
    const known = merged.get(meeting.id);
    merged.set(meeting.id, known ? { ...known, hits: [...known.hits, ...meeting.hits] } : meeting);
  }
  return [...merged.values()];
}
