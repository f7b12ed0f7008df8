import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarTask, formatTaskCalendar } from './task-calendar.ts';

const task: CalendarTask = {
  id: 'tsk_01JD0000000000000000000000',
  text: 'Send the figures; all, of them',
  owner: 'Ben',
  due: '2026-03-29',
  meetingTitle: 'Launch "plan"',
  url: 'https://parley.test/meetings/mtg_1',
};

function read(tasks: readonly CalendarTask[]) {
  const text = formatTaskCalendar({ tasks, now: new Date('2026-03-01T23:30:00Z') });
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { text, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

describe(formatTaskCalendar, () => {
  it('puts each task on its day, whole and free, as another program reads it', () => {
    const { events, text } = read([task, { ...task, id: 'tsk_2', owner: null }]);
    const [event, other] = events;
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2026-03-29');
    expect(event?.endDate.toString()).toBe('2026-03-30');
    expect(event?.uid).toBe('tsk_01JD0000000000000000000000@parley');
    expect(event?.summary).toBe('Ben: Send the figures; all, of them');
    expect(event?.description).toBe(`From "Launch "plan""\n${task.url}`);
    expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(other?.summary).toBe('Send the figures; all, of them');
    expect(text).toContain('DTSTAMP:20260301T233000Z');
    expect(text).not.toContain('VTODO');
  });

  it('lets no task begin a property of its own', () => {
    const { events } = read([{ ...task, text: 'x\r\nATTENDEE:mailto:eve@parley.test' }]);
    expect(events[0]?.attendees).toEqual([]);
  });

  it('is a calendar without tasks, too', () => {
    expect(read([]).events).toEqual([]);
  });
});
