import { describe, expect, it, vi } from 'vitest';
import { addRoom } from '../db/queries/breakout-rooms.ts';
import { openSession } from '../db/queries/breakout-sessions.ts';
import { closeMeeting, completeMeeting } from '../db/queries/finish-meeting.ts';
import { findMeeting, startMeeting } from '../db/queries/meetings.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { findParticipant, saveCounterpart } from '../db/queries/participants.ts';
import { listStages } from '../db/queries/stages.ts';
import { giveUpSummary, skipSummary } from '../db/queries/summaries.ts';
import { setOptOut } from '../db/queries/summary-mails.ts';
import type { MeetingId, ParticipantId } from '../lib/ids.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { sayThatNoneWasSent, writeMails } from './mail-summary.ts';
import { createSummaryModel } from './summary/summary-model.ts';
import { addPerson } from './testing/approve.ts';
import { testFunctionParts } from './testing/function-parts.ts';
import { startScriptedModel } from './testing/scripted-model.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

const database = await shareTestDatabase();

let number = 0;
/** A meeting of Ana, who has no address, Ben with an account, and Chloe without one; not yet complete. */
async function seedPeople() {
  const { id } = await seedMeeting(database);
  number += 1;
  const addresses = { ben: `ben${number}@example.test`, chloe: `chloe${number}@example.test` };
  const ben = await addPerson(database, id, { name: 'Ben', account: addresses.ben });
  const chloe = await addPerson(database, id, { name: 'Chloe', email: addresses.chloe });
  await addLines(database, id, [
    { speaker: ben, speakerName: 'Ben', text: 'I will send the figures.' },
    { speaker: chloe, speakerName: 'Chloe', text: 'I will book a room, and we decided on March.' },
  ]);
  return { id, addresses, people: { ben, chloe } };
}
const complete = async (id: MeetingId) => {
  await closeMeeting(database.db, id);
  await completeMeeting(database.db, id);
};
const mailsOf = (id: MeetingId) =>
  database.sql`select recipient, subject, text, html, unsubscribe_url from mails
    where meeting_id = ${id} order by recipient`;
const stageOf = async (id: MeetingId) => {
  const stage = (await listStages(database.db, id)).find((each) => each.stage === 'mail');
  return [stage?.state, stage?.message];
};

describe('mail-summary', () => {
  it('writes to everyone with an address, their own tasks first, and never again', async () => {
    await using model = await startScriptedModel({ kind: 'summary' });
    const summarizer = createSummaryModel(model.server);
    await using _functions = await startFunctions(database, { summarizer });
    const { id, addresses } = await seedPeople();
    await complete(id);
    await vi.waitFor(async () => expect(await mailsOf(id)).toHaveLength(2), { timeout: 10_000 });
    expect(await stageOf(id)).toEqual(['working', 'On its way to 2 people.']);
    const [ben, chloe] = await mailsOf(id);
    expect([ben?.recipient, chloe?.recipient]).toEqual([addresses.ben, addresses.chloe]);
    expect(ben?.subject).toBe('Summary: Test');
    const words = String(ben?.text).replace(/\s+/g, ' ');
    expect(words).toMatch(
      /YOUR TASKS.*I will send the figures.*SUMMARY.*2 lines\..*DECISIONS.*decided on March.*TASKS OF OTHERS.*Chloe: I will book a room/i,
    );
    expect(words).toContain(`http://parley.test/meetings/${id}`);
    expect(words).toContain('Written from the transcript by scripted, which can be wrong.');
    expect(chloe?.text).toMatch(/http:\/\/parley\.test\/read#[\w-]+\.[\w-]+/);
    expect(chloe?.unsubscribe_url).toMatch(/^http:\/\/parley\.test\/api\/unsubscribe\//);

    await database.sql`insert into line_revisions (meeting_id, epoch, seq, source, text)
      values (${id}, 1, 1, 'recording', 'I will send all figures.')`;
    await enqueueEvent(database.db, {
      id: `again-${id}`,
      name: 'transcript/revised',
      data: { meetingId: id, by: 'recording' },
    });
    await vi.waitFor(
      async () =>
        expect(await database.sql`select version from summaries where meeting_id = ${id}`).toHaveLength(2),
      { timeout: 10_000 },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await mailsOf(id)).toHaveLength(2);
  });
});

describe(writeMails, () => {
  const write = (id: MeetingId) => writeMails(testFunctionParts(database), id);

  it('says that there is no summary, and why, and leads to the transcript', async () => {
    const { id } = await seedPeople();
    await complete(id);
    await giveUpSummary(database.db, id, 'The model refused to summarise this meeting.');
    expect(await write(id)).toBe(2);
    expect(await write(id)).toBe(0);
    const [mail] = await mailsOf(id);
    expect(mail?.subject).toBe('After the meeting: Test');
    expect(mail?.text).toContain('There is no summary yet. The model refused to summarise this meeting.');
    expect(mail?.text).toContain('Read the transcript');
  });

  it('shows what was said as text, whatever it looks like', async () => {
    const { id } = await seedPeople();
    await complete(id);
    await database.sql`insert into decisions (id, meeting_id, text)
      values ('dec_01JD0000000000000000000000', ${id}, '<img src=x onerror=alert(1)> <a href="http://evil.test">win</a>')`;
    await write(id);
    const [mail] = await mailsOf(id);
    expect(mail?.html).toContain('&lt;img src=x');
    expect(mail?.html).not.toContain('href="http://evil.test"');
  });

  it.each([
    ['none', 'Not sent: the host wants no mails.'],
    ['host', 'Not sent: nobody left an address.'],
  ])('writes none where the host chose "%s" and has no address', async (mode, message) => {
    const { id } = await seedPeople();
    await complete(id);
    await database.sql`update meetings set summary_mail = ${mode} where id = ${id}`;
    expect(await write(id)).toBe(0);
    expect(await stageOf(id)).toEqual(['skipped', message]);
  });

  it('leaves out who has unsubscribed', async () => {
    const { id, addresses } = await seedPeople();
    await complete(id);
    await setOptOut(database.db, addresses.ben, true);
    expect(await write(id)).toBe(1);
    expect((await mailsOf(id)).map(({ recipient }) => recipient)).toEqual([addresses.chloe]);
  });
});

describe('the mail of a meeting with breakout rooms', () => {
  const write = (id: MeetingId) => writeMails(testFunctionParts(database), id);

  /** Opens rooms by name, and lets people of the main meeting into them. */
  async function openRooms(mainId: MeetingId, plan: Record<string, ParticipantId[]>) {
    const { db } = database;
    const main = await findMeeting(db, mainId);
    const session = await openSession(db, mainId, { choice: 'assigned', minutes: null });
    if (!main || !session) throw new Error('no session');
    const rooms: Record<string, MeetingId> = {};
    for (const [position, [name, people]] of Object.entries(plan).entries()) {
      const room = await addRoom(db, main, { sessionId: session.id, name, title: name, position });
      await startMeeting(db, room);
      for (const id of people) {
        const person = await findParticipant(db, mainId, id);
        if (person) await saveCounterpart(db, room, person);
      }
      rooms[name] = room;
    }
    return rooms;
  }

  it('leads everyone to the rooms that they may see, and is the only one', async () => {
    const { id, people, addresses } = await seedPeople();
    await database.sql`update meetings set owner_id = (select user_id from participants where id = ${people.ben})
      where id = ${id}`;
    const rooms = await openRooms(id, { Red: [people.chloe], Blue: [people.chloe], Green: [] });
    await complete(id);
    for (const room of Object.values(rooms)) {
      await complete(room);
      expect(await write(room)).toBe(0);
      expect(await stageOf(room)).toEqual(['skipped', 'A breakout room has no mail of its own.']);
    }
    expect(await write(id)).toBe(2);
    const [host, guest] = await mailsOf(id);
    expect([host?.recipient, guest?.recipient]).toEqual([addresses.ben, addresses.chloe]);
    for (const [name, room] of Object.entries(rooms)) {
      expect(host?.html).toContain(`http://parley.test/meetings/${room}`);
      expect(host?.text).toContain(name);
    }
    const readable = [...String(guest?.html).matchAll(/\/read#([\w.-]+)"/g)].map(
      ([, token = '']) => testFunctionParts(database).mailLinks.readReader(token, Date.now())?.meetingId,
    );
    expect(new Set(readable)).toEqual(new Set([id, rooms.Red, rooms.Blue]));
    expect(guest?.html).not.toContain(String(rooms.Green));
  });

  it('goes out also when nobody spoke in the main room', async () => {
    const { id } = await seedMeeting(database);
    const ben = await addPerson(database, id, { name: 'Ben', email: 'silent@example.test' });
    const rooms = await openRooms(id, { Red: [ben] });
    for (const each of [id, ...Object.values(rooms)]) {
      await complete(each);
      await skipSummary(database.db, each);
    }
    const told = await database.sql`select data from event_outbox where name = 'summary/failed'
      and data->>'meetingId' in ${database.sql([id, ...Object.values(rooms)])}`;
    expect([...told]).toEqual([{ data: { meetingId: id } }]);
    expect(await write(id)).toBe(1);
    expect((await mailsOf(id))[0]?.text).toMatch(/Nobody spoke\..*Red/s);
  });
});

describe(sayThatNoneWasSent, () => {
  it('says so, unless the mails were written', async () => {
    const { id } = await seedPeople();
    await complete(id);
    await sayThatNoneWasSent(database.db, id);
    expect(await stageOf(id)).toEqual([
      'failed',
      'Not sent: something on our side did not work, several times.',
    ]);
    await writeMails(testFunctionParts(database), id);
    await sayThatNoneWasSent(database.db, id);
    expect(await stageOf(id)).toEqual(['working', 'On its way to 2 people.']);
  });
});
