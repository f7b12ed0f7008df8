import { describe, expect, it } from 'vitest';
import { formatSearchCursor, meetingsFrom, parseSearchCursor, type SearchCursor } from './search-cursor.ts';

const idOf = (last: string) => `mtg_01M7XYGPYGD2C9D56K20X0F8H${last}` as const;
const cursor: SearchCursor = { meetingId: idOf('7'), atMs: 1_772_528_400_123, seen: 12, matched: 'any' };

describe(parseSearchCursor, () => {
  it('reads what was written', () => {
    expect(parseSearchCursor(formatSearchCursor({ ...cursor, atMs: cursor.atMs + 0.4 }))).toEqual(cursor);
  });

  it('refuses what is no cursor', () => {
    const id = idOf('7');
    for (const text of [
      'x',
      'mtg_1.1.2.all',
      `${id}.1.-1.all`,
      `${id}.1.1e3.all`,
      `${id}.-1.1.all`,
      `${id}.1.1`,
    ])
      expect(() => parseSearchCursor(text)).toThrow('place in a list');
    expect(() => parseSearchCursor(`${id}.1.1.some`)).toThrow('place in a list');
  });
});

describe(meetingsFrom, () => {
  const { atMs } = cursor;
  const newer = { id: idOf('1'), atMs: atMs + 5 };
  const own = { id: cursor.meetingId, atMs: atMs + 0.9 };
  const sameTime = { id: idOf('3'), atMs: atMs + 0.5 };
  const older = { id: idOf('9'), atMs: atMs - 5 };

  it('goes on in the meeting of the cursor', () => {
    expect(meetingsFrom([newer, own, older], cursor)).toEqual({ meetings: [own, older], seen: 12 });
  });

  it('goes on behind it where it is gone, with all of the next one', () => {
    expect(meetingsFrom([newer, sameTime, older], cursor)).toEqual({ meetings: [sameTime, older], seen: 0 });
    expect(meetingsFrom([{ ...sameTime, id: idOf('9') }, older], cursor).meetings).toEqual([older]);
    expect(meetingsFrom([newer], cursor)).toEqual({ meetings: [], seen: 0 });
  });
});
