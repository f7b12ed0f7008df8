import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { MeetingView } from '../../lib/messages.ts';
import { calendarAddressSchema } from '../../lib/planning.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function plan(cookie: string, title: string, over: object = {}, invite: string[] = []) {
  const { status, body } = await web.request('POST', '/api/meetings', {
    headers: { cookie },
    body: {
      title,
      plan: { date: day(7), time: '10:00', timeZone: 'Europe/Berlin', durationMinutes: 45, ...over },
      invite,
    },
  });
  expect(status).toBe(201);
  return (body as { meeting: MeetingView }).meeting;
}

async function addressOf(cookie: string, method: 'GET' | 'POST' = 'GET') {
  const path = method === 'GET' ? '/api/calendar' : '/api/calendar/renew';
  const { body } = await web.request(method, path, { headers: { cookie } });
  return new URL(calendarAddressSchema.parse(body).url);
}

async function readFeed(address: URL) {
  const answer = await web.fetch(address.pathname);
  const text = await answer.text();
  if (answer.status !== 200) return { answer, events: null, calendar: null };
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { answer, events, calendar };
}

describe('the calendar of an account', () => {
  it('has what the person planned or is invited to, and nothing else', async () => {
    const ana = await web.signIn('ana@example.test');
    const ben = await web.signIn('ben@example.test');
    const mine = await plan(ben.cookie, 'Planned by Ben; "quoted", and\nlong '.repeat(3));
    const invited = await plan(ana.cookie, 'Ana invites', { timeZone: 'America/New_York' }, [
      'ben@example.test',
    ]);
    const off = await plan(ana.cookie, 'Called off', {}, ['ben@example.test']);
    await web.request('POST', `/api/meetings/${off.id}/cancel`, { headers: { cookie: ana.cookie } });
    await plan(ana.cookie, 'Of Ana alone');

    const { answer, events, calendar } = await readFeed(await addressOf(ben.cookie));
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('private');
    expect(calendar?.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar?.getAllSubcomponents('vtimezone')).toHaveLength(2);
    expect(events?.map(({ uid }) => uid).sort()).toEqual(
      [`${mine.id}@parley`, `${invited.id}@parley`].sort(),
    );
    const entry = events?.find(({ uid }) => uid === `${invited.id}@parley`);
    const [row] = await database.sql`select scheduled_at from meetings where id = ${invited.id}`;
    expect(entry?.startDate.toJSDate()).toEqual(new Date(row?.scheduled_at));
    expect(entry?.duration.toSeconds()).toBe(2_700);
    expect(entry?.organizer).toBe('mailto:ana@example.test');
    expect(entry?.location).toBe(`http://parley.test/m/${invited.code}`);
  });

  it('has one entry for a series, with its rule', async () => {
    const ana = await web.signIn('series@example.test');
    const recurrence = { frequency: 'weekly', interval: 1, end: { type: 'count', count: 4 } };
    const meeting = await plan(ana.cookie, 'Weekly', { recurrence });
    await web.request('POST', `/api/meetings/${meeting.id}/occurrence/cancel`, {
      headers: { cookie: ana.cookie },
    });
    const { events } = await readFeed(await addressOf(ana.cookie));
    expect(events).toHaveLength(1);
    const iterator = events?.[0]?.iterator();
    const starts: number[] = [];
    for (let next = iterator?.next(); next; next = iterator?.next()) starts.push(next.toUnixTime());
    // The first of the four was called off alone.
    expect(starts).toHaveLength(3);
  });

  it('opens by its newest address only', async () => {
    const ana = await web.signIn('renews@example.test');
    const other = await web.signIn('other@example.test');
    const before = await addressOf(ana.cookie);
    expect(await addressOf(ana.cookie)).toEqual(before);
    expect((await readFeed(before)).answer.status).toBe(200);
    const after = await addressOf(ana.cookie, 'POST');
    expect(after).not.toEqual(before);
    expect((await readFeed(before)).answer.status).toBe(404);
    expect((await readFeed(after)).answer.status).toBe(200);
    const forged = new URL(after.href.replace(ana.user.id.slice(4), other.user.id.slice(4)));
    expect((await readFeed(forged)).answer.status).toBe(404);
    expect((await web.request('GET', '/api/calendar')).status).toBe(401);
  });
});
