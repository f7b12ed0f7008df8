import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { closeMeeting, completeMeeting } from '../db/queries/finish-meeting.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { listStages } from '../db/queries/stages.ts';
import { findSummaryVersion } from '../db/queries/summaries.ts';
import { decisions, tasks } from '../db/schema/tasks.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { shareTestDatabase } from '../local/testing/test-database.ts';
import { giveUp, planSummary, storeWritten, writePart, writeWhole } from './summarize-meeting.ts';
import { createSummaryModel, type SummaryModel } from './summary/summary-model.ts';
import { testFunctionParts } from './testing/function-parts.ts';
import { type Act, startScriptedModel } from './testing/scripted-model.ts';
import { addLines, seedMeeting } from './testing/seed-meeting.ts';
import { startFunctions } from './testing/start-functions.ts';

const database = await shareTestDatabase();

const said = ['We decided on March.', 'I will send the report.', 'Good.'];

/** A completed meeting in which Ana said these words; nothing has followed it yet. */
async function seedCompleted(texts = said): Promise<MeetingId> {
  const { id } = await seedMeeting(database);
  await addLines(
    database,
    id,
    texts.map((text) => ({ text })),
  );
  await closeMeeting(database.db, id);
  await completeMeeting(database.db, id);
  return id;
}

async function open(script: Act[], over: Partial<SummaryModel> = {}) {
  const scripted = await startScriptedModel(...script);
  const summarizer = { ...createSummaryModel(scripted.server), ...over };
  const parts = testFunctionParts(database, { summarizer });
  return { ...scripted, parts, summarizer };
}

/** What the function does for one event, without Inngest. */
async function summarise(
  parts: ReturnType<typeof testFunctionParts>,
  id: MeetingId,
  asked: Parameters<typeof planSummary>[2] = null,
) {
  const plan = await planSummary(parts, id, asked);
  if (!plan) return null;
  for (let part = 1; plan.parts > 1 && part <= plan.parts; part += 1) {
    await writePart(parts, id, { plan, part });
  }
  await writeWhole(parts, id, plan);
  return storeWritten(parts, id, plan);
}

const stageOf = async (id: MeetingId, stage: string) => {
  const stages = await listStages(database.db, id);
  const { state, message } = stages.find((each) => each.stage === stage) ?? {};
  return [state, message];
};
const listTexts = async (id: MeetingId) => ({
  tasks: (await database.db.select().from(tasks).where(eq(tasks.meetingId, id))).map(({ text }) => text),
  decisions: (await database.db.select().from(decisions).where(eq(decisions.meetingId, id))).map(
    ({ text }) => text,
  ),
});
const eventsOf = (id: MeetingId, name: string) =>
  database.sql`select data from event_outbox where name = ${name} and data->>'meetingId' = ${id}`;

describe('summarize-meeting', () => {
  it('follows a completed meeting and a revised transcript, in one version each', async () => {
    await using model = await open([{ kind: 'summary' }]);
    await using _functions = await startFunctions(database, { summarizer: model.summarizer });
    const id = await seedCompleted();
    const version = (number: number) =>
      vi.waitFor(
        async () => {
          const found = await findSummaryVersion(database.db, id, number);
          expect(found).not.toBeNull();
          return found;
        },
        { timeout: 10_000 },
      );
    expect(await version(1)).toMatchObject({
      basis: 'live',
      by: 'model',
      model: 'scripted',
      template: 'general',
      content: { overview: '3 lines.', tasks: [{ text: said[1], lines: [{ epoch: 1, seq: 2 }] }] },
    });
    expect(await stageOf(id, 'summary')).toEqual(['done', '']);

    await database.sql`insert into line_revisions (meeting_id, epoch, seq, source, text)
      values (${id}, 1, 2, 'recording', 'I will send the report on Monday.')`;
    const revised = (by: string) =>
      enqueueEvent(database.db, {
        id: createId('evt'),
        name: 'transcript/revised',
        data: { meetingId: id, by },
      });
    await revised('person');
    await revised('recording');
    expect(await version(2)).toMatchObject({ basis: 'recording' });
    expect((await listTexts(id)).tasks).toEqual(['I will send the report on Monday.']);
    expect(model.calls).toHaveLength(2);
    expect((await eventsOf(id, 'summary/ready')).map(({ data }) => data.version)).toEqual([1, 2]);
  });

  it('follows words that an agent delivers late to a meeting in which nobody had spoken', async () => {
    await using model = await open([{ kind: 'summary' }]);
    await using _functions = await startFunctions(database, { summarizer: model.summarizer });
    const id = await seedCompleted([]);
    const settled = async (expected: [string, string]) =>
      vi.waitFor(async () => expect(await stageOf(id, 'summary')).toEqual(expected), { timeout: 10_000 });
    await settled(['skipped', 'Nobody spoke.']);
    await addLines(
      database,
      id,
      said.map((text) => ({ text })),
    );
    const event = { name: 'transcript/revised', data: { meetingId: id, by: 'agent' } };
    await enqueueEvent(database.db, { id: createId('evt'), ...event });
    await settled(['done', '']);
    expect((await eventsOf(id, 'summary/ready')).map(({ data }) => data.version)).toEqual([1]);
  });

  it('says why there is none when the model refuses, and tells it once', async () => {
    await using model = await open([{ kind: 'status', status: 401 }]);
    await using _functions = await startFunctions(database, { summarizer: model.summarizer });
    const id = await seedCompleted();
    await vi.waitFor(
      async () =>
        expect(await stageOf(id, 'summary')).toEqual(['failed', 'The key for the model is not accepted.']),
      { timeout: 10_000 },
    );
    expect(await eventsOf(id, 'summary/failed')).toHaveLength(1);
    expect(model.calls).toHaveLength(1);
  });

  it('comes back when a busy model asks for it, and says so meanwhile', async () => {
    const busy: Act = { kind: 'status', status: 503, headers: { 'retry-after': '21' } };
    await using model = await open([busy, { kind: 'summary' }]);
    await using _functions = await startFunctions(database, { summarizer: model.summarizer });
    const id = await seedCompleted();
    await vi.waitFor(
      async () =>
        expect(await stageOf(id, 'summary')).toEqual(['working', 'The model is busy. It is tried again.']),
      { timeout: 10_000 },
    );
    const [run] = await vi.waitFor(async () => {
      const runs = await database.sql`select extract(epoch from due_at - now())::float8 as wait, id
        from runner_runs where status = 'queued' and attempt = 1`;
      expect(runs).toHaveLength(1);
      return runs;
    });
    expect(run?.wait).toBeGreaterThan(19);
    await database.sql`update runner_runs set due_at = now() where id = ${run?.id ?? ''}`;
    await vi.waitFor(async () => expect(await stageOf(id, 'summary')).toEqual(['done', '']), {
      timeout: 10_000,
    });
  });
});

describe(planSummary, () => {
  it('skips a meeting in which nobody spoke, and its mail', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const { id } = await seedMeeting(database);
    await addLines(database, id, [{ speaker: `ai-${id}-1`, speakerName: 'Nova', text: 'Hello, I am Nova.' }]);
    await closeMeeting(database.db, id);
    await completeMeeting(database.db, id);
    expect(await summarise(model.parts, id)).toBeNull();
    expect(await stageOf(id, 'summary')).toEqual(['skipped', 'Nobody spoke.']);
    expect(await stageOf(id, 'mail')).toEqual(['skipped', 'Nobody spoke: there is nothing to send.']);
    expect(model.calls).toHaveLength(0);
  });

  it('waits for the end of a meeting that goes on', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const { id } = await seedMeeting(database);
    await addLines(database, id, [{}]);
    expect(await planSummary(model.parts, id, null)).toBeNull();
    expect(await stageOf(id, 'summary')).toEqual([undefined, undefined]);
  });

  it('says what to set where no model is configured', async () => {
    const id = await seedCompleted();
    expect(await planSummary(testFunctionParts(database), id, null)).toBeNull();
    const [state, message] = await stageOf(id, 'summary');
    expect([state, message?.slice(0, 23)]).toEqual(['failed', 'No model is configured ']);
    expect(await eventsOf(id, 'summary/failed')).toHaveLength(1);
  });

  it('makes no second version of the same input, and another one by another template', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const id = await seedCompleted();
    const first = await summarise(model.parts, id);
    expect(await summarise(model.parts, id, { template: 'general', instructions: '' })).toBeNull();
    expect(await stageOf(id, 'summary')).toEqual(['done', 'Nothing has changed since version 1.']);
    const wish = { template: 'own', instructions: 'Only the figures.' } as const;
    expect(await summarise(model.parts, id, wish)).not.toBe(first);
    expect(model.calls.at(-1)?.messages.at(-1)).toContain('Only the figures.');
    // Later ones keep what was asked for last.
    await addLines(database, id, [{ seq: 9, text: 'One more thing.' }]);
    await summarise(model.parts, id);
    expect(await findSummaryVersion(database.db, id)).toMatchObject({ version: 3, ...wish });
  });
});

describe(writeWhole, () => {
  it('asks the model once, also when it is repeated', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const id = await seedCompleted();
    const plan = await planSummary(model.parts, id, null);
    if (!plan) throw new Error('there is something to write');
    await writeWhole(model.parts, id, plan);
    await writeWhole(model.parts, id, plan);
    expect(model.calls).toHaveLength(1);
    const stored = await storeWritten(model.parts, id, plan);
    expect(await storeWritten(model.parts, id, plan)).toBe(stored);
    expect(await database.sql`select 1 from summary_drafts where meeting_id = ${id}`).toHaveLength(0);
  });

  it('makes the whole of a long meeting from its parts, and drops citations of lines that do not exist', async () => {
    const item = (text: string, ...lines: string[]) => ({ text, lines });
    await using model = await open([
      { kind: 'summary' },
      { kind: 'summary' },
      { kind: 'summary', over: { decisions: [item('March it is', '1.1', '1.500'), item('Rise', '7.1')] } },
    ]);
    const id = await seedCompleted(Array.from({ length: 40 }, (_, at) => `Point ${at}: we talk and talk.`));
    const parts = testFunctionParts(database, { summarizer: { ...model.summarizer, mostTokens: 700 } });
    await summarise(parts, id);
    expect(model.calls).toHaveLength(3);
    expect(model.calls[0]?.messages.at(-1)).toContain('"part":{"number":1,"of":2}');
    expect(model.calls[2]?.messages.at(-1)).toContain('20 lines.');
    expect(await findSummaryVersion(database.db, id)).toMatchObject({
      droppedCitations: 2,
      content: { decisions: [{ text: 'March it is', lines: [{ epoch: 1, seq: 1 }] }] },
    });
  });
});

describe(storeWritten, () => {
  it('updates what it found before, keeps what people touched, and doubles nothing that was made', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const id = await seedCompleted([
      'I will write the notes.',
      'I will book a room.',
      'We decided on March.',
    ]);
    await database.db.insert(decisions).values({
      id: createId('dec'),
      meetingId: id,
      text: 'The launch is in March.',
      causeEpoch: 1,
      causeSeq: 3,
    });
    await summarise(model.parts, id);
    expect(await listTexts(id)).toEqual({
      tasks: ['I will write the notes.', 'I will book a room.'],
      decisions: ['The launch is in March.'],
    });
    const before =
      await database.sql`select id, owner_id, quote from tasks where meeting_id = ${id} order by id`;
    expect(before[0]?.quote).toBe('I will write the notes.');

    await database.sql`update tasks set done_at = now(), text = 'Write them' where id = ${before[0]?.id}`;
    await database.sql`insert into line_revisions (meeting_id, epoch, seq, source, text) values
      (${id}, 1, 1, 'recording', 'I will write the notes today.'),
      (${id}, 1, 2, 'recording', 'I will book a big room.')`;
    await summarise(model.parts, id);
    const after = await database.sql`select id, text from tasks where meeting_id = ${id} order by id`;
    expect(after.map((row) => [row.id, row.text])).toEqual([
      [before[0]?.id, 'Write them'],
      [before[1]?.id, 'I will book a big room.'],
    ]);

    await database.sql`update line_revisions set text = 'No room then.' where meeting_id = ${id} and seq = 2`;
    await summarise(model.parts, id);
    expect((await listTexts(id)).tasks).toEqual(['Write them']);
  });

  it('does not bring back what a person has removed', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const id = await seedCompleted(['I will write the notes.']);
    await summarise(model.parts, id);
    await database.sql`update tasks set removed_at = now(), touched_at = now() where meeting_id = ${id}`;
    await addLines(database, id, [{ seq: 5, text: 'Thanks.' }]);
    await summarise(model.parts, id);
    expect(
      await database.sql`select removed_at is null as there from tasks where meeting_id = ${id}`,
    ).toEqual([{ there: false }]);
  });
});

describe('what people wrote in the chat', () => {
  it('is given to the model beside the lines, as data', async () => {
    await using model = await open([{ kind: 'summary' }]);
    const id = await seedCompleted();
    await database.sql`insert into chat_messages (meeting_id, id, seq, sender_name, text, at_ms, off_record)
      values (${id}, ${createId('msg')}, 1, 'Ben', 'Figures: https://example.org/q3', 1000, false)`;
    await summarise(model.parts, id);
    expect(model.calls[0]?.messages.at(-1)).toContain(
      '"chat":[{"atMs":1000,"sender":"Ben","text":"Figures: https://example.org/q3"}]',
    );
  });
});

describe(giveUp, () => {
  it('keeps its own troubles to itself, and leaves a deleted meeting alone', async () => {
    const id = await seedCompleted();
    await giveUp(database.db, id, { name: 'PostgresError', message: 'relation "x" does not exist' });
    expect(await stageOf(id, 'summary')).toEqual([
      'failed',
      'Something on our side did not work, several times.',
    ]);
    await giveUp(database.db, createId('mtg'), { name: 'Error', message: '' });
  });
});
