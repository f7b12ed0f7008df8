import { setTimeout as sleep } from 'node:timers/promises';
import { initializeLogger, llm } from '@livekit/agents';
import { LLM } from '@livekit/agents-plugin-openai';
import pino from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createId } from '../../lib/ids.ts';
import type { InterimCaption } from '../captions.ts';
import type { UnnumberedLine } from '../transcript-log.ts';
import { createVoice } from './create-voice.ts';
import { type PlaybackSource, voiceRate } from './playback.ts';
import { createSpeechServer } from './speech-server.ts';
import { characterMs, type ModelStub, startModelStub } from './testing/model-stub.ts';
import type { Interruptible, Voice, VoiceState } from './voice.ts';

/** A track that plays in real time, with a queue of 200 ms as the real one. */
function createRealTimeSource(): PlaybackSource {
  let endsAt = 0;
  return {
    get queuedDuration() {
      return Math.max(0, endsAt - performance.now());
    },
    async captureFrame(frame) {
      const durationMs = (frame.samplesPerChannel / voiceRate) * 1_000;
      endsAt = Math.max(endsAt, performance.now()) + durationMs;
      await sleep(Math.max(0, endsAt - performance.now() - 200));
    },
    clearQueue() {
      endsAt = performance.now();
    },
    waitForPlayout: () => sleep(Math.max(0, endsAt - performance.now())),
  };
}

let stub: ModelStub;
let voice: Voice & Interruptible;
let lines: UnnumberedLine[];
let captions: InterimCaption[];
let states: VoiceState[];

beforeAll(() => initializeLogger({ pretty: false, level: 'silent' }));
beforeEach(async () => {
  stub = await startModelStub();
  lines = [];
  captions = [];
  states = [];
  const startedAt = performance.now();
  const server = { baseUrl: stub.url, apiKey: null, model: 'stub' };
  voice = createVoice({
    model: new LLM({ baseURL: stub.url, apiKey: 'none', model: 'stub' }),
    speech: createSpeechServer({ ...server, voice: 'alloy' }, 'mtg'),
    source: createRealTimeSource(),
    speaker: () => ({ identity: 'ai-1', name: 'Nova', trackSid: 'TR_1' }),
    language: 'en',
    now: () => performance.now() - startedAt,
    onCaption: (caption) => captions.push(caption),
    onLine: (line) => lines.push(line),
    onState: (state) => states.push(state),
    logger: pino({ level: 'silent' }),
  });
});
afterEach(async () => {
  await voice.close();
  await stub[Symbol.asyncDispose]();
});

const question = () => {
  const chat = llm.ChatContext.empty();
  chat.addMessage({ role: 'system', content: 'You are Nova.' });
  chat.addMessage({ role: 'user', content: 'When is the launch?' });
  return chat;
};
const request = (more: object = {}) => ({
  id: createId('rpl'),
  chat: question(),
  tools: [],
  aloud: true,
  ...more,
});
const until = async (ready: () => boolean) => {
  const deadline = performance.now() + 5_000;
  while (!ready() && performance.now() < deadline) await sleep(10);
};

describe('reply', () => {
  test('speaks the first paragraph without marks, and makes captions and one line of it', async () => {
    stub.chat = [
      { type: 'text', pieces: ['On Thurs', 'day [1.2]. Ben', ' said so.', '\n\nIt was at ten [1.3].'] },
    ];
    const pieces: string[] = [];
    const { id, ...rest } = request({ onText: (piece: string) => pieces.push(piece) });
    expect(await voice.reply({ id, ...rest })).toEqual({
      ending: 'finished',
      failure: null,
      text: 'On Thursday [1.2]. Ben said so.\n\nIt was at ten [1.3].',
      spokenText: 'On Thursday. Ben said so.',
      speechFailed: false,
      usage: { promptTokens: 7, completionTokens: 3 },
    });
    expect(stub.spoken).toEqual(['On Thursday.', 'Ben said so.']);
    expect(pieces.join('')).toBe('On Thursday [1.2]. Ben said so.\n\nIt was at ten [1.3].');
    expect(captions.map(({ text }) => text)).toEqual(['On Thursday.', 'On Thursday. Ben said so.']);
    expect(lines).toEqual([
      {
        kind: 'speech',
        segmentId: id,
        speaker: 'ai-1',
        speakerName: 'Nova',
        trackSid: 'TR_1',
        startMs: captions[0]?.startMs,
        endMs: expect.any(Number),
        text: 'On Thursday. Ben said so.',
      },
    ]);
    const [line] = lines;
    expect((line?.endMs ?? 0) - (line?.startMs ?? 0)).toBeGreaterThan(20 * characterMs);
    expect(states).toEqual(['thinking', 'speaking', 'idle']);
  });

  test('only writes when nobody should hear it', async () => {
    stub.chat = [{ type: 'text', pieces: ['On Thursday.'] }];
    const outcome = await voice.reply(request({ aloud: false }));
    expect(outcome).toMatchObject({ ending: 'finished', text: 'On Thursday.', spokenText: '' });
    expect([stub.spoken, lines, captions]).toEqual([[], [], []]);
    expect(states).toEqual(['thinking', 'idle']);
  });

  test('names a tool that the model calls and was not given', async () => {
    const unknown: string[] = [];
    stub.chat = [
      { type: 'tool', name: 'wipeEverything', arguments: {} },
      { type: 'text', pieces: ['I cannot do that.'] },
    ];
    const onUnknownTool = (name: string) => unknown.push(name);
    expect(await voice.reply(request({ onUnknownTool }))).toMatchObject({ text: 'I cannot do that.' });
    expect(unknown).toEqual(['wipeEverything']);
  });

  test('works with tools, and forgets them and all that was said with the next reply', async () => {
    const calls: string[] = [];
    const tellTime = llm.tool({
      name: 'tellTime',
      description: 'Tells the time.',
      parameters: z.object({ zone: z.string() }),
      execute: async ({ zone }) => {
        calls.push(zone);
        return 'ten past nine';
      },
    });
    stub.chat = [
      { type: 'tool', name: 'tellTime', arguments: { zone: 'UTC' } },
      { type: 'text', pieces: ['Ten past nine.'] },
    ];
    const outcome = await voice.reply(request({ tools: [tellTime] }));
    expect(outcome).toMatchObject({
      ending: 'finished',
      text: 'Ten past nine.',
      spokenText: 'Ten past nine.',
    });
    expect(outcome.usage).toEqual({ promptTokens: 14, completionTokens: 6 });
    expect(calls).toEqual(['UTC']);
    await voice.reply(request());
    expect(stub.asked.at(-1)).toMatchObject({ messages: [{ role: 'system' }, { role: 'user' }] });
    expect(stub.asked.at(-1)?.messages.length).toBe(2);
  });

  test('does one thing at a time, in order', async () => {
    stub.chat = [
      { type: 'text', pieces: ['One.'], pauseMs: 200 },
      { type: 'text', pieces: ['Two.'] },
    ];
    await Promise.all([
      voice.reply(request()),
      voice.reply(request()),
      voice.say({ id: 'three', text: 'Three.' }),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['One.', 'Two.', 'Three.']);
    for (const [i, line] of lines.entries()) {
      expect(line.startMs).toBeGreaterThanOrEqual(lines[i - 1]?.endMs ?? 0);
    }
  });

  test('is taken out of the queue by its signal, and stopped by it', async () => {
    stub.chat = [{ type: 'text', pieces: ['This is a long answer about the launch.'] }];
    const first = new AbortController();
    const second = new AbortController();
    const outcomes = [
      voice.reply(request({ signal: first.signal })),
      voice.reply(request({ signal: second.signal })),
    ];
    second.abort();
    await until(() => voice.state === 'speaking');
    first.abort();
    expect(await Promise.all(outcomes)).toMatchObject([
      { ending: 'interrupted' },
      { ending: 'interrupted', text: '' },
    ]);
    expect(stub.asked.length).toBe(1);
  });
});

describe('interruption', () => {
  const long = 'The launch is on Thursday, the twelfth of March, in the morning.';

  test('stops at once and keeps only what was spoken', async () => {
    stub.chat = [{ type: 'text', pieces: [long] }];
    const reply = voice.reply(request());
    await until(() => voice.state === 'speaking');
    await sleep(14 * characterMs);
    voice.hearVoice('TR_ana', 200);
    voice.hearVoice('TR_ana', 416);
    expect(await reply).toMatchObject({ ending: 'interrupted', text: long, spokenText: 'The launch is' });
    expect(lines.map(({ text }) => text)).toEqual(['The launch is']);
    expect(await voice.say({ id: 'next', text: 'Yes?' })).toMatchObject({ ending: 'finished' });
  });

  test('goes on after a cough', async () => {
    stub.chat = [{ type: 'text', pieces: ['The launch is on Thursday.'] }];
    const reply = voice.reply(request());
    await until(() => voice.state === 'speaking');
    voice.hearVoice('TR_ana', 300);
    voice.hearVoice('TR_ana', 0);
    expect(await reply).toMatchObject({ ending: 'finished', spokenText: 'The launch is on Thursday.' });
  });

  test('is not caused by its own echo, and hears a person in it', async () => {
    stub.chat = [{ type: 'text', pieces: [long] }];
    const reply = voice.reply(request());
    await until(() => voice.state === 'speaking');
    const startMs = captions[0]?.startMs ?? 0;
    await sleep(200);
    voice.hearWords('TR_ana', 'the launch is', startMs + 100);
    expect(voice.state).toBe('speaking');
    voice.hearVoice('TR_ana', 1_500);
    expect(voice.state).toBe('speaking');
    expect(voice.isEcho({ text: 'the launch is on Thursday', startMs, endMs: startMs + 900 })).toBe(true);
    voice.hearWords('TR_ana', 'wait a moment', startMs + 200);
    expect(await reply).toMatchObject({ ending: 'interrupted' });
  });

  test('leaves nothing behind when no word was heard', async () => {
    stub.chat = [{ type: 'hang', pieces: ['The'] }];
    const reply = voice.reply(request());
    await until(() => stub.asked.length === 1);
    voice.interrupt();
    expect(await reply).toMatchObject({ ending: 'interrupted', spokenText: '' });
    expect([lines, captions]).toEqual([[], []]);
  });
});

describe('trouble', () => {
  test('shows the words when speech fails', async () => {
    stub.chat = [{ type: 'text', pieces: ['On Thursday. Ben said so.'] }];
    stub.speechStatus = 500;
    const outcome = await voice.reply(request());
    expect(outcome).toMatchObject({ ending: 'finished', speechFailed: true, spokenText: '' });
    expect(lines.map(({ text }) => text)).toEqual(['On Thursday. Ben said so.']);
    stub.speechStatus = 200;
    expect(await voice.say({ id: 'next', text: 'Better.' })).toMatchObject({ speechFailed: false });
  });

  test('says that the model failed, as often as it does, and answers when it is back', async () => {
    stub.chat = [{ type: 'status', status: 500 }];
    for (let i = 0; i < 5; i++) {
      expect(await voice.reply(request())).toMatchObject({ ending: 'failed', failure: 'model', text: '' });
    }
    stub.chat = [{ type: 'text', pieces: ['Yes.'] }];
    expect(await voice.reply(request())).toMatchObject({ ending: 'finished', spokenText: 'Yes.' });
  });

  test('takes an empty answer for nonsense', async () => {
    stub.chat = [{ type: 'text', pieces: [' ', '\n'] }];
    expect(await voice.reply(request())).toMatchObject({ ending: 'failed', failure: 'nonsense' });
    expect(lines).toEqual([]);
  });

  test('waits ten seconds for a word and no longer, also in mid-answer', { timeout: 30_000 }, async () => {
    stub.chat = [{ type: 'hang', pieces: ['It is on Thursday. And'] }];
    const startedAt = performance.now();
    expect(await voice.reply(request())).toMatchObject({ ending: 'failed', failure: 'silence' });
    expect(performance.now() - startedAt).toBeLessThan(13_000);
    expect(lines.map(({ text }) => text)).toEqual(['It is on Thursday.']);
    stub.chat = [{ type: 'text', pieces: ['Yes.'] }];
    expect(await voice.reply(request())).toMatchObject({ ending: 'finished' });
  });

  test('refuses in a value after it was closed', async () => {
    await voice.close();
    expect(await voice.say({ id: 'late', text: 'Hello.' })).toMatchObject({ ending: 'interrupted' });
  });
});
