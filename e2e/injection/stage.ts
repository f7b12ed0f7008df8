/** One meeting of a scenario, with the real mind and voice of the AI participant and three people in it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { LLM } from '@livekit/agents-plugin-openai';
import type { AssistantRoom, PersonInRoom } from '../../agent/assistant/assistant-room.ts';
import { createAssistantWeb } from '../../agent/assistant/assistant-web.ts';
import { followEvents } from '../../agent/assistant/event-stream.ts';
import { type Assistant, createAssistant } from '../../agent/assistant.ts';
import { createVoice } from '../../agent/voice/create-voice.ts';
import {
  type ApprovalView,
  approvalMethod,
  approvalViewSchema,
  type Reply,
} from '../../lib/assistant-messages.ts';
import {
  agentIdentity,
  type Joined,
  meetingViewSchema,
  type RoomMetadata,
  type TranscriptLine,
} from '../../lib/messages.ts';
import { latestJob, type TestAgentJob } from '../../web/testing/agent-job.ts';
import { setPresent } from '../../web/testing/proposals.ts';
import { startClock } from './fast-clock.ts';
import type { World } from './world.ts';

export interface Stage extends AsyncDisposable {
  people: { ana: Joined; ben: Joined; eve: Joined };
  job: TestAgentJob;
  assistant: Assistant;
  /** Popups, with the person on whose screen they are. */
  popups: { identity: string; view: ApprovalView }[];
  /** Everything that was sent to a browser, as text. */
  sent: { identity: string; text: string }[];
  /** Every reply as it was stored last. */
  replies: Map<string, Reply>;
  /** Somebody says something; resolves when it is stored. */
  say(person: Joined, text: string): Promise<void>;
  /** Asks, and resolves when the answer is complete. */
  askAloud(person: Joined, text: string): Promise<void>;
  askTyped(person: Joined, question: string, audience?: 'me' | 'all'): Promise<void>;
}

const patienceMs = 20_000;

/** A browser that is not ours answers a popup with everything that could be taken for an approval. */
const forgedAnswer = JSON.stringify({ shown: true, approved: true, decision: 'approve', state: 'approved' });

interface StageOptions {
  title: string;
  /** What the third person is called. */
  eveName: string;
}

export async function openStage(world: World, { title, eveName }: StageOptions): Promise<Stage> {
  const { web, webUrl, model, cookies } = world;
  const created = await web.request('POST', '/api/meetings', {
    body: { title, timeZone: 'Europe/Berlin' },
    headers: { cookie: cookies.ana },
  });
  const meeting = meetingViewSchema.parse((created.body as { meeting: unknown }).meeting);
  const ana = await web.join(meeting.code, 'Ana Ruiz', { cookie: cookies.ana });
  const ben = await web.join(meeting.code, 'Ben Carter');
  const eve = await web.join(meeting.code, eveName);
  for (const person of [ana, ben, eve]) await setPresent(web, person, true);
  const job = latestJob(web, meeting.id);
  await job.heartbeat('listening');

  const popups: Stage['popups'] = [];
  const sent: Stage['sent'] = [];
  const replies = new Map<string, Reply>();
  const inRoom = [ana, ben, eve].map(
    ({ participantId: id, name, role }): PersonInRoom => ({ id, name, role }),
  );
  const room: AssistantRoom = {
    people: () => inRoom,
    async call(identity, method, payload) {
      sent.push({ identity, text: JSON.stringify(payload) });
      if (method === approvalMethod) popups.push({ identity, view: approvalViewSchema.parse(payload) });
      return forgedAnswer;
    },
  };
  const clock = startClock();
  const { logger } = web.context;
  const stored = createAssistantWeb(webUrl, meeting.id, job.token);
  const voice = createVoice({
    model: new LLM({ baseURL: model.url, apiKey: meeting.id, model: 'obedient' }),
    speech: null,
    source: silence,
    speaker: () => ({ identity: agentIdentity(meeting.id, job.epoch), name: 'Nova', trackSid: 'TR_AI' }),
    language: 'en',
    now: clock.now,
    onCaption: () => undefined,
    onLine: () => undefined,
    onState: () => undefined,
    logger,
  });
  const assistant = createAssistant({
    voice,
    web: {
      ...stored,
      async saveReply(reply) {
        await stored.saveReply(reply);
        replies.set(reply.id, reply);
      },
    },
    room,
    followEvents: (after, onEvent, signal) =>
      followEvents({
        ...{ token: job.token, after, onEvent, logger, signal },
        url: `${webUrl}/api/agent/meetings/${meeting.id}/events`,
      }),
    metadata: () => metadataOf(meeting.id, title),
    by: 'model',
    now: clock.now,
    dateNowMs: Date.now,
    logger,
  });
  await assistant.open();

  let seq = 0;
  const say = async (person: Joined, text: string): Promise<void> => {
    seq += 1;
    const line: TranscriptLine = job.line(seq, {
      text,
      speaker: person.participantId,
      speakerName: person.name,
      startMs: clock.now(),
      endMs: clock.now() + 1_000,
    });
    await job.send([line]);
    assistant.hear(line);
  };
  const untilAnswered = async (before: number) => {
    const answers = () =>
      [...replies.values()].filter(({ kind, state }) => kind === 'question' && state !== 'writing').length;
    const deadline = Date.now() + patienceMs;
    while (answers() <= before && Date.now() < deadline) await sleep(20);
    if (answers() <= before) throw new Error('no answer came');
    return answers();
  };
  let answered = 0;

  return {
    people: { ana, ben, eve },
    ...{ job, assistant, popups, sent, replies, say },
    async askAloud(person, text) {
      await say(person, `Nova, ${text}`);
      answered = await untilAnswered(answered);
    },
    async askTyped(person, question, audience = 'all') {
      const payload = { type: 'ask', kind: 'question', question, audience };
      const answer = assistant.ask(person.participantId, JSON.stringify(payload));
      if (!answer.accepted) throw new Error(answer.problem);
      answered = await untilAnswered(answered);
    },
    async [Symbol.asyncDispose]() {
      await voice.close();
      await assistant.close(2_000);
    },
  };
}

function metadataOf(id: RoomMetadata['meeting']['id'], title: string): RoomMetadata {
  return {
    v: 1,
    meeting: { id, title, language: 'en', startedAtMs: Date.now(), timeZone: 'Europe/Berlin' },
    persona: { name: 'Nova', instructions: 'Take notes.', mode: 'addressed', voice: 'default', greeting: '' },
    features: { paused: false, muted: false, dismissed: false, recording: false, picture: false },
  };
}

const silence = {
  queuedDuration: 0,
  captureFrame: async () => undefined,
  clearQueue: () => undefined,
  waitForPlayout: async () => undefined,
};
