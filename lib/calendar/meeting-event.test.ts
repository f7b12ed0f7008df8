import { describe, expect, it } from 'vitest';
import { formatMeetingEvent, type MeetingEvent } from './meeting-event.ts';

const event: MeetingEvent = {
  method: 'REQUEST',
  uid: 'mtg_1@parley',
  sequence: 2,
  title: 'Ünïcode; commas, and\nlines '.repeat(6).trim(),
  times: [{ kind: 'single', start: new Date('2026-03-01T14:00:00Z') }],
  durationMinutes: 30,
  timeZone: 'America/New_York',
  url: 'https://parley.test/i/secret',
  organizer: { name: 'Ana "Q", R', email: 'ana@parley.test' },
  attendee: 'ben@parley.test',
  now: new Date('2026-02-01T10:00:00Z'),
};

const series = {
  kind: 'series' as const,
  start: new Date('2026-03-01T14:00:00Z'),
  rule: 'FREQ=WEEKLY;COUNT=3',
  excluded: [],
};

/** Content lines of RFC 5545, unfolded. */
function linesOf(change: Partial<MeetingEvent> = {}): string[] {
  const text = formatMeetingEvent({ ...event, ...change });
  return text.replace(/\r\n[ \t]/g, '').split('\r\n');
}

describe(formatMeetingEvent, () => {
  it('is one calendar with the zone and the event, in balanced components', () => {
    const lines = linesOf();
    const open: string[] = [];
    for (const line of lines) {
      if (line.startsWith('BEGIN:')) open.push(line.slice(6));
      if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4));
    }
    expect(open).toEqual([]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => /^TZID:America\/New_York$/.test(line))).toHaveLength(1);
  });

  it('gives local times of the zone and a stamp in UTC', () => {
    const lines = linesOf();
    expect(lines).toContain('DTSTART;TZID=America/New_York:20260301T090000');
    expect(lines).toContain('DTEND;TZID=America/New_York:20260301T093000');
    expect(lines).toContain('DTSTAMP:20260201T100000Z');
  });

  it('escapes text, folds long lines, and lets no line break begin a property', () => {
    const summary = linesOf().filter((line) => line.startsWith('SUMMARY:'));
    expect(summary).toEqual([`SUMMARY:${'Ünïcode\\; commas\\, and\\nlines '.repeat(6).trim()}`]);
    for (const line of formatMeetingEvent(event).split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThan(100);
    const injected = linesOf({ title: 'x\r\nATTENDEE:mailto:eve@parley.test' });
    expect(injected.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  });

  it('names the clock changes around a series', () => {
    const lines = linesOf({ times: [series] });
    const change = lines.indexOf('DTSTART:20260308T020000');
    expect(lines.slice(change - 1, change + 3)).toEqual([
      'BEGIN:DAYLIGHT',
      'DTSTART:20260308T020000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
    ]);
    expect(lines).toContain('RRULE:FREQ=WEEKLY;COUNT=3');
  });

  it('writes a zone without clock changes too', () => {
    const lines = linesOf({ timeZone: 'Asia/Kolkata' });
    expect(lines).toContain('TZOFFSETTO:+0530');
    expect(lines).toContain('DTSTART;TZID=Asia/Kolkata:20260301T193000');
  });

  it('leaves cancelled occurrences out of a series and adds moved ones, at local times over a clock change', () => {
    const excluded = [new Date('2026-03-08T13:00:00Z')];
    const moved = {
      kind: 'occurrence' as const,
      start: new Date('2026-03-16T18:00:00Z'),
      occurrenceAt: new Date('2026-03-15T13:00:00Z'),
    };
    const lines = linesOf({ times: [{ ...series, excluded }, moved] });
    expect(lines).toContain('EXDATE;TZID=America/New_York:20260308T090000');
    expect(lines.filter((line) => /^(DTSTART;|RECURRENCE-ID|RRULE|DTSTAMP)/.test(line))).toEqual([
      'DTSTAMP:20260201T100000Z',
      'DTSTART;TZID=America/New_York:20260301T090000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'DTSTAMP:20260201T100000Z',
      'DTSTART;TZID=America/New_York:20260316T140000',
      'RECURRENCE-ID;TZID=America/New_York:20260315T090000',
    ]);
    expect(lines.filter((line) => line === `UID:${event.uid}`)).toHaveLength(2);
  });

  it('cancels', () => {
    const lines = linesOf({ method: 'CANCEL' });
    expect(lines).toContain('METHOD:CANCEL');
    expect(lines).toContain('STATUS:CANCELLED');
  });
});
