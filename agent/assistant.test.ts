import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseMeetingData } from '../lib/assistant-brief.ts';
import type { AgentEvent, ApprovalView, Reply } from '../lib/assistant-messages.ts';
import { createId } from '../lib/ids.ts';
import { createLogger } from '../lib/logger.ts';
import { agentIdentity, type Persona, type RoomMetadata, type TranscriptLine } from '../lib/messages.ts';
import { approvalOf } from './assistant/testing/approval-of.ts';
import { createFakeAssistantWeb } from './assistant/testing/fake-assistant-web.ts';
import { createFakeRoom, personOf } from './assistant/testing/fake-room.ts';
import { createFakeVoice, type Think } from './assistant/testing/fake-voice.ts';
import { type Assistant, createAssistant } from './assistant.ts';
import type { ReplyRequest } from './voice/voice.ts';

const open: Assistant[] = [];
afterEach(async () => {
  for (const assistant of open.splice(0)) await assistant.close(100);
});

interface Options {
  think?: Think;
  persona?: Partial<Persona>;
  features?: Partial<RoomMetadata['features']>;
  web?: Omit<Parameters<typeof createFakeAssistantWeb>[0], 'people'>;
}

/** What the model reads: its system message, and the request. */
function readingOf({ chat }: ReplyRequest) {
  const messages = chat.items.flatMap((item) => (item.type === 'message' ? [item.textContent ?? ''] : []));
  return { system: messages[0] ?? '', request: messages.at(-1) ?? '', messages };
}

function setUp({
  think = () => 'In March [1.1].',
  persona = {},
  features = {},
  web: webOptions,
}: Options = {}) {
  const ana = personOf('Ana Ruiz', 'host');
  const ben = personOf('Ben Carter');
  const room = createFakeRoom([ana, ben]);
  const web = createFakeAssistantWeb({ people: [ana, ben], ...webOptions });
  const voice = createFakeVoice(think);
  const meetingId = createId('mtg');
  const metadata: RoomMetadata = {
    v: 1,
    meeting: { id: meetingId, title: 'Kick-off', language: 'en', startedAtMs: 0, timeZone: 'Europe/Berlin' },
    persona: {
      name: 'Nova',
      instructions: 'Be calm.',
      mode: 'addressed',
      voice: 'default',
      greeting: '',
      ...persona,
    },
    features: {
      paused: false,
      muted: false,
      dismissed: false,
      recording: false,
      picture: false,
      ...features,
    },
  };
  let nowMs = 0;
  let tell: (event: AgentEvent) => void = () => undefined;
  const assistant = createAssistant({
    voice,
    web,
    room,
    followEvents: async (_after, onEvent) => {
      tell = onEvent;
    },
    metadata: () => metadata,
    by: 'rules',
    now: () => nowMs,
    dateNowMs: () => Date.UTC(2026, 2, 3, 8),
    logger: createLogger('test', 'silent'),
  });
  open.push(assistant);
  let seq = 0;
  const say = (
    person: { id: string; name: string },
    text: string,
    atMs = (seq + 1) * 5_000,
  ): TranscriptLine => {
    seq += 1;
    nowMs = atMs + 1_000;
    const line: TranscriptLine = {
      epoch: 1,
      seq,
      kind: 'speech',
      segmentId: `s${seq}`,
      speaker: person.id,
      speakerName: person.name,
      trackSid: 'TR',
      startMs: atMs,
      endMs: nowMs,
      text,
    };
    assistant.hear(line);
    return line;
  };
  return {
    ...{ assistant, web, room, voice, metadata, ana, ben, say },
    tell: (event: AgentEvent) => tell(event),
    at: (ms: number) => {
      nowMs = ms;
    },
    ask: (who: string, over: object = {}) =>
      assistant.ask(
        who,
        JSON.stringify({
          type: 'ask',
          kind: 'question',
          question: 'When?',
          audience: 'me',
          ...over,
        }),
      ),
    replies: () => [...web.replies.values()],
    shownTo: (who: string) =>
      room.calls
        .filter((call) => call.who === who && call.method === 'agent.answer')
        .map(({ payload }) => payload as Reply),
  };
}

describe(createAssistant, () => {
  it('answers aloud who speaks to it, with the line that it knows it from, and keeps the answer', async () => {
    const { say, ana, ben, voice, replies, shownTo } = setUp();
    say(ben, 'The launch moves to March.');
    const asked = say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(voice.heard).toEqual(['In March.']);
    expect(replies()[0]).toMatchObject({
      kind: 'question',
      asker: { id: ana.id, name: 'Ana Ruiz' },
      question: 'when is the launch?',
      cause: { epoch: 1, seq: asked.seq },
      audience: 'all',
      text: 'In March [1.1].',
      citations: [{ epoch: 1, seq: 1 }],
      spoken: true,
      state: 'done',
      by: 'rules',
    });
    await vi.waitFor(() =>
      expect(shownTo('Ben').at(-1)).toMatchObject({ state: 'done', text: 'In March [1.1].' }),
    );
  });

  it('keeps quiet when it is only talked about', async () => {
    const think = vi.fn(() => 'Yes.');
    const { say, ana } = setUp({ think });
    say(ana, 'Nova said that it is in March.');
    say(ana, 'We should ask Nova later.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(think).not.toHaveBeenCalled();
  });

  it('tells the model the facts, the transcript without the request, and the request', async () => {
    const readings: ReturnType<typeof readingOf>[] = [];
    const { say, ana, ben, replies, assistant } = setUp({
      think: (request) => {
        readings.push(readingOf(request));
        return 'Yes.';
      },
      web: {
        briefing: { openTasks: [{ id: createId('tsk'), text: 'Send it', owner: 'Ben', due: '2026-03-06' }] },
      },
    });
    await assistant.open();
    say(ben, 'The launch moves to March.');
    say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    const [reading] = readings;
    expect(reading?.system).toContain('Be calm.');
    expect(reading?.request).toBe('when is the launch?');
    expect(parseMeetingData(reading?.system ?? '')).toEqual({
      brief: {
        v: 1,
        persona: 'Nova',
        meetingTitle: 'Kick-off',
        now: '2026-03-03T09:00:00+01:00',
        timeZone: 'Europe/Berlin',
        people: [
          { name: 'Ana Ruiz', present: true },
          { name: 'Ben Carter', present: true },
        ],
        asker: 'Ana Ruiz',
        request: 'question',
        audience: 'all',
        spoken: true,
        openTasks: [{ text: 'Send it', owner: 'Ben', due: '2026-03-06' }],
      },
      lines: [{ epoch: 1, seq: 1, atMs: 5_000, speaker: 'Ben Carter', text: 'The launch moves to March.' }],
    });
  });

  it('knows what was said before it came, however soon it is asked', async () => {
    const lines = [lineOf(1, 'The launch moves to March.')];
    const heard: unknown[] = [];
    const { ask, ana, replies, assistant, web } = setUp({
      think: (request) => {
        heard.push(parseMeetingData(readingOf(request).system)?.lines);
        return 'In March.';
      },
      web: { lines },
    });
    const { transcript } = web;
    web.transcript = async (after) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return transcript(after);
    };
    const opened = assistant.open();
    ask(ana.id, { question: 'When is the launch?' });
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(heard).toMatchObject([[{ text: 'The launch moves to March.' }]]);
    await opened;
  });

  it('drops citations of lines that do not exist, in the panel too', async () => {
    const { say, ana, replies, shownTo } = setUp({ think: () => 'In March [1.1] or May [9.9].' });
    say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(replies()[0]).toMatchObject({ text: 'In March [1.1] or May.', citations: [{ epoch: 1, seq: 1 }] });
    expect(shownTo('Ana').every(({ text }) => !text.includes('9.9'))).toBe(true);
  });

  it('answers several people one after the other', async () => {
    const requests: string[] = [];
    const { say, ana, ben, replies } = setUp({
      think: async (request) => {
        const { request: words, system } = readingOf(request);
        requests.push(`${words} ${system.includes('Begin with the first name')}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return 'Yes.';
      },
    });
    say(ana, 'Nova, is it March?', 1_000);
    say(ben, 'Nova, is it May?', 1_500);
    await vi.waitFor(() => expect(replies()).toHaveLength(2));
    expect(requests).toEqual(['is it March? false', 'is it May? true']);
  });

  it('answers a follow-up without its name, with what was asked before', async () => {
    const readings: string[][] = [];
    const { say, ana, replies } = setUp({
      think: (request) => {
        readings.push(readingOf(request).messages.slice(1));
        return 'In March.';
      },
    });
    say(ana, 'Nova, when is the launch?', 1_000);
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    say(ana, 'And who decided that?', 4_000);
    await vi.waitFor(() => expect(replies()).toHaveLength(2));
    expect(readings[1]).toEqual(['when is the launch?', 'In March.', 'And who decided that?']);
  });

  it('answers when only its name is called', async () => {
    const { say, ana, at, voice, replies } = setUp();
    say(ana, 'Nova?', 1_000);
    at(10_000);
    await vi.waitFor(() => expect(voice.heard).toEqual(['Yes, Ana?']));
    say(ana, 'The launch date.', 12_000);
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
  });

  it('begins again when the request goes on before the answer is heard', async () => {
    const requests: string[] = [];
    const { say, ana, voice, replies } = setUp({
      think: async (request) => {
        const { request: words } = readingOf(request);
        requests.push(words);
        await new Promise((resolve) => setTimeout(resolve, 150));
        return `About: ${words}`;
      },
    });
    say(ana, 'Nova, schedule a meeting with Ben.', 1_000);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    say(ana, 'On Tuesday at ten.', 2_500);
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(voice.heard).toEqual(['About: schedule a meeting with Ben. On Tuesday at ten.']);
  });

  it('is silenced by who asked', async () => {
    const { say, ana, voice, replies } = setUp({ think: () => new Promise(() => undefined) });
    say(ana, 'Nova, when is the launch?', 1_000);
    await vi.waitFor(() => expect(voice.state).toBe('thinking'));
    say(ana, 'Nova, never mind.', 2_500);
    await vi.waitFor(() => expect(voice.state).toBe('idle'));
    expect(voice.heard).toEqual([]);
    expect(replies()).toEqual([]);
  });

  it("does not answer its own voice from somebody else's microphone", async () => {
    const { say, ana, ben, voice, replies } = setUp({ think: () => 'Nova, what is next?' });
    say(ana, 'Nova, what do you say?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    say(ben, 'Nova, what is next?');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(voice.heard).toHaveLength(1);
  });

  it('remembers its own lines and does not answer them', async () => {
    const think = vi.fn(() => 'Yes.');
    const { say, metadata } = setUp({ think });
    say({ id: agentIdentity(metadata.meeting.id, 1), name: 'Nova' }, 'Nova, what is next?');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(think).not.toHaveBeenCalled();
  });

  it.each([
    ['in silent mode', { persona: { mode: 'silent' as const } }],
    ['muted', { features: { muted: true } }],
  ])('answers in writing only, %s', async (_, options) => {
    const { say, ana, voice, replies, shownTo } = setUp(options);
    say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(voice.heard).toEqual([]);
    expect(replies()[0]).toMatchObject({ spoken: false, state: 'done' });
    expect(shownTo('Ben').at(-1)).toMatchObject({ text: 'In March [1.1].' });
  });

  it('hears and answers nothing off the record', async () => {
    const { say, ana, ask, metadata, assistant, replies } = setUp();
    say(ana, 'Nova.', 1_000);
    metadata.features.paused = true;
    assistant.changed();
    say(ana, 'What about the launch?', 2_500);
    expect(ask(ana.id)).toMatchObject({
      accepted: false,
      problem: expect.stringContaining('off the record'),
    });
    metadata.features.paused = false;
    assistant.changed();
    say(ana, 'What about the launch?', 5_500);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(replies()).toEqual([]);
  });

  it('knows after a pause what web has kept, and nothing that it heard itself', async () => {
    const readings: string[] = [];
    const lines: TranscriptLine[] = [];
    const { say, ana, ben, metadata, assistant, replies } = setUp({
      think: (request) => {
        readings.push(readingOf(request).system);
        return 'In March [1.1].';
      },
      web: { lines },
    });
    lines.push(say(ben, 'The launch moves to March.'));
    const secret = say(ben, 'Kim is looking for another job.');
    lines.push({ ...secret, segmentId: 'off-record-1-2', text: '' });
    metadata.features.paused = true;
    assistant.changed();
    say(ben, 'She told me on Friday.');
    metadata.features.paused = false;
    assistant.changed();
    say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(readings.join()).toContain('moves to March');
    expect(readings.join()).not.toMatch(/Kim|Friday/);
  });

  it('says so when the model does not work, and goes on', async () => {
    let works = false;
    const { say, ana, ben, voice, replies } = setUp({
      think: () => {
        if (works) return 'In March.';
        throw new Error('down');
      },
    });
    say(ana, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(1));
    expect(replies()[0]).toMatchObject({ state: 'failed', text: expect.stringContaining('does not work') });
    expect(voice.heard[0]).toContain('does not work');
    works = true;
    say(ben, 'Nova, when is the launch?');
    await vi.waitFor(() => expect(replies()).toHaveLength(2));
  });

  describe('typed questions', () => {
    it('are answered to the asker alone, and are not heard', async () => {
      const { ask, ana, voice, replies, shownTo } = setUp();
      expect(ask(ana.id)).toMatchObject({ accepted: true });
      await vi.waitFor(() => expect(replies()).toHaveLength(1));
      expect(replies()[0]).toMatchObject({ audience: 'me', cause: null, spoken: false });
      expect(shownTo('Ana')).not.toEqual([]);
      expect(shownTo('Ben')).toEqual([]);
      expect(voice.heard).toEqual([]);
    });

    it('are answered aloud when they were asked for all', async () => {
      const { ask, ana, voice, shownTo } = setUp();
      ask(ana.id, { audience: 'all' });
      await vi.waitFor(() => expect(voice.heard).toEqual(['In March [1.1].'.replace(' [1.1]', '')]));
      await vi.waitFor(() => expect(shownTo('Ben').at(-1)).toMatchObject({ state: 'done' }));
    });

    it('do not come to light in an answer for all', async () => {
      const readings: string[][] = [];
      const { ask, ana, replies } = setUp({
        think: (request) => {
          readings.push(readingOf(request).messages);
          return 'The secret.';
        },
      });
      ask(ana.id, { question: 'What is the secret?' });
      await vi.waitFor(() => expect(replies()).toHaveLength(1));
      ask(ana.id, { question: 'And now?', audience: 'all' });
      await vi.waitFor(() => expect(replies()).toHaveLength(2));
      ask(ana.id, { question: 'And for me?' });
      await vi.waitFor(() => expect(replies()).toHaveLength(3));
      expect(readings[1]?.join()).not.toContain('secret');
      expect(readings[2]?.join()).toContain('The secret.');
    });

    it('search earlier meetings in the name of the asker and for the audience of the answer', async () => {
      const { ask, ana, web, replies } = setUp({
        think: async (_, call) => JSON.stringify(await call('searchPastMeetings', { query: 'launch' })),
      });
      ask(ana.id);
      ask(ana.id, { audience: 'all' });
      await vi.waitFor(() => expect(replies()).toHaveLength(2));
      expect(web.searches).toEqual([
        { query: 'launch', askedBy: ana.id, audience: 'me' },
        { query: 'launch', askedBy: ana.id, audience: 'all' },
      ]);
    });
  });

  describe('proposals', () => {
    const decide: Think = async (_, call) => {
      const result = (await call('recordDecision', { text: 'We launch in March.' })) as { sentence: string };
      return result.sentence;
    };

    it('are made in the name of who asked, with the line, and shown to them', async () => {
      const { say, ana, web, room, voice } = setUp({ think: decide });
      const line = say(ana, 'Nova, note that we launch in March.');
      await vi.waitFor(() => expect(web.shown).toHaveLength(1));
      expect(web.proposed).toMatchObject([
        {
          tool: 'recordDecision',
          arguments: { text: 'We launch in March.' },
          askedBy: ana.id,
          approver: null,
          cause: { epoch: 1, seq: line.seq },
        },
      ]);
      expect(room.calls.filter(({ method }) => method === 'approval.request')).toMatchObject([
        { who: 'Ana', payload: { id: web.approvals[0]?.id } },
      ]);
      await vi.waitFor(() =>
        expect(voice.heard).toEqual([
          'Record a decision: We launch in March. Please approve it on your screen.',
        ]),
      );
    });

    it('with a tool that does not exist are refused by web, which logs them, and not by silence', async () => {
      const { say, ana, web, voice } = setUp({
        think: async (_, call) => {
          await call('wipeEverything', {});
          return '';
        },
      });
      say(ana, 'Nova, wipe everything.');
      await vi.waitFor(() => expect(voice.heard).toEqual(['That is not something that I can do.']));
      expect(web.proposed).toMatchObject([{ tool: 'wipeEverything', arguments: {}, askedBy: ana.id }]);
    });

    it('are said to wait even when the model says nothing', async () => {
      const { say, ana, voice, replies } = setUp({
        think: async (_, call) => {
          await call('recordDecision', { text: 'We launch.', approver: 'Ben Carter' });
          return '';
        },
      });
      say(ana, 'Nova, note that we launch.');
      await vi.waitFor(() => expect(replies()).toHaveLength(1));
      expect(voice.heard).toEqual(['Record a decision: We launch. I have asked Ben Carter to approve it.']);
      expect(replies()[0]).toMatchObject({
        text: 'Record a decision: We launch. I have asked Ben Carter to approve it.',
        state: 'done',
        spoken: true,
      });
    });

    it('reach web also when the answer is interrupted', async () => {
      const { say, ana, ben, web, voice } = setUp({
        think: async (_, call) => {
          await call('recordDecision', { text: 'We launch.' });
          return new Promise(() => undefined);
        },
      });
      say(ana, 'Nova, note that we launch.');
      await vi.waitFor(() => expect(web.shown).toHaveLength(1));
      say(ben, 'Nova, stop.');
      await vi.waitFor(() => expect(voice.state).toBe('idle'));
      expect(web.approvals).toHaveLength(1);
    });

    it('are told when they are done: aloud when they were asked for aloud', async () => {
      const { say, ana, web, voice, tell, assistant, replies } = setUp({ think: decide });
      await assistant.open();
      say(ana, 'Nova, note that we launch in March.');
      await vi.waitFor(() => expect(replies()).toHaveLength(1));
      const done = finished(web.approvals[0], 'I noted the decision.');
      tell({ type: 'action.finished', approval: done });
      tell({ type: 'action.finished', approval: done });
      await vi.waitFor(() => expect(voice.heard.at(-1)).toBe('I noted the decision.'));
      expect(voice.heard).toHaveLength(2);
      await vi.waitFor(() =>
        expect(replies().at(-1)).toMatchObject({
          kind: 'result',
          audience: 'all',
          text: 'I noted the decision.',
          spoken: true,
        }),
      );
    });

    it('are told to the asker alone when they were asked for in private', async () => {
      const { ask, ana, web, voice, tell, assistant, shownTo } = setUp({ think: decide });
      await assistant.open();
      ask(ana.id, { question: 'Note that we launch in March.' });
      await vi.waitFor(() => expect(web.shown).toHaveLength(1));
      tell({ type: 'action.finished', approval: finished(web.approvals[0], 'I noted the decision.') });
      await vi.waitFor(() => expect(shownTo('Ana').at(-1)).toMatchObject({ text: 'I noted the decision.' }));
      expect(shownTo('Ben')).toEqual([]);
      expect(voice.heard).toEqual([]);
    });

    it('that waited for an earlier agent are shown again', async () => {
      const ben = personOf('Ben Carter');
      const waiting = approvalOf({ approver: { id: ben.id, name: ben.name } });
      const { assistant, room, web } = setUp({ web: { briefing: { pending: [waiting] } } });
      await assistant.open();
      expect(room.calls).toEqual([]);
      room.present = [...room.present, ben];
      assistant.connected(ben.id);
      await vi.waitFor(() => expect(web.shown).toEqual([waiting.id]));
    });
  });

  describe('when it comes', () => {
    const greeting = 'Hello, I am Nova.';

    it('greets in a pause, once for a meeting', async () => {
      const first = setUp({ persona: { greeting }, web: { briefing: { greeted: false } } });
      const opened = first.assistant.open();
      setTimeout(() => first.at(2_000), 20);
      await opened;
      expect(first.voice.heard).toEqual([greeting]);
      expect(first.replies()).toMatchObject([{ kind: 'greeting', text: greeting, spoken: true }]);
      const next = setUp({ persona: { greeting }, web: { briefing: { greeted: true } } });
      await next.assistant.open();
      expect(next.voice.heard).toEqual([]);
    });

    it('leaves the greeting to another agent that was quicker', async () => {
      const { assistant, web, voice, at } = setUp({
        persona: { greeting },
        web: { briefing: { greeted: false } },
      });
      await web.saveReply(greetingReply);
      const opened = assistant.open();
      setTimeout(() => at(2_000), 20);
      await opened;
      expect(voice.heard).toEqual([]);
    });

    it('keeps open tasks from a newcomer until web has chosen them for everyone', async () => {
      const task = { id: createId('tsk'), text: 'Cut the budget', owner: null, due: null };
      const { assistant, say, ana, ben, replies, room, web } = setUp({
        think: async (request) =>
          String(parseMeetingData(readingOf(request).system)?.brief.openTasks.map(({ text }) => text)),
        web: { briefing: { openTasks: [task] } },
      });
      await assistant.open();
      say(ana, 'Nova, what is still open?');
      await vi.waitFor(() => expect(replies()[0]?.text).toBe('Cut the budget'));
      const cleo = personOf('Cleo Novak');
      room.present = [ana, ben, cleo];
      const before = await web.briefing();
      let asked = 0;
      web.briefing = async () => {
        asked += 1;
        if (asked === 1) return before;
        const present = { id: cleo.id, name: cleo.name, present: true, hasAddress: false };
        return { ...before, openTasks: [], people: [...before.people, present] };
      };
      assistant.connected(cleo.id);
      await vi.waitFor(() => expect(asked).toBe(1));
      say(ana, 'Nova, what is still open now?');
      await vi.waitFor(() => expect(replies()[1]?.state).toBe('done'));
      expect(replies()[1]?.text).not.toContain('Cut the budget');
      await vi.waitFor(() => expect(asked).toBe(2), { timeout: 3_000 });
    });

    it('reads what was said before', async () => {
      const lines = [1, 2, 3].map((seq) => lineOf(seq, `Line ${seq} about the launch.`));
      const { assistant, say, ana, replies } = setUp({
        think: async (request) => String(parseMeetingData(readingOf(request).system)?.lines.length),
        web: { lines },
      });
      await assistant.open();
      say(ana, 'Nova, when is the launch?');
      await vi.waitFor(() => expect(replies()[0]?.text).toBe('3'));
    });
  });
});

const greetingReply: Reply = {
  id: createId('rpl'),
  kind: 'greeting',
  asker: null,
  question: '',
  cause: null,
  audience: 'all',
  text: 'Hello.',
  citations: [],
  by: 'rules',
  spoken: true,
  state: 'done',
  atMs: 0,
};

const lineOf = (seq: number, text: string): TranscriptLine => ({
  epoch: 7,
  seq,
  kind: 'speech',
  segmentId: `old${seq}`,
  speaker: 'par_1',
  speakerName: 'Ben',
  trackSid: 'TR',
  startMs: seq,
  endMs: seq,
  text,
});

function finished(approval: ApprovalView | undefined, message: string): ApprovalView {
  const action = { id: createId('act'), status: 'done' as const, message, finishedAtMs: 0 };
  return { ...(approval ?? approvalOf()), state: 'approved', action };
}
