import { beforeAll, describe, expect, it } from 'vitest';
import { endMeeting } from '../../db/queries/meetings.ts';
import { closeMissedOccurrences } from '../../db/queries/occurrences.ts';
import type { Joined, MeetingView } from '../../lib/messages.ts';
import type { InvitationView, MeetingDetails, MeetingList } from '../../lib/planning.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;
let ana: { user: { id: string; email: string }; cookie: string };
beforeAll(async () => {
  ana = await web.signIn('ana@example.test');
});

const year = new Date().getUTCFullYear() + 1;
const plan = { date: `${year}-06-10`, time: '09:30', timeZone: 'Europe/Berlin', durationMinutes: 30 };
const codeOf = (body: unknown) => (body as { error: { code: string } }).error.code;
const as = (cookie: string) => ({ headers: { cookie } });

async function planned(body: object = {}): Promise<MeetingView> {
  const answer = await web.request('POST', '/api/meetings', {
    body: { title: 'Launch', plan, ...body },
    ...as(ana.cookie),
  });
  expect(answer.status).toBe(201);
  return (answer.body as { meeting: MeetingView }).meeting;
}

async function details(id: string, cookie = ana.cookie): Promise<MeetingDetails> {
  return (await web.request('GET', `/api/meetings/${id}/details`, as(cookie))).body as MeetingDetails;
}

async function list(cookie: string, query = ''): Promise<MeetingList> {
  return (await web.request('GET', `/api/meetings?${query}`, as(cookie))).body as MeetingList;
}

async function invite(id: string, body: object): Promise<InvitationView[]> {
  const answer = await web.request('POST', `/api/meetings/${id}/invitations`, { body, ...as(ana.cookie) });
  return (answer.body as { invitations: InvitationView[] }).invitations;
}

async function open(url: string | null, cookie = '') {
  const token = url?.split('/').at(-1);
  return web.request('POST', '/api/invitations/accept', { body: { token }, ...as(cookie) });
}

const mailsTo = (recipient: string) =>
  database.sql`select subject, text, attachments from mails where recipient = ${recipient} order by id`;

/** Lines of a calendar object, unfolded. */
const calendarOf = (mail: { attachments: { content: string }[] } | undefined) =>
  (mail?.attachments[0]?.content ?? '').replace(/\r\n[ \t]/g, '').split('\r\n');

/** Lets a meeting's planned time come. */
const moveTo = (id: string, minutesFromNow: number) =>
  database.sql`update meetings set scheduled_at = now() + ${minutesFromNow} * interval '1 minute' where id = ${id}`;

describe('planning a meeting', () => {
  it('keeps the wall clock of its zone', async () => {
    const { id } = await planned();
    expect((await details(id)).meeting).toMatchObject({
      phase: 'upcoming',
      scheduledAtMs: Date.parse(`${year}-06-10T07:30:00Z`),
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      mayEdit: true,
      isMine: true,
    });
  });

  it('takes an account', async () => {
    const answer = await web.request('POST', '/api/meetings', { body: { plan } });
    expect([answer.status, codeOf(answer.body)]).toEqual([401, 'unauthorized']);
  });

  it('refuses an hour that a clock change skips, and asks which of two it is', async () => {
    const ask = async (change: object) => {
      const answer = await web.request('POST', '/api/meetings', {
        body: { plan: { ...plan, ...change } },
        ...as(ana.cookie),
      });
      return answer.status === 201 ? 'planned' : [answer.status, codeOf(answer.body)];
    };
    const skipped = { timeZone: 'America/New_York', date: '2027-03-14', time: '02:30' };
    const twice = { timeZone: 'America/New_York', date: '2027-11-07', time: '01:30' };
    expect(await ask(skipped)).toEqual([422, 'time_skipped']);
    expect(await ask(twice)).toEqual([422, 'time_twice']);
    expect(await ask({ ...twice, fold: 'later' })).toBe('planned');
    expect(await ask({ date: '2020-01-01' })).toEqual([400, 'bad_request']);
    expect(await ask({ date: '2027-02-30' })).toEqual([400, 'bad_request']);
    expect(await ask({ timeZone: 'Mars/Olympus' })).toEqual([400, 'bad_request']);
  });
});

describe('the summary of a planned meeting', () => {
  it('is of the kind that its host chooses, and goes to whom its host chooses', async () => {
    const { id } = await planned({ summary: { template: 'standUp' } });
    expect((await details(id)).meeting.summary).toEqual({
      template: 'standUp',
      instructions: '',
      mail: 'all',
    });
    const summary = { template: 'own', instructions: 'Only\0 figures.', mail: 'none' };
    await web.request('PATCH', `/api/meetings/${id}`, { body: { summary }, ...as(ana.cookie) });
    await web.request('PATCH', `/api/meetings/${id}`, { body: { waitingRoom: true }, ...as(ana.cookie) });
    expect((await details(id)).meeting.summary).toEqual({ ...summary, instructions: 'Only figures.' });
  });
});

describe('finding meetings', () => {
  it('needs an account, and shows strangers nothing', async () => {
    const eve = await web.signIn('eve@example.test');
    const { id } = await planned({ title: 'Secret plan' });
    expect((await web.request('GET', '/api/meetings')).status).toBe(401);
    expect((await list(eve.cookie)).meetings).toEqual([]);
    expect((await web.request('GET', `/api/meetings/${id}/details`, as(eve.cookie))).status).toBe(404);
    expect((await web.request('GET', `/api/meetings/${id}/transcript`, as(eve.cookie))).status).toBe(404);
    expect((await web.request('GET', `/api/meetings/${id}/transcript`, as(ana.cookie))).status).toBe(200);
    expect((await web.request('GET', '/api/meetings/counts', as(eve.cookie))).body).toMatchObject({ all: 0 });
    const found = await list(ana.cookie, 'search=secret&times=upcoming');
    expect(found.meetings.map((meeting) => meeting.title)).toEqual(['Secret plan']);
  });

  it('refuses forged places in the list and unknown filters', async () => {
    for (const query of [
      'after=nonsense',
      `after=${btoa("2026-01-01T00:00:00.000000Z ';drop")}`,
      'times=x',
    ]) {
      expect((await web.request('GET', `/api/meetings?${query}`, as(ana.cookie))).status).toBe(400);
    }
  });

  it('shows the people who were there, with their times', async () => {
    const { id, code } = await planned();
    const ben = await web.signIn('ben@example.test');
    await moveTo(id, 5);
    const joined = await web.join(code, 'Ben', { cookie: ben.cookie });
    await database.sql`insert into presence_intervals (id, meeting_id, participant_id, participant_sid, joined_at, left_at)
      values ('pre_1', ${id}, ${joined.participantId}, 'PA_1', now() - interval '10 minutes', now())`;
    const { meeting, people } = await details(id, ben.cookie);
    expect(meeting).toMatchObject({ phase: 'live', mayEdit: false, isMine: false, ownerName: 'ana' });
    expect(people).toMatchObject([
      { name: 'Ben', role: 'participant', presentMs: 600_000, presentNow: false },
    ]);
    expect((await list(ben.cookie, 'origin=invited')).meetings.map((each) => each.id)).toEqual([id]);
  });
});

describe('changing a meeting', () => {
  it('is for its host, until it begins', async () => {
    const { id, code } = await planned();
    const cleo = await web.signIn('cleo@example.test');
    const edit = (cookie: string) =>
      web.request('PATCH', `/api/meetings/${id}`, { body: { title: 'New title' }, ...as(cookie) });
    expect((await edit(cleo.cookie)).status).toBe(404);
    expect((await edit(ana.cookie)).body).toMatchObject({ meeting: { title: 'New title' } });
    await web.join(code, 'Ana', { cookie: ana.cookie });
    expect(codeOf((await edit(ana.cookie)).body)).toBe('conflict');
    const cancel = await web.request('POST', `/api/meetings/${id}/cancel`, as(ana.cookie));
    expect(codeOf(cancel.body)).toBe('conflict');
  });

  it('tells invited people by mail, with one calendar entry that grows', async () => {
    const { id } = await planned({ title: 'Kick-off', invite: ['Dora@example.test'] });
    const move = { plan: { ...plan, time: '10:30' } };
    await web.request('PATCH', `/api/meetings/${id}`, { body: move, ...as(ana.cookie) });
    await web.request('PATCH', `/api/meetings/${id}`, { body: { waitingRoom: true }, ...as(ana.cookie) });
    await web.request('POST', `/api/meetings/${id}/cancel`, as(ana.cookie));
    const mails = await mailsTo('dora@example.test');
    expect(mails.map((mail) => mail.subject)).toEqual([
      'Invitation: Kick-off',
      'Changed: Kick-off',
      'Cancelled: Kick-off',
    ]);
    const calendars = mails.map((mail) => calendarOf(mail as never));
    const property = (name: string) =>
      calendars.map((lines) => lines.find((line) => line.startsWith(name))?.slice(name.length));
    expect(property('METHOD:')).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(property('SEQUENCE:')).toEqual(['0', '1', '2']);
    expect(new Set(property('UID:')).size).toBe(1);
    expect(property('DTSTART;TZID=Europe/Berlin:')).toEqual([
      `${year}0610T093000`,
      `${year}0610T103000`,
      `${year}0610T103000`,
    ]);
    expect(property('STATUS:')).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect((await details(id)).meeting.phase).toBe('cancelled');
  });
});

describe('the page of a meeting', () => {
  it('opens for a guest who was there by the cookie of that meeting alone, until they are removed', async () => {
    const { id, code } = await planned();
    const other = await planned();
    await moveTo(id, 5);
    const joined = await web.request('POST', `/api/meetings/${code}/join`, {
      body: { name: 'Guest', consent: { noticeVersion: 3 } },
    });
    const look = async (at: string, cookie = joined.cookies) =>
      (await web.request('GET', `/api/meetings/${at}/details`, as(cookie))).status;
    expect([await look(id), await look(other.id), await look(id, '')]).toEqual([200, 401, 401]);
    // Somebody with an account on the same device.
    const stranger = await web.signIn('somebody@example.test');
    expect(await look(id, `${stranger.cookie}; ${joined.cookies}`)).toBe(200);
    await database.sql`update participants set admission = 'removed' where meeting_id = ${id}`;
    expect(await look(id)).toBe(401);
  });
});

describe('a cancelled meeting', () => {
  it('lets nobody in and says why', async () => {
    const { id, code } = await planned();
    await web.request('POST', `/api/meetings/${id}/cancel`, as(ana.cookie));
    const late = await web.request('POST', `/api/meetings/${code}/join`, {
      body: { name: 'Ben', consent: { noticeVersion: 3 } },
    });
    expect(late.body).toMatchObject({
      error: { code: 'meeting_ended', message: 'This meeting was cancelled.' },
    });
  });
});

describe('an invitation by link', () => {
  const link = { by: 'link', role: 'viewer', expiresInHours: 1, maxUses: 1 };

  it('gives its role to so many people, counts them, and lets them come back', async () => {
    const { id, code } = await planned();
    await moveTo(id, 5);
    const [made] = await invite(id, link);
    const opened = await open(made!.url);
    expect(opened.body).toEqual({ code, title: 'Launch', role: 'viewer' });
    expect((await web.join(code, 'Vera', { cookie: opened.cookies })).role).toBe('viewer');
    expect(codeOf((await open(made!.url)).body)).toBe('invitation_used');
    expect((await open(made!.url, opened.cookies)).status).toBe(200);
    const answer = await web.request('GET', `/api/meetings/${id}/invitations`, as(ana.cookie));
    expect(answer.body).toMatchObject({ invitations: [{ state: 'used_up', uses: 1, url: null }] });
  });

  it('is one place also when two take it at the same moment', async () => {
    const { id, code } = await planned();
    await moveTo(id, 5);
    const [made] = await invite(id, { ...link, role: 'cohost' });
    const opened = await Promise.all([open(made!.url), open(made!.url)]);
    const joins = await Promise.all(
      opened.map((each, i) =>
        web.request('POST', `/api/meetings/${code}/join`, {
          body: { name: `P${i}`, consent: { noticeVersion: 3 } },
          headers: { cookie: each.cookies },
        }),
      ),
    );
    // The other is told so, or a moment later comes as anyone may.
    const outcomes = joins.map(({ status, body }) => (status === 200 ? (body as Joined).role : status));
    expect(outcomes.filter((each) => each === 'cohost')).toHaveLength(1);
    expect(outcomes.filter((each) => each === 410 || each === 'guest')).toHaveLength(1);
  });

  it('is refused when it is forged, expired or withdrawn, each with its reason', async () => {
    const { id } = await planned();
    const [expired] = await invite(id, link);
    const [withdrawn] = await invite(id, link);
    await database.sql`update invitations set expires_at = now() where id = ${expired!.id}`;
    await web.request('DELETE', `/api/meetings/${id}/invitations/${withdrawn!.id}`, as(ana.cookie));
    expect(codeOf((await open(expired!.url)).body)).toBe('invitation_expired');
    expect(codeOf((await open(withdrawn!.url)).body)).toBe('invitation_revoked');
    expect(codeOf((await open('AAAAAAAAAAAAAAAAAAAAAA')).body)).toBe('invitation_unknown');
  });

  it('stores no secret', async () => {
    const { id } = await planned();
    const [made] = await invite(id, link);
    const secret = made!.url!.split('/').at(-1)!;
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16);
    const rows = await database.sql`select i::text as row from invitations i where id = ${made!.id}`;
    expect(rows[0]?.row).not.toContain(secret);
  });

  it('is made by the host only, and never for a host', async () => {
    const { id } = await planned();
    const finn = await web.signIn('finn@example.test');
    const ask = (body: object, cookie: string) =>
      web.request('POST', `/api/meetings/${id}/invitations`, { body, ...as(cookie) });
    expect((await ask(link, finn.cookie)).status).toBe(404);
    expect((await ask({ ...link, role: 'host' }, ana.cookie)).status).toBe(400);
    const other = await planned();
    const [made] = await invite(id, link);
    const path = `/api/meetings/${other.id}/invitations/${made!.id}`;
    expect((await web.request('DELETE', path, as(ana.cookie))).status).toBe(404);
  });
});

describe('an invitation by mail', () => {
  it('shows the meeting to its address, once, without a password', async () => {
    const { id, code } = await planned({ password: 'swordfish', invite: ['gil@example.test'] });
    await invite(id, { by: 'mail', role: 'participant', emails: ['GIL@example.test'] });
    expect(await mailsTo('gil@example.test')).toHaveLength(1);
    await moveTo(id, 5);
    const gil = await web.signIn('gil@example.test');
    expect((await list(gil.cookie)).meetings.map((meeting) => meeting.id)).toEqual([id]);
    expect((await web.join(code, 'Gil', { cookie: gil.cookie })).role).toBe('participant');
  });

  it('is good for its holder alone: after a removal the link opens no door', async () => {
    const { id, code } = await planned({ password: 'swordfish' });
    await moveTo(id, 5);
    const [made] = await invite(id, { by: 'mail', role: 'participant', emails: ['hal@example.test'] });
    const opened = await open(made!.url);
    const hal = await web.join(code, 'Hal', { cookie: opened.cookies });
    await database.sql`update participants set admission = 'removed' where id = ${hal.participantId}`;
    const again = await web.request('POST', `/api/meetings/${code}/join`, {
      body: { name: 'Hal', consent: { noticeVersion: 3 } },
      headers: { cookie: (await open(made!.url)).cookies },
    });
    expect(again.status).toBe(403);
  });
});

describe('a recurring meeting', () => {
  const recurrence = { frequency: 'weekly', interval: 1, end: { type: 'count', count: 3 } };

  it('keeps its link: the next occurrence has it when one is over', async () => {
    const { id, code } = await planned({ plan: { ...plan, recurrence } });
    await moveTo(id, 5);
    const host = await web.join(code, 'Ana', { cookie: ana.cookie });
    await web.request('POST', `/api/meetings/${id}/end`, { token: host.apiToken });
    const { body } = await web.request('GET', `/api/meetings/${code}`, as(ana.cookie));
    const next = (body as { meeting: MeetingView }).meeting;
    expect(next.id).not.toBe(id);
    expect(next).toMatchObject({ code, status: 'scheduled', isHost: true });
    const seen = await details(next.id);
    expect(seen.meeting.recurrence).toEqual(recurrence);
    expect(seen.series.map((each) => each.id)).toEqual([id]);
    expect((await details(id)).meeting.phase).toBe('ended');
  });

  it('moves on when nobody came, and its invitations with it', async () => {
    const { id, code } = await planned({ plan: { ...plan, recurrence }, invite: ['ida@example.test'] });
    await database.sql`update meetings set series_start = now() - interval '3 hours',
      scheduled_at = now() - interval '3 hours' where id = ${id}`;
    expect(await closeMissedOccurrences(database.db)).toBe(1);
    const [mail] = await mailsTo('ida@example.test');
    const url = /\/i\/[\w-]{22}/.exec(String(mail?.text))?.[0] ?? null;
    expect((await open(url)).body).toMatchObject({ code });
    const ida = await web.signIn('ida@example.test');
    expect((await list(ida.cookie, 'times=past')).meetings).toMatchObject([{ id, phase: 'missed' }]);
    expect((await list(ida.cookie, 'times=upcoming')).meetings).toMatchObject([{ code }]);
  });

  const seriesOf = async (title: string, email: string) => {
    const weekly = { frequency: 'weekly', interval: 2, end: { type: 'count', count: 3 } };
    return planned({ title, plan: { ...plan, recurrence: weekly }, invite: [email] });
  };
  const headlines = (mail: unknown) =>
    calendarOf(mail as never).filter((line) =>
      /^(METHOD|SEQUENCE|DTSTART;|RECURRENCE-ID|RRULE|EXDATE)/.test(line),
    );
  const moveOne = (id: string, body: object) =>
    web.request('PATCH', `/api/meetings/${id}/occurrence`, { body, ...as(ana.cookie) });
  const skip = (id: string) => web.request('POST', `/api/meetings/${id}/occurrence/cancel`, as(ana.cookie));

  it('can have one meeting moved: calendars hear of that one, and the next is where it was', async () => {
    const { id, code } = await seriesOf('Moved', 'kim@example.test');
    expect((await moveOne(id, { date: `${year}-06-11`, time: '14:00' })).body).toMatchObject({
      meeting: { movedFromMs: Date.parse(`${year}-06-10T07:30:00Z`) },
    });
    const mails = await mailsTo('kim@example.test');
    expect(mails.map((mail) => mail.subject)).toEqual(['Invitation: Moved', 'Moved: Moved']);
    expect(headlines(mails[1])).toEqual([
      'METHOD:REQUEST',
      'SEQUENCE:1',
      `DTSTART;TZID=Europe/Berlin:${year}0611T140000`,
      `RECURRENCE-ID;TZID=Europe/Berlin:${year}0610T093000`,
    ]);
    expect(String(mails[1]?.text)).toContain('11 June');
    const far = await moveOne(id, { date: `${year}-06-24`, time: '09:30' });
    expect(far.body).toMatchObject({ error: { code: 'bad_request' } });

    // Back, and then held: the next one is where the rule has it.
    expect((await moveOne(id, { date: `${year}-06-10`, time: '09:30' })).body).toMatchObject({
      meeting: { movedFromMs: null },
    });
    await moveOne(id, { date: `${year}-06-09`, time: '08:00' });
    await database.sql`update meetings set status = 'live', started_at = now(),
      scheduled_at = now() - interval '1 minute' where id = ${id}`;
    await endMeeting(database.db, { id, reason: 'host' });
    const { body } = await web.request('GET', `/api/meetings/${code}`, as(ana.cookie));
    expect(body).toMatchObject({ startsAtMs: Date.parse(`${year}-06-24T07:30:00Z`) });
  });

  it('can have one meeting cancelled: the link goes on to the next, and later invitations leave it out', async () => {
    const { id, code } = await seriesOf('Skipped', 'lea@example.test');
    await moveOne(id, { date: `${year}-06-11`, time: '14:00' });
    expect((await skip(id)).status).toBe(204);
    const mails = await mailsTo('lea@example.test');
    expect(mails.map((mail) => mail.subject).at(-1)).toBe('Cancelled this time: Skipped');
    expect(headlines(mails.at(-1))).toEqual([
      'METHOD:CANCEL',
      'SEQUENCE:2',
      `DTSTART;TZID=Europe/Berlin:${year}0611T140000`,
      `RECURRENCE-ID;TZID=Europe/Berlin:${year}0610T093000`,
    ]);
    expect((await details(id)).meeting.phase).toBe('cancelled');
    const { body } = await web.request('GET', `/api/meetings/${code}`, as(ana.cookie));
    const next = (body as { meeting: MeetingView }).meeting;
    expect(body).toMatchObject({ startsAtMs: Date.parse(`${year}-06-24T07:30:00Z`) });

    await moveOne(next.id, { date: `${year}-06-25`, time: '10:00' });
    await invite(next.id, { by: 'mail', role: 'participant', emails: ['max@example.test'] });
    expect(headlines((await mailsTo('max@example.test'))[0])).toEqual([
      'METHOD:REQUEST',
      'SEQUENCE:3',
      `DTSTART;TZID=Europe/Berlin:${year}0610T093000`,
      'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3',
      `EXDATE;TZID=Europe/Berlin:${year}0610T093000`,
      'SEQUENCE:3',
      `DTSTART;TZID=Europe/Berlin:${year}0625T100000`,
      `RECURRENCE-ID;TZID=Europe/Berlin:${year}0624T093000`,
    ]);

    // The last one leaves nothing behind it.
    expect((await skip(next.id)).status).toBe(204);
    const last = (await web.request('GET', `/api/meetings/${code}`, as(ana.cookie))).body as {
      meeting: MeetingView;
    };
    expect((await skip(last.meeting.id)).status).toBe(204);
    expect((await list(ana.cookie, 'times=upcoming&search=Skipped')).meetings).toEqual([]);
    expect(codeOf((await skip(last.meeting.id)).body)).toBe('conflict');
  });

  it('is what only one meeting of a series can be moved or cancelled of', async () => {
    const { id } = await planned();
    expect(codeOf((await skip(id)).body)).toBe('conflict');
    expect(codeOf((await moveOne(id, { date: `${year}-06-11`, time: '14:00' })).body)).toBe('conflict');
  });

  it('has its rule in the calendar entry', async () => {
    await planned({ plan: { ...plan, recurrence }, invite: ['jan@example.test'] });
    const lines = calendarOf((await mailsTo('jan@example.test'))[0] as never);
    expect(lines).toContain('RRULE:FREQ=WEEKLY;COUNT=3');
    expect(lines).toContain('BEGIN:VTIMEZONE');
  });
});
