import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexPending } from '../../db/queries/search-index.ts';
import { meetings } from '../../db/schema/meetings.ts';
import { addedLines, lineRevisions } from '../../db/schema/revisions.ts';
import { tasks } from '../../db/schema/tasks.ts';
import { transcriptLines } from '../../db/schema/transcript.ts';
import { addLines, joinAgent } from '../../functions/testing/seed-meeting.ts';
import { type SearchAnswer, searchAnswerSchema } from '../../lib/archive-messages.ts';
import { createId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

describe('GET /api/search', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: TestWeb;
  let cookie: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    web = createTestWeb(database);
    cookie = (await web.signIn()).cookie;
  });
  afterAll(() => database[Symbol.asyncDispose]());

  /** A live meeting of the owner with these lines. */
  async function hold(texts: string[], by = cookie) {
    const { meeting } = await web.createMeeting(by);
    const person = await web.join(meeting.code, 'Ana Ruiz', { cookie: by });
    await joinAgent(database, meeting.id);
    await addLines(
      database,
      meeting.id,
      texts.map((text) => ({ text, speaker: person.participantId, speakerName: 'Ana Ruiz' })),
    );
    await indexPending(database.db);
    return { id: meeting.id, code: meeting.code, person };
  }

  async function search(query: Record<string, string>, by = cookie): Promise<SearchAnswer> {
    const answer = await web.request('GET', `/api/search?${new URLSearchParams(query)}`, {
      headers: { cookie: by },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return searchAnswerSchema.parse(answer.body);
  }
  const textsOf = ({ meetings: found }: SearchAnswer) =>
    found.flatMap(({ hits }) => hits.map(({ text }) => text));

  it('finds a line by its words, other forms of them and the beginning of the last one', async () => {
    const { id } = await hold(['The zeppelin lands on Friday.', 'Nothing about it here.']);
    for (const q of ['zeppelin friday', 'landing zeppelins ', 'ZÉPPELIN', 'zepp', '"on friday"']) {
      const found = await search({ q });
      expect(textsOf(found), q).toEqual(['The zeppelin lands on Friday.']);
      expect(found).toMatchObject({ matched: 'all', count: 1, complete: true, next: null });
    }
    const [meeting] = (await search({ q: 'zepp' })).meetings;
    expect(meeting).toMatchObject({
      id,
      title: 'Test',
      hits: [
        {
          kind: 'line',
          speaker: 'Ana Ruiz',
          line: { epoch: 1, seq: 1 },
          startMs: 0,
          marks: [{ from: 4, to: 12 }],
        },
      ],
    });
    expect(textsOf(await search({ q: '"friday on"' }))).toEqual([]);
  });

  it('says when nothing has all of the words', async () => {
    await hold(['A quokka waved.', 'A numbat slept.']);
    expect(await search({ q: 'quokka numbat ' })).toMatchObject({ matched: 'any', count: 2 });
  });

  it('finds the words that count: of a person before a recording before the live ones', async () => {
    const { id, person } = await hold(['We hire Jon Smyth.']);
    const revise = async (source: 'recording' | 'person', text: string) => {
      await database.db.insert(lineRevisions).values({ meetingId: id, epoch: 1, seq: 1, source, text });
      await indexPending(database.db);
    };
    await revise('recording', 'We hire John Smythe.');
    expect(textsOf(await search({ q: 'smythe' }))).toEqual(['We hire John Smythe.']);
    expect((await search({ q: '"smyth"' })).count).toBe(0);
    await revise('person', 'We hire Joan Smithers.');
    expect(textsOf(await search({ q: 'smithers' }))).toEqual(['We hire Joan Smithers.']);
    expect((await search({ q: '"smythe"' })).count).toBe(0);
    await database.db.insert(addedLines).values({
      meetingId: id,
      number: 1,
      participantId: person.participantId,
      startMs: 500,
      endMs: 900,
      text: 'Only the recorder heard wombats.',
    });
    await indexPending(database.db);
    const [meeting] = (await search({ q: 'wombats' })).meetings;
    expect(meeting?.hits[0]).toMatchObject({ line: { epoch: 0, seq: 1 }, speaker: 'Ana Ruiz' });
  });

  it('finds titles and tasks, and forgets what was deleted', async () => {
    const { id } = await hold(['Kumquat in a line.']);
    const edited = await web.request('PATCH', `/api/meetings/${id}`, {
      body: { title: 'Kumquat review' },
      headers: { cookie },
    });
    if (edited.status !== 200)
      await database.db.update(meetings).set({ title: 'Kumquat review' }).where(eq(meetings.id, id));
    const task = createId('tsk');
    await database.db.insert(tasks).values({ id: task, meetingId: id, text: 'Buy a kumquat' });
    await indexPending(database.db);
    const kinds = async () =>
      (await search({ q: 'kumquat' })).meetings.flatMap(({ hits }) => hits.map(({ kind }) => kind));
    expect(await kinds()).toEqual(['title', 'task', 'line']);
    await database.db.delete(tasks).where(eq(tasks.id, task));
    await database.db.delete(transcriptLines).where(eq(transcriptLines.meetingId, id));
    await indexPending(database.db);
    expect(await kinds()).toEqual(['title']);
    await database.db.delete(meetings).where(eq(meetings.id, id));
    expect(await kinds()).toEqual([]);
  });

  it('shows and counts only what the one who asks may see', async () => {
    const stranger = (await web.signIn('stranger@example.test')).cookie;
    const { id } = await hold(['The marmoset is a secret.']);
    const own = await hold(['My marmoset is not.'], stranger);
    expect(textsOf(await search({ q: 'marmoset' }, stranger))).toEqual(['My marmoset is not.']);
    expect((await search({ q: 'marmoset' }, stranger)).count).toBe(1);
    const refused = await web.request('GET', `/api/meetings/${id}/search?q=marmoset`, {
      headers: { cookie: stranger },
    });
    expect(refused.status).toBe(404);
    expect((await web.request('GET', '/api/search?q=marmoset')).status).toBe(401);
    await search({ q: 'marmoset', after: `${id}.${Date.now() + 60_000}.0.all` }, stranger).then((page) =>
      expect(textsOf(page).every((text) => text.startsWith('My'))).toBe(true),
    );
    expect(own.id).not.toBe(id);
  });

  it('lets a guest search the meeting that they are in', async () => {
    const { id, person } = await hold(['An axolotl.', 'No animal.']);
    const { body } = await web.request('GET', `/api/meetings/${id}/search?q=axolotl`, {
      token: (person as Joined).apiToken,
    });
    expect(textsOf(searchAnswerSchema.parse(body))).toEqual(['An axolotl.']);
  });

  it('narrows to a speaker and to days', async () => {
    const { id } = await hold(['The ocelot one.']);
    await addLines(database, id, [{ seq: 9, text: 'The ocelot two.', speakerName: 'Ben Carter' }]);
    await indexPending(database.db);
    expect(textsOf(await search({ q: 'ocelot', speaker: 'ben' }))).toEqual(['The ocelot two.']);
    expect(textsOf(await search({ q: 'ocelot', speaker: 'ruiz ana' }))).toEqual(['The ocelot one.']);
    const today = new Date().toISOString().slice(0, 10);
    expect((await search({ q: 'ocelot', from: today, to: today })).count).toBe(2);
    expect((await search({ q: 'ocelot', to: '2020-01-01' })).count).toBe(0);
  });

  it('pages through everything once, the newest meeting first', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `Caracal number ${n}.`);
    const older = await hold(many(70));
    const newer = await hold(many(40));
    const seen: string[] = [];
    let after = '';
    for (let pages = 0; pages < 5; pages++) {
      const page = await search({ q: 'caracal', after });
      seen.push(...page.meetings.flatMap(({ id, hits }) => hits.map(({ text }) => `${id} ${text}`)));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual([
      ...many(40).map((text) => `${newer.id} ${text}`),
      ...many(70).map((text) => `${older.id} ${text}`),
    ]);
  });

  it('goes on behind a meeting that was deleted between two pages', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `Serval number ${n}.`);
    await hold(many(5));
    await hold(many(30));
    const newest = await hold(many(60));
    const first = await search({ q: 'serval' });
    await database.db.delete(meetings).where(eq(meetings.id, newest.id));
    const rest = await search({ q: 'serval', after: first.next ?? '' });
    expect(textsOf(rest)).toEqual([...many(30), ...many(5)]);
    expect(rest).toMatchObject({ count: 35, complete: true, next: null });
  });

  it.each([
    ['nothing', ''],
    ['operators only', '& | ! <-> ( ) : * "" \\ \''],
    ['invisible characters', '\u200b\u202e\u2066\u0000'],
    ['a lone surrogate', '\ud800'],
  ])('takes %s for no word at all', async (_, q) => {
    expect(await search({ q })).toMatchObject({ matched: 'none', count: 0, meetings: [] });
  });

  it('refuses with a sentence what is too long or no day', async () => {
    for (const [query, problem] of [
      [{ q: 'x'.repeat(10_240) }, 'q: has more than 400 characters'],
      [{ q: 'x', from: '2026-13-40' }, 'from: is not a day'],
      [{ q: 'x', to: '0000-01-01' }, 'to: is not a day of our time'],
      [{ q: 'x', after: 'nowhere' }, 'after: is not a place'],
    ] as const) {
      const { status, body } = await web.request('GET', `/api/search?${new URLSearchParams(query)}`, {
        headers: { cookie },
      });
      expect([status, (body as { error: { message: string } }).error.message]).toEqual([
        400,
        expect.stringContaining(problem),
      ]);
    }
  });
});
