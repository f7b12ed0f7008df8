import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellInvited } from '../../db/letters/invite-by-mail.ts';
import { findMeeting, type Meeting } from '../../db/queries/meetings.ts';
import { listMembers } from '../../db/queries/members.ts';
import { cancelScheduled, updateScheduled } from '../../db/queries/plan-meetings.ts';
import type { MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { addPerson, approve } from '../testing/approve.ts';
import { testFunctionParts } from '../testing/function-parts.ts';
import { seedMeeting } from '../testing/seed-meeting.ts';
import { createEffects } from './create-effects.ts';

const database = await shareTestDatabase();
let id: MeetingId;
let ana: ParticipantId;
const startsAt = new Date(Date.now() + 7 * 86_400_000);
startsAt.setUTCHours(9, 0, 0, 0);

beforeEach(async () => {
  ({ id } = await seedMeeting(database));
  await database.sql`update meetings set time_zone = 'Europe/Berlin' where id = ${id}`;
  await database.sql`delete from mails`;
  await database.sql`delete from users`;
  ana = await addPerson(database, id, { name: 'Ana Ruiz', account: 'ana@example.test' });
  await addPerson(database, id, { name: 'Ben', email: 'Ben@example.test' });
  await addPerson(database, id, { name: 'Chloe' });
});

const effects = (over: Parameters<typeof testFunctionParts>[1] = {}) =>
  createEffects(testFunctionParts(database, over));

async function approvedBy(by: ParticipantId): Promise<ApprovedAction> {
  const { actionId } = await approve(database, { meetingId: id, by, tool: 'createTask', args: {} });
  const people = (await listMembers(database.db, id)).map((member) => ({ name: member.name, id: member.id }));
  return { id: actionId, meetingId: id, askedBy: by, approvedBy: by, people };
}

const plan = (attendees: string[]) => ({
  title: 'Launch follow-up',
  startsAt: startsAt.toISOString(),
  durationMinutes: 30,
  attendees,
});

const findPlanned = async (made: { kind: string; id: string }[]): Promise<Meeting> => {
  const planned = await findMeeting(database.db, made[0]?.id ?? '');
  if (!planned) throw new Error('no meeting was planned');
  return planned;
};

/** Mails as they are stored, with the calendar object of each read by another library. */
async function listLetters() {
  const rows =
    await database.sql`select recipient, subject, text, kind, attachments from mails order by created_at, id`;
  return rows.map(({ recipient, subject, text, kind, attachments }) => {
    const [file] = attachments as { contentType: string; content: string }[];
    const calendar = file ? ICAL.Component.fromString(file.content) : null;
    const component = calendar?.getFirstSubcomponent('vevent');
    return {
      recipient,
      subject,
      text,
      kind,
      method: calendar?.getFirstPropertyValue('method') ?? null,
      event: component ? new ICAL.Event(component) : null,
      component,
    };
  });
}

describe('planMeeting', () => {
  it('plans a meeting that the account of the approver hosts, and invites with a calendar entry', async () => {
    const action = await approvedBy(ana);
    const { message, made } = await effects().planMeeting(action, plan(['Ana Ruiz', 'Ben', 'Chloe']));

    const planned = await findPlanned(made);
    expect(planned).toMatchObject({
      title: 'Launch follow-up',
      status: 'scheduled',
      scheduledAt: startsAt,
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
      actionId: action.id,
      persona: { name: 'Parley' },
    });
    const [owner] = await database.sql`select email from users where id = ${planned.ownerId}`;
    expect(owner).toEqual({ email: 'ana@example.test' });
    expect(message).toMatch(
      /^"Launch follow-up" is planned for \w+, \d+ \w+, 1[01]:00\. Ben has an invitation by mail\. I know no address of Chloe: please pass the link on\.$/,
    );

    const letters = await listLetters();
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter).toMatchObject({
      recipient: 'ben@example.test',
      method: 'REQUEST',
      kind: 'meeting_invited',
    });
    expect(letter?.event).toMatchObject({
      summary: 'Launch follow-up',
      uid: `${planned.id}@parley`,
      sequence: 0,
    });
    expect(letter?.event?.startDate.toJSDate()).toEqual(startsAt);
    expect(letter?.event?.duration.toSeconds()).toBe(1_800);
    expect(letter?.event?.organizer).toBe('mailto:ana@example.test');
    expect(
      letter?.event?.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase()),
    ).toEqual(['mailto:ben@example.test']);
    expect(letter?.text).toContain('http://parley.test/i/');
  });

  it('finds what the same action has planned, and invites nobody twice', async () => {
    const action = await approvedBy(ana);
    const [first, second] = await Promise.all([
      effects().planMeeting(action, plan(['Ben'])),
      effects().planMeeting(action, plan(['Ben'])),
    ]);
    expect(second).toEqual(first);
    expect(await database.sql`select 1 from meetings where action_id = ${action.id}`).toHaveLength(1);
    expect(await listLetters()).toHaveLength(1);
  });

  it('makes an approver without an account a co-host by invitation', async () => {
    const dora = await addPerson(database, id, { name: 'Dora', email: 'dora@example.test' });
    const { made } = await effects().planMeeting(await approvedBy(dora), plan(['Dora', 'Ben']));
    expect((await findPlanned(made)).ownerId).toBeNull();
    const invited =
      await database.sql`select email, role from invitations where meeting_id = ${made[0]?.id ?? ''}
      order by email`;
    expect([...invited]).toEqual([
      { email: 'ben@example.test', role: 'participant' },
      { email: 'dora@example.test', role: 'cohost' },
    ]);
  });

  it('sends nothing to somebody who came later under the name of another', async () => {
    const action = await approvedBy(ana);
    await addPerson(database, id, { name: 'Ben', email: 'eve@example.test' });
    await addPerson(database, id, { name: 'Chloe', email: 'eve@example.test' });
    const { message } = await effects().planMeeting(action, plan(['Ben', 'Chloe']));
    expect((await listLetters()).map(({ recipient }) => recipient)).toEqual(['ben@example.test']);
    expect(message).toContain('I know no address of Chloe');
  });

  it('plans nothing for a time that has passed by its clock', async () => {
    const late = effects({ dateOffsetMs: 30 * 86_400_000 });
    await expect(late.planMeeting(await approvedBy(ana), plan(['Ben']))).rejects.toThrow(
      'Nothing was planned: that time has passed by now.',
    );
    expect(await listLetters()).toEqual([]);
  });

  it('is changed and called off like any other meeting: the same entry, a higher sequence', async () => {
    const { made } = await effects().planMeeting(await approvedBy(ana), plan(['Ben']));
    const { links } = testFunctionParts(database);
    const organizer = { name: 'Ana Ruiz', email: 'ana@example.test' };
    const planned = await findPlanned(made);
    await database.db.transaction(async (tx) => {
      const moved = { scheduledAt: new Date(startsAt.getTime() + 3_600_000) };
      const meeting = await updateScheduled(tx, planned.id, moved, { announce: true });
      if (meeting) await tellInvited(tx, links, { meeting, organizer, news: 'updated' });
    });
    await database.db.transaction(async (tx) => {
      const meeting = await cancelScheduled(tx, planned.id);
      if (meeting) await tellInvited(tx, links, { meeting, organizer, news: 'cancelled' });
    });
    const letters = await listLetters();
    expect(letters.map(({ method, event }) => [method, event?.sequence])).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
      ['CANCEL', 2],
    ]);
    expect(new Set(letters.map(({ event }) => event?.uid)).size).toBe(1);
    expect(letters[2]?.component?.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});

describe('addTask', () => {
  it('gives the task to the person and account of that name, with the line that led to it', async () => {
    const action = await approvedBy(ana);
    const task = { text: 'Send the security report', owner: 'Ana Ruiz', due: '2027-03-12' };
    const result = await effects().addTask(action, task);
    expect(result.message).toBe(
      'A task for Ana Ruiz is written down: Send the security report, due Friday, 12 March.',
    );
    expect(await effects().addTask(action, task)).toEqual(result);
    const rows =
      await database.sql`select text, owner_name, owner_id, owner_user_id is not null as known, due,
      cause_epoch, cause_seq from tasks where meeting_id = ${id}`;
    expect([...rows]).toEqual([
      {
        text: 'Send the security report',
        owner_name: 'Ana Ruiz',
        owner_id: ana,
        known: true,
        due: '2027-03-12',
        cause_epoch: 1,
        cause_seq: 7,
      },
    ]);
  });

  it('keeps the name of somebody who is not here, also when another of that name comes', async () => {
    const action = await approvedBy(ana);
    await addPerson(database, id, { name: 'Zoe', email: 'eve@example.test' });
    await effects().addTask(action, { text: 'Call', owner: 'Zoe', due: null });
    const rows = await database.sql`select owner_name, owner_id from tasks where meeting_id = ${id}`;
    expect([...rows]).toEqual([{ owner_name: 'Zoe', owner_id: null }]);
  });
});

describe('recordDecision', () => {
  it('records it once', async () => {
    const action = await approvedBy(ana);
    const result = await effects().recordDecision(action, { text: 'We launch on Monday.' });
    expect(await effects().recordDecision(action, { text: 'We launch on Monday.' })).toEqual(result);
    const rows = await database.sql`select text, recorded_by from decisions where meeting_id = ${id}`;
    expect([...rows]).toEqual([{ text: 'We launch on Monday.', recorded_by: ana }]);
  });
});

describe('mailPeople', () => {
  const mail = { subject: 'What we decided', body: 'First.\n\nSecond <b>line</b>.' };

  const everyone = ['Ana Ruiz', 'Ben', 'Chloe'];

  it('writes to those whose address is known, once each, and names the others', async () => {
    const action = await approvedBy(ana);
    await addPerson(database, id, { name: 'Ben', email: 'eve@example.test' });
    const result = await effects().mailPeople(action, { to: everyone, ...mail });
    expect(result.message).toBe('The mail goes to Ana Ruiz and Ben. I know no address of Chloe.');
    await effects().mailPeople(action, { to: everyone, ...mail });
    const letters = await listLetters();
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ['ana@example.test', 'What we decided'],
      ['ben@example.test', 'What we decided'],
    ]);
    expect(letters[0]?.text).toContain('Second <b>line</b>.');
    expect(letters[0]?.text).toContain('read and approved by Ana Ruiz');
  });

  it('sends nothing when nobody can be reached', async () => {
    const action = await approvedBy(ana);
    await expect(effects().mailPeople(action, { to: ['Chloe'], ...mail })).rejects.toThrow(
      'Nothing was sent: I know no address of Chloe.',
    );
  });
});

describe('endMeeting', () => {
  it('ends the meeting and closes its room, and changes nothing when repeated', async () => {
    const calls: string[] = [];
    const rooms = {
      sendControl: async (_: string, { type }: { type: string }) => void calls.push(type),
      deleteRoom: async () => void calls.push('delete'),
    };
    const action = await approvedBy(ana);
    const result = await effects({ rooms }).endMeeting(action);
    expect(result.message).toBe('The meeting has ended.');
    await effects({ rooms }).endMeeting(action);
    expect(calls).toEqual(['meeting.ended', 'delete']);
    expect(await findMeeting(database.db, id)).toMatchObject({ status: 'ended', endReason: 'host' });
  });

  it('ends it also when LiveKit is away', async () => {
    const away = async () => {
      throw new Error('no answer');
    };
    await effects({ rooms: { sendControl: away, deleteRoom: away } }).endMeeting(await approvedBy(ana));
    expect((await findMeeting(database.db, id))?.status).toBe('ended');
  });
});
