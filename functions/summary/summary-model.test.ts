import { describe, expect, it } from 'vitest';
import { type Act, startScriptedModel } from '../testing/scripted-model.ts';
import { brief, line } from '../testing/summary-brief.ts';
import { createSummaryModel } from './summary-model.ts';

async function play(...script: Act[]) {
  await using scripted = await startScriptedModel(...script);
  // Short only where nothing comes: a loaded machine answers in a second at times.
  const timeoutMs = script.some(({ kind }) => kind === 'hang') ? 300 : 10_000;
  const model = createSummaryModel(scripted.server, { timeoutMs });
  const answer = await model.write(brief, [line]).then(
    ({ written, modelMs }) => ({ written, modelMs }),
    ({ message, retryable, retryAfterMs }) => ({ message, retryable, retryAfterMs }),
  );
  return { answer, calls: scripted.calls };
}

const task = { text: 'I will send it.', owner: 'Ana', due: null, quote: 'I will send it.', lines: ['1.1'] };

describe(createSummaryModel, () => {
  it('gives what was said as data and reads the answer', async () => {
    const { answer, calls } = await play({ kind: 'summary' });
    expect(answer).toMatchObject({ written: { overview: '1 lines.', tasks: [task] } });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.messages.at(-1)).toContain(JSON.stringify(line));
    expect(calls[0]?.messages[0]).not.toContain(line.text);
  });

  it('leaves out a day that does not exist, and keeps the rest', async () => {
    const { answer } = await play({ kind: 'summary', over: { tasks: [{ ...task, due: '2026-02-31' }] } });
    expect(answer).toMatchObject({ written: { tasks: [task] } });
  });

  it.each<[string, Act]>([
    ['no JSON', { kind: 'text', text: 'Here is your summary: it was nice.' }],
    ['half an answer', { kind: 'text', text: '{"overview":"It was', finishReason: 'length' }],
    ['JSON of another shape', { kind: 'text', text: '{"summary":"nice"}' }],
    ['nothing', { kind: 'text', text: '' }],
  ])('sends back %s once, with what is wrong', async (_name, act) => {
    const repaired = await play(act, { kind: 'summary' });
    expect(repaired.answer).toMatchObject({ written: { tasks: [task] } });
    expect(repaired.calls[1]?.messages.at(-1)).toMatch(/^This answer cannot be used: /);
    const twice = await play(act);
    expect(twice.answer).toEqual({
      message: 'The model gave no answer that can be used, twice.',
      retryable: false,
      retryAfterMs: null,
    });
    expect(twice.calls).toHaveLength(2);
  });

  it('waits as long as a busy server asks for, and comes back', async () => {
    const busy: Act = { kind: 'status', status: 429, headers: { 'retry-after-ms': '150' } };
    const { answer, calls } = await play(busy, busy, { kind: 'summary' });
    expect(answer).toMatchObject({ written: { tasks: [task] } });
    expect((calls[2]?.atMs ?? 0) - (calls[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(290);
  });

  it.each<[Act, object]>([
    [
      { kind: 'status', status: 429, headers: { 'retry-after': '90' } },
      { message: 'The model is busy.', retryable: true, retryAfterMs: 90_000 },
    ],
    [
      { kind: 'status', status: 503 },
      { message: 'The model is busy.', retryable: true, retryAfterMs: null },
    ],
    [
      { kind: 'status', status: 500 },
      { message: "The model's server has a problem (500).", retryable: true },
    ],
    [
      { kind: 'status', status: 200, body: '<html>Bad gateway' },
      { message: "The model's server has a problem (200).", retryable: true },
    ],
    [{ kind: 'hang' }, { message: 'The model did not answer in time.', retryable: true }],
    [
      { kind: 'status', status: 401 },
      { message: 'The key for the model is not accepted.', retryable: false },
    ],
    [
      { kind: 'status', status: 403 },
      { message: 'The key for the model is not accepted.', retryable: false },
    ],
    [
      { kind: 'status', status: 404 },
      { message: 'The model that is configured does not exist.', retryable: false },
    ],
    [
      { kind: 'status', status: 400 },
      { message: 'The model refused the request (400).', retryable: false },
    ],
    [{ kind: 'refusal' }, { message: 'The model refused to summarise this meeting.', retryable: false }],
  ])('tells after %j what is wrong', async (act, expected) => {
    const { answer, calls } = await play(act);
    expect(answer).toMatchObject(expected);
    expect(calls).toHaveLength(1);
  });

  it('says that nobody can be reached', async () => {
    const { server, ...scripted } = await startScriptedModel();
    await scripted[Symbol.asyncDispose]();
    await expect(createSummaryModel(server).write(brief, [line])).rejects.toMatchObject({
      message: 'The model could not be reached.',
      retryable: true,
    });
  });
});
