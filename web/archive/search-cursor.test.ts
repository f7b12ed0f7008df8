import { describe, expect, it } from 'vitest';
import { formatSearchCursor, parseSearchCursor } from './search-cursor.ts';

describe(parseSearchCursor, () => {
  it('reads what was written', () => {
    const cursor = { meetingId: 'mtg_01M7XYGPYGD2C9D56K20X0F8H7', seen: 12, matched: 'any' } as const;
    expect(parseSearchCursor(formatSearchCursor(cursor))).toEqual(cursor);
  });

  it('refuses what is no cursor', () => {
    const id = 'mtg_01M7XYGPYGD2C9D56K20X0F8H7';
    for (const text of ['x', 'mtg_1.2.all', `${id}.-1.all`, `${id}.1e3.all`, `${id}.1.some`, `${id}.1`])
      expect(() => parseSearchCursor(text)).toThrow('place in a list');
  });
});
