import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexPending } from '../../db/queries/search-index.ts';
import { addLines, joinAgent } from '../../functions/testing/seed-meeting.ts';
import { notInMeetings } from '../../lib/archive-brief.ts';
import type { AskArchive, AskEvent } from '../../lib/archive-messages.ts';
import { readAskEvents } from '../../lib/read-ask-events.ts';
import { createTestDatabase } from '../../local/testing/test-database.ts';
import type { AnswerWriter } from '../archive/answer-writer.ts';
import { createTestWeb, type TestWeb } from '../testing/test-web.ts';

/** A model that says what it is told to, and keeps what it was given. */
function createScriptedWriter(
  ...pieces: string[]
): AnswerWriter & { given: { instructions: string; asked: string[] }[] } {
  const given: { instructions: string; asked: string[] }[] = [];
  return {
    by: 'model',
    given,
    async *write(instructions, messages) {
      given.push({ instructions, asked: messages.map(({ content }) => String(content)) });
      for (const piece of pieces) {
        if (piece === 'BREAK') throw new Error('the line went dead');
        yield piece;
      }
    },
  };
}

describe('POST /api/ask', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let web: TestWeb;
  let cookie: string;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    web = createTestWeb(database);
    cookie = (await web.signIn()).cookie;
    id = await hold(cookie, [
      'The launch of Heron is on the second of May.',
      'Ben tests the payment screen.',
      'Lunch was good.',
    ]);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function hold(by: string, texts: string[]): Promise<string> {
    const { meeting } = await web.createMeeting(by);
    await web.join(meeting.code, 'Ana Ruiz', { cookie: by });
    await joinAgent(database, meeting.id);
    await addLines(
      database,
      meeting.id,
      texts.map((text) => ({ text, speakerName: 'Ana Ruiz' })),
    );
    await indexPending(database.db);
    return meeting.id;
  }

  async function ask(body: AskArchive, { path = '/api/ask', by = cookie } = {}): Promise<AskEvent[]> {
    const answer = await web.fetch(path, {
      method: 'POST',
      headers: { cookie: by, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    if (!answer.body) throw new Error('there is no answer');
    return await Array.fromAsync(readAskEvents(answer.body));
  }
  const statements = (events: AskEvent[]) =>
    events.flatMap((event) => (event.type === 'statement' ? [event] : []));

  it('shows what a model says with the lines that it comes from, and nothing else', async () => {
    const writer = createScriptedWriter(
      'Heron launches on ',
      'May 2 [1.1]. Everybody is hap',
      'py. Ben tests [1.2][9.9].',
    );
    web.context.archive = { meaning: null, writer };
    const events = await ask({ question: 'When is the launch of Heron?' });
    expect(events[0]).toEqual({ type: 'start', by: 'model', meetings: 1 });
    expect(
      statements(events).map(({ text, citations }) => [
        text,
        citations.map(({ number, line }) => [number, line.seq]),
      ]),
    ).toEqual([
      ['Heron launches on May 2.', [[1, 1]]],
      ['Ben tests.', [[2, 2]]],
    ]);
    expect(statements(events)[0]?.citations[0]).toMatchObject({
      meetingId: id,
      title: 'Test',
      line: { epoch: 1, seq: 1 },
      startMs: 0,
      speaker: 'Ana Ruiz',
      text: 'The launch of Heron is on the second of May.',
    });
    expect(events.at(-1)).toEqual({ type: 'end', found: true, dropped: 1, problem: null });
  });

  it('says that it is not in the meetings when the model says so', async () => {
    web.context.archive = { meaning: null, writer: createScriptedWriter(notInMeetings) };
    const events = await ask({ question: 'When is the launch of Osprey?' });
    expect(events.slice(1)).toEqual([{ type: 'end', found: false, dropped: 0, problem: null }]);
  });

  it('gives what was said as data, and what was asked before along', async () => {
    const writer = createScriptedWriter('May [1.1].');
    web.context.archive = { meaning: null, writer };
    const turns = [{ question: 'When is the launch of Heron?', answer: 'On May 2.' }];
    await ask({ question: 'And who tests it?', turns });
    const [call] = writer.given;
    expect(call?.asked).toEqual(['When is the launch of Heron?', 'On May 2.', 'And who tests it?']);
    expect(call?.instructions).toContain('"asked":"When is the launch of Heron? And who tests it?"');
    expect(call?.instructions).toContain('"text":"The launch of Heron is on the second of May."');
  });

  it('ends with a sentence when the model breaks off', async () => {
    web.context.archive = {
      meaning: null,
      writer: createScriptedWriter('It is on May 2 [1.1]. And ', 'BREAK'),
    };
    const events = await ask({ question: 'When is the launch of Heron?' });
    expect(statements(events).map(({ text }) => text)).toEqual(['It is on May 2.']);
    expect(events.at(-1)).toMatchObject({
      type: 'end',
      found: true,
      problem: expect.stringContaining('Try again'),
    });
  });

  it('quotes the best lines where no model is configured', async () => {
    web.context.archive = { meaning: null, writer: null };
    const events = await ask({ question: 'When is the launch of Heron?' });
    expect(events[0]).toMatchObject({ by: 'passages' });
    expect(statements(events)[0]?.text).toBe('Ana Ruiz: The launch of Heron is on the second of May.');
    expect((await ask({ question: 'What about submarines?' })).at(-1)).toMatchObject({ found: false });
  });

  it('reads only what the one who asks may see', async () => {
    const stranger = (await web.signIn('stranger@example.test')).cookie;
    await hold(stranger, ['We talk about gardens.']);
    const writer = createScriptedWriter('Yes [1.1].');
    web.context.archive = { meaning: null, writer };
    const events = await ask({ question: 'When is the launch of Heron?' }, { by: stranger });
    expect(events[0]).toMatchObject({ meetings: 1 });
    expect(JSON.stringify([events, writer.given])).not.toContain('second of May');
    const refused = await web.request('POST', `/api/meetings/${id}/ask`, {
      body: { question: 'When?' },
      headers: { cookie: stranger },
    });
    expect(refused.status).toBe(404);
  });

  it('refuses what is no question, and too many of them', async () => {
    const post = (body: unknown) => web.request('POST', '/api/ask', { body, headers: { cookie } });
    expect((await post({ question: '' })).status).toBe(400);
    expect((await post({ question: 'x'.repeat(10_240) })).status).toBe(400);
    web.context.archive = { meaning: null, writer: null };
    let status = 200;
    for (let n = 0; n < 45 && status === 200; n++) {
      status = (
        await web.fetch('/api/ask', {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ question: '?!' }),
        })
      ).status;
    }
    expect(status).toBe(429);
  });
});
