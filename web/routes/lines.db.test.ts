import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listFinalLines } from '../../db/queries/final-lines.ts';
import { replaceRecordedText } from '../../db/queries/revisions.ts';
import { eventOutbox } from '../../db/schema/events.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import { lineAnswerSchema, lineEditListSchema } from '../../lib/line-edit-messages.ts';
import { linePageSchema } from '../../lib/line-messages.ts';
import type { MeetingStatus } from '../../lib/messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

/** A meeting that is over, in which Ana said the first and third line and Ben the second. */
async function seed(status: MeetingStatus = 'completed') {
  const owner = await web.signIn('ana@example.test');
  const other = await web.signIn('ben@example.test');
  const { meeting } = await web.createMeeting(owner.cookie);
  const ana = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
  const ben = await web.join(meeting.code, 'Ben', { cookie: other.cookie });
  const guest = await web.join(meeting.code, 'Guest');
  const by = (person: typeof ana) => ({ speaker: person.participantId, speakerName: person.name });
  await addLines(database, meeting.id, [
    { ...by(ana), text: 'we lunch in march' },
    { ...by(ben), text: 'mister kim agrees' },
    { ...by(ana), text: 'good' },
  ]);
  await database.db.update(meetings).set({ status }).where(eq(meetings.id, meeting.id));
  const path = `/api/meetings/${meeting.id}`;
  const as = (token: string) => ({
    lines: async () =>
      linePageSchema.parse((await web.request('GET', `${path}/lines`, { token })).body).lines,
    put: (at: string, body: unknown) => web.request('PUT', `${path}/${at}`, { token, body }),
    async change(at: string, body: unknown) {
      const answer = await web.request('PUT', `${path}/${at}`, { token, body });
      expect(answer.status).toBe(200);
      return lineAnswerSchema.parse(answer.body).line;
    },
    edits: async (ref: string) =>
      lineEditListSchema.parse((await web.request('GET', `${path}/lines/${ref}/edits`, { token })).body)
        .edits,
  });
  return {
    id: meeting.id,
    ana: as(ana.apiToken),
    ben: as(ben.apiToken),
    guest: as(guest.apiToken),
    benId: ben.participantId,
    path,
  };
}

const revisions = () =>
  database.db.select().from(eventOutbox).where(eq(eventOutbox.name, 'transcript/revised'));

describe('the transcript as it counts', () => {
  it('has a person’s words before a recording’s before the live ones, and all of them', async () => {
    const { id, ana } = await seed();
    await replaceRecordedText(database.db, id, {
      lines: [
        { epoch: 1, seq: 1, text: 'We launch in March.' },
        { epoch: 1, seq: 2, text: 'Mister King agrees.' },
      ],
      added: [],
    });
    await ana.change('lines/1.2', { text: 'Mr. Kim agrees.', seen: 'Mister King agrees.' });
    expect(
      (await ana.lines()).map(({ text, source, liveText, recordedText }) => [
        text,
        source,
        liveText,
        recordedText,
      ]),
    ).toEqual([
      ['We launch in March.', 'recording', 'we lunch in march', 'We launch in March.'],
      ['Mr. Kim agrees.', 'person', 'mister kim agrees', 'Mister King agrees.'],
      ['good', 'live', 'good', null],
    ]);
    expect((await listFinalLines(database.db, id)).map(({ text }) => text)).toEqual([
      'We launch in March.',
      'Mr. Kim agrees.',
      'good',
    ]);
  });

  it('keeps what only a recording has with its correction, whatever a second recording says', async () => {
    const { id, ana, benId } = await seed();
    const said = { participantId: benId, startMs: 1_500, endMs: 1_900, text: 'me too' };
    await replaceRecordedText(database.db, id, { lines: [], added: [{ ...said, number: 1 }] });
    await ana.change('lines/0.1', { text: 'Me too.', seen: 'me too' });
    await replaceRecordedText(database.db, id, {
      lines: [],
      added: [{ ...said, startMs: 2_500, number: 2 }],
    });
    const lines = (await ana.lines()).filter(({ epoch }) => epoch === 0);
    expect(lines.map(({ seq, text, source, recordedText }) => [seq, text, source, recordedText])).toEqual([
      [1, 'Me too.', 'person', 'me too'],
      [2, 'me too', 'recording', 'me too'],
    ]);
  });

  it('comes page by page in order of time, with what was not understood and without what was off the record', async () => {
    const owner = await web.signIn('ana@example.test');
    const { meeting } = await web.createMeeting(owner.cookie);
    const ana = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
    await addLines(
      database,
      meeting.id,
      Array.from({ length: 2_003 }, (_, index) => ({
        startMs: Math.floor(index / 2) * 100,
        text: `${index}`,
      })),
    );
    await addLines(database, meeting.id, [
      { seq: 5_001, kind: 'gap', text: 'Too loud.', startMs: 900_000 },
      { seq: 5_002, kind: 'gap', segmentId: 'off-record-1-1', text: 'Said off the record', startMs: 900_000 },
    ]);
    const page = async (after: string) => {
      const path = `/api/meetings/${meeting.id}/lines?after=${after}`;
      return linePageSchema.parse((await web.request('GET', path, { token: ana.apiToken })).body);
    };
    const first = await page('');
    const second = await page(first.next ?? '');
    expect(first.lines).toHaveLength(2_000);
    expect(second.next).toBeNull();
    const texts = [...first.lines, ...second.lines].map(({ text }) => text);
    expect(texts.slice(0, -1)).toEqual(Array.from({ length: 2_003 }, (_, index) => `${index}`));
    expect(second.lines.at(-1)).toMatchObject({ kind: 'unheard', text: 'Too loud.' });
    const bad = await web.request('GET', `/api/meetings/${meeting.id}/lines?after=1`, {
      token: ana.apiToken,
    });
    expect(bad.status).toBe(400);
  });
});

describe('a correction', () => {
  it('is kept with who made it, tells the functions, and can be taken back', async () => {
    const { ana, ben } = await seed();
    const before = (await revisions()).length;
    await ben.change('lines/1.1', { text: ' We launch\nin March. ', seen: 'we lunch in march' });
    const undone = await ana.change('lines/1.1', { text: null, seen: 'We launch in March.' });
    expect(undone).toMatchObject({ text: 'we lunch in march', source: 'live' });
    expect((await ana.edits('1.1')).map(({ by, before, after }) => [by, before, after])).toEqual([
      ['Ben', 'we lunch in march', 'We launch in March.'],
      ['Ana', 'We launch in March.', 'we lunch in march'],
    ]);
    expect((await revisions()).length - before).toBe(2);
  });

  it('does not overwrite what somebody else corrected meanwhile', async () => {
    const { ana, ben } = await seed();
    const seen = 'we lunch in march';
    const answers = await Promise.all([
      ana.put('lines/1.1', { text: 'We launch in March.', seen }),
      ben.put('lines/1.1', { text: 'We lunch in March.', seen }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      error: { code: 'line_changed' },
    });
    expect(await ana.edits('1.1')).toHaveLength(1);
  });

  it('that changes nothing tells nobody', async () => {
    const { ana } = await seed();
    const before = (await revisions()).length;
    await ana.change('lines/1.1', { text: null, seen: 'we lunch in march' });
    await ana.change('lines/1.1/speaker', { name: null });
    expect((await revisions()).length).toBe(before);
  });

  it('is not for guests', async () => {
    const { guest } = await seed();
    expect((await guest.put('lines/1.1', { text: 'Hm.', seen: 'we lunch in march' })).status).toBe(403);
    expect(await guest.lines()).toHaveLength(3);
  });

  it('waits until the meeting is over', async () => {
    const { ana } = await seed('live');
    expect((await ana.put('lines/1.1', { text: 'We launch.', seen: 'we lunch in march' })).status).toBe(409);
  });

  it('has to name a line that was said, and words to read', async () => {
    const { ana } = await seed();
    expect((await ana.put('lines/1.9', { text: 'Hm.', seen: '' })).status).toBe(404);
    expect((await ana.put('lines/last', { text: 'Hm.', seen: '' })).status).toBe(400);
    expect((await ana.put('lines/1.1', { text: '\u200b', seen: 'we lunch in march' })).status).toBe(400);
  });
});

describe('a speaker', () => {
  it('of one line is somebody of the meeting, or anybody else by name', async () => {
    const { ana, benId, id } = await seed();
    expect(await ana.change('lines/1.1/speaker', { name: 'ben' })).toMatchObject({
      ...{ speaker: benId, speakerName: 'Ben', heardAs: 'Ana', renamed: 'line' },
    });
    expect(await ana.change('lines/1.3/speaker', { name: 'Cleo' })).toMatchObject({
      ...{ speaker: 'named:cleo', speakerName: 'Cleo', heardAs: 'Ana' },
    });
    expect((await listFinalLines(database.db, id)).map(({ speakerName }) => speakerName)).toEqual([
      ...['Ben', 'Ben', 'Cleo'],
    ]);
    expect(await ana.change('lines/1.3/speaker', { name: null })).toMatchObject({
      ...{ speakerName: 'Ana', heardAs: null, renamed: null },
    });
    expect((await ana.edits('1.3')).map(({ what, after }) => [what, after])).toEqual([
      ['speaker', 'Cleo'],
      ['speaker', 'Ana'],
    ]);
  });

  it('is called otherwise in the whole meeting, also in lines that were given to them', async () => {
    const { ana, benId } = await seed();
    await ana.change('lines/1.3/speaker', { name: 'Ben' });
    expect((await ana.put(`speakers/${benId}`, { name: 'Benedict' })).status).toBe(204);
    const named = async () =>
      (await ana.lines()).map(({ speakerName, heardAs, renamed }) => [speakerName, heardAs, renamed]);
    expect(await named()).toEqual([
      ['Ana', null, null],
      ['Benedict', 'Ben', 'meeting'],
      ['Benedict', 'Ana', 'line'],
    ]);
    expect((await ana.edits('1.2')).map(({ what, before, after }) => [what, before, after])).toEqual([
      ['name', 'Ben', 'Benedict'],
    ]);
    expect((await ana.put('speakers/par_nobody', { name: 'X' })).status).toBe(404);
    expect((await ana.put(`speakers/${benId}`, { name: null })).status).toBe(204);
    expect((await ana.lines()).map(({ speakerName }) => speakerName)).toEqual(['Ana', 'Ben', 'Ben']);
  });
});
