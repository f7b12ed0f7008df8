import { describe, expect, it } from 'vitest';
import { feedFile, isFeedOf, userOfFeed } from './feed-address.ts';

const secret = 'a'.repeat(32);
const ana = { id: 'usr_01JD0000000000000000000000', calendarVersion: 0 };

describe(feedFile, () => {
  it('names its user, and is good for that user and version only', () => {
    const file = feedFile(secret, ana);
    expect(userOfFeed(file)).toBe(ana.id);
    expect(isFeedOf(secret, file, ana)).toBe(true);
    expect(isFeedOf(secret, file, { ...ana, calendarVersion: 1 })).toBe(false);
    expect(isFeedOf('b'.repeat(32), file, ana)).toBe(false);
    const ben = { id: 'usr_01JD0000000000000000000001', calendarVersion: 0 };
    expect(isFeedOf(secret, file.replace(ana.id.slice(4), ben.id.slice(4)), ben)).toBe(false);
  });
});

describe(userOfFeed, () => {
  it.each([
    '',
    'x.ics',
    '01JD0000000000000000000000.ics',
    '../../etc/passwd',
    '01JD0000000000000000000000-short.ics',
  ])('knows nobody behind %j', (file) => expect(userOfFeed(file)).toBeNull());
});
