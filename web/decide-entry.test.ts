import { describe, expect, it } from 'vitest';
import { decideEntry, type EntryQuestion } from './decide-entry.ts';

const nowMs = Date.parse('2027-03-01T10:00:00Z');

function ask(
  change: Partial<Omit<EntryQuestion, 'meeting'>> = {},
  meeting: Partial<EntryQuestion['meeting']> = {},
) {
  return decideEntry({
    meeting: {
      status: 'live',
      scheduledAt: null,
      locked: false,
      waitingRoom: false,
      passwordHash: null,
      maxPeople: null,
      ...meeting,
    },
    role: 'guest',
    admission: null,
    invited: false,
    passwordGiven: false,
    seatsTaken: 0,
    nowMs,
    ...change,
  });
}
const closed = { locked: true, waitingRoom: true, passwordHash: 'x', maxPeople: 1 };

describe(decideEntry, () => {
  it('lets anyone with the link into a meeting without rules', () => {
    expect(ask()).toBe('open');
  });

  it('lets those who host in, whatever the rules', () => {
    expect(ask({ role: 'host', seatsTaken: 9 }, closed)).toBe('open');
    expect(ask({ role: 'cohost', seatsTaken: 9 }, closed)).toBe('open');
  });

  it('keeps removed and declined people out, also with password, invitation or a free seat', () => {
    for (const admission of ['removed', 'declined'] as const) {
      expect(ask({ admission, passwordGiven: true, invited: true })).toBe(admission);
    }
  });

  it('lets those who were in come back through lock, password and waiting room, but not over the limit', () => {
    expect(ask({ admission: 'admitted' }, { ...closed, maxPeople: null })).toBe('open');
    expect(ask({ admission: 'admitted', seatsTaken: 1 }, closed)).toBe('full');
  });

  it('asks for lock, password, seats and the waiting room in this order', () => {
    expect(ask({ seatsTaken: 1 }, closed)).toBe('locked');
    expect(ask({ seatsTaken: 1 }, { ...closed, locked: false })).toBe('password');
    expect(ask({ seatsTaken: 1, passwordGiven: true }, { ...closed, locked: false })).toBe('full');
    expect(ask({ passwordGiven: true }, { ...closed, locked: false })).toBe('waiting_room');
  });

  it('spares the invited password and waiting room, not the lock', () => {
    expect(ask({ invited: true }, { ...closed, locked: false })).toBe('open');
    expect(ask({ invited: true }, closed)).toBe('locked');
  });

  it('keeps those who wait waiting, without a second password', () => {
    expect(ask({ admission: 'waiting' }, closed)).toBe('waiting_room');
  });

  it('opens a planned meeting a quarter of an hour early, for hosts at any time', () => {
    const inHalfAnHour = { status: 'scheduled' as const, scheduledAt: new Date(nowMs + 30 * 60_000) };
    expect(ask({}, inHalfAnHour)).toBe('not_started');
    expect(ask({ role: 'host' }, inHalfAnHour)).toBe('open');
    expect(ask({}, { ...inHalfAnHour, status: 'live' })).toBe('open');
    expect(ask({}, { ...inHalfAnHour, scheduledAt: new Date(nowMs + 15 * 60_000) })).toBe('open');
  });
});
