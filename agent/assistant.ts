/**
 * What the AI participant may do in a meeting: listen to everyone, answer whoever speaks to it, and propose what
 * people ask for. Whatever has an effect waits for a person; what was said, typed or returned by a tool is data.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { AgentEvent, AnsweredBy, AskAnswer, Briefing } from '../lib/assistant-messages.ts';
import { answerMethod } from '../lib/assistant-messages.ts';
import { createId } from '../lib/ids.ts';
import type { Logger } from '../lib/logger.ts';
import { epochOfIdentity, type RoomMetadata, type TranscriptLine } from '../lib/messages.ts';
import { answerQuestion } from './assistant/answering.ts';
import { createAskDesk } from './assistant/ask-desk.ts';
import type { AssistantRoom } from './assistant/assistant-room.ts';
import type { AssistantWeb } from './assistant/assistant-web.ts';
import { createExchanges } from './assistant/exchanges.ts';
import { greet } from './assistant/greet.ts';
import { isBriefedAbout } from './assistant/is-briefed-about.ts';
import { createMemory } from './assistant/memory.ts';
import { createProposals } from './assistant/proposals.ts';
import type { Question } from './assistant/question.ts';
import { createQuestionQueue } from './assistant/question-queue.ts';
import { createReplies } from './assistant/replies.ts';
import { tellOutcomes } from './assistant/tell-outcomes.ts';
import { createTurnTaking, type Turn } from './assistant/turn-taking.ts';
import type { Voice } from './voice/voice.ts';

export interface Assistant {
  /** Reads what happened before, and greets. Call after connecting; it hears and answers meanwhile. */
  open(): Promise<void>;
  /** Every line of the transcript, its own too. */
  hear(line: TranscriptLine): void;
  /** Somebody is in the middle of saying something. */
  speaking(identity: string): void;
  /** A person has connected, perhaps again. */
  connected(identity: string): void;
  /** A person is not in the room any more. */
  left(identity: string): void;
  /** The room's metadata are not what they were: mode, pause, mute, voice. */
  changed(): void;
  /** The RPC `agent.ask`. */
  ask(caller: string, payload: string): AskAnswer;
  /** Stops; what is not stored yet has so many milliseconds. */
  close(deadlineMs: number): Promise<void>;
}

interface AssistantOptions {
  voice: Voice;
  web: AssistantWeb;
  room: AssistantRoom;
  /** Calls back for each event of web behind `after`, until the signal. */
  followEvents: (after: string, onEvent: (event: AgentEvent) => void, signal: AbortSignal) => Promise<void>;
  metadata: () => RoomMetadata;
  by: AnsweredBy;
  /** Milliseconds of the meeting's clock. */
  now: () => number;
  /** Unix time in milliseconds, by the clock that dates are counted from. */
  dateNowMs: () => number;
  logger: Logger;
}

const nothingKnown: Briefing = { people: [], openTasks: [], greeted: true, pending: [], lastEventId: '0' };
const checkTurnsEveryMs = 250;
/** A question waits no longer for what was said before the agent came; then it is answered without. */
const recallMs = 5_000;

export function createAssistant(options: AssistantOptions): Assistant {
  const { voice, web, room, followEvents, metadata, by, now, dateNowMs, logger } = options;
  const stopped = new AbortController();
  const turns = createTurnTaking();
  const memory = createMemory();
  const exchanges = createExchanges();
  const proposals = createProposals({ web, room, logger });
  const replies = createReplies({
    web,
    present: () => room.people().map(({ id }) => id),
    send: async (identity, reply) => void (await room.call(identity, answerMethod, reply)),
    logger,
  });
  let briefing = nothingKnown;
  /** Earlier lines are read, or cannot be. */
  let recalled: Promise<unknown> = Promise.resolve();
  let paused = metadata().features.paused;
  /** When somebody was heard last; a pause begins with the agent's arrival at the earliest. */
  let heardMs = Number.POSITIVE_INFINITY;

  const isAudible = () => {
    const { persona, features } = metadata();
    return persona.mode !== 'silent' && !features.muted && !features.paused;
  };
  const situation = () => {
    const { persona } = metadata();
    return { name: persona.name, mode: persona.mode, people: room.people().map(({ name }) => name) };
  };
  const answering = {
    ...{ voice, web, room, memory, exchanges, proposals, replies, metadata, isAudible, by, dateNowMs },
    briefing: () => briefing,
  };

  const queue = createQuestionQueue({
    isUnheard: () => voice.state !== 'speaking',
    async answer(question, signal, amongOthers) {
      await Promise.race([recalled, sleep(recallMs, undefined, { ref: false })]);
      try {
        const { state, text } = await answerQuestion(answering, question, signal, amongOthers);
        if (question.cause) turns.answered(question.asker.id, state === 'done' && text.endsWith('?'), now());
      } catch (error) {
        logger.error({ err: error, replyId: question.id }, 'question not answered');
      }
    },
  });

  const asked = (turn: Exclude<Turn, { kind: 'stop' }>): Question | null => {
    const asker = room.people().find(({ id }) => id === turn.speaker);
    if (!asker) return null;
    const text = turn.kind === 'call' ? '' : turn.request;
    const { id, name } = asker;
    return {
      id: createId('rpl'),
      kind: 'question',
      asker: { id, name },
      text,
      cause: turn.cause,
      audience: 'all',
    };
  };

  const take = (turn: Turn) => {
    if (turn.kind === 'stop') {
      queue.withdraw(turn.speaker);
      voice.interrupt();
      return;
    }
    const question = asked(turn);
    if (!question) return;
    if (turn.kind === 'call') return void answerCall(question);
    if (turn.kind === 'amendment' && queue.amend(turn.speaker, turn.request)) return;
    if (!queue.add(question))
      logger.info({ asker: question.asker.id }, 'too many questions wait, one is dropped');
  };

  const answerCall = async ({ id, asker }: Question) => {
    if (!isAudible()) return;
    await voice.say({ id, text: `Yes, ${asker.name.split(' ')[0]}?`, signal: stopped.signal });
    turns.answered(asker.id, true, now());
  };

  const askDesk = createAskDesk({
    people: () => room.people(),
    isPaused: () => metadata().features.paused,
    onQuestion: (question) => queue.add(question),
    onPush: (speaker, active) => turns.push(speaker, active, now()),
  });

  const learn = async () => {
    briefing = await pRetry(() => web.briefing(), {
      retries: 30,
      maxTimeout: 10_000,
      signal: stopped.signal,
    });
  };
  /** Asks until web knows of everyone who is here. */
  const learnAgain = () => {
    const renew = async () => {
      await learn();
      if (!isBriefedAbout(briefing, room.people())) throw new Error('web does not know everyone yet');
    };
    pRetry(renew, { retries: 6, minTimeout: 500, signal: stopped.signal }).catch((error) =>
      logger.debug({ err: error }, 'briefing not renewed'),
    );
  };

  const readBack = async () => {
    for (let after: string | null = ''; after !== null && !stopped.signal.aborted; ) {
      const page = await web.transcript(after);
      page.lines.forEach(memory.add);
      after = page.more ? page.next : null;
    }
  };

  /** A pause is heard of late: only web knows which of the last words were off the record. */
  const forget = () => {
    memory.clear();
    exchanges.clear();
  };
  const recall = () =>
    pRetry(readBack, { retries: 30, maxTimeout: 10_000, signal: stopped.signal }).catch((error) =>
      logger.warn({ err: error }, 'earlier lines not read'),
    );

  const tell = tellOutcomes({ proposals, replies, voice, isAudible, by });
  const onEvent = (event: AgentEvent) => {
    void tell(event);
    if (event.type === 'action.finished') learnAgain();
  };

  const timer = setInterval(() => {
    for (const turn of turns.due(now())) take(turn);
  }, checkTurnsEveryMs);

  return {
    async open() {
      recalled = recall();
      await learn();
      if (!isBriefedAbout(briefing, room.people())) learnAgain();
      await recalled;
      proposals.resume(briefing.pending);
      void followEvents(briefing.lastEventId, onEvent, stopped.signal);
      if (briefing.greeted) return;
      heardMs = Math.min(heardMs, now());
      const greeting = () => metadata().persona.greeting;
      const quietMs = () => now() - heardMs;
      await greet({
        ...{ greeting, web, voice, room, replies, isAudible, quietMs, by, logger },
        signal: stopped.signal,
      });
    },
    hear(line) {
      if (metadata().features.paused) return;
      memory.add(line);
      const { epoch, seq, kind, speaker, text, startMs, endMs } = line;
      if (kind === 'gap' || epochOfIdentity(metadata().meeting.id, speaker) !== null) return;
      heardMs = now();
      if (stopped.signal.aborted || voice.isEcho({ text, startMs, endMs })) return;
      const turn = turns.hear({ ref: { epoch, seq }, speaker, text, startMs, endMs }, situation());
      if (turn) take(turn);
    },
    speaking(identity) {
      heardMs = now();
      turns.speaking(identity, heardMs);
    },
    connected(identity) {
      proposals.connected(identity);
      learnAgain();
    },
    left(identity) {
      proposals.left(identity);
      turns.left(identity);
    },
    changed() {
      const { persona, features } = metadata();
      voice.setVoice(persona.voice);
      if (features.paused) {
        turns.clear();
        queue.clear();
      }
      if (features.paused && !paused) forget();
      if (!features.paused && paused) recalled = recall();
      paused = features.paused;
      if (!isAudible()) voice.interrupt();
    },
    ask: askDesk,
    async close(deadlineMs) {
      clearInterval(timer);
      stopped.abort(new Error('the agent leaves'));
      queue.clear();
      await replies.close(deadlineMs);
    },
  };
}
