/** Answers one question: gathers what the model may know, lets the voice reply, hands out and keeps what came of it. */
import { type AnsweredBy, assistantLimits, type Briefing, type Reply } from '../../lib/assistant-messages.ts';
import type { RoomMetadata } from '../../lib/messages.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import { proposeEffects } from '../tools/propose-effects.ts';
import { searchPastMeetings } from '../tools/search-past-meetings.ts';
import { searchTranscript } from '../tools/search-transcript.ts';
import { tellTime } from '../tools/tell-time.ts';
import { whoIsHere } from '../tools/who-is-here.ts';
import type { ReplyFailure, ReplyOutcome, Voice } from '../voice/voice.ts';
import type { AssistantRoom } from './assistant-room.ts';
import type { AssistantWeb } from './assistant-web.ts';
import { checkCitations, withoutHalfCitation } from './citations.ts';
import type { Exchanges } from './exchanges.ts';
import { isBriefedAbout } from './is-briefed-about.ts';
import type { Memory } from './memory.ts';
import { buildPrompt } from './prompt.ts';
import type { CallResult, Proposals, ToolCall } from './proposals.ts';
import type { Question } from './question.ts';
import type { Replies } from './replies.ts';

export interface AnsweringOptions {
  voice: Voice;
  web: AssistantWeb;
  room: AssistantRoom;
  memory: Memory;
  exchanges: Exchanges;
  proposals: Proposals;
  replies: Replies;
  metadata: () => RoomMetadata;
  briefing: () => Briefing;
  /** Whether it may be heard now. */
  isAudible: () => boolean;
  by: AnsweredBy;
  /** Unix time in milliseconds, by the clock that dates are counted from. */
  dateNowMs: () => number;
}

/** Characters of transcript that a model gets: about 6,000 tokens for a question, 25,000 for the whole meeting. */
const questionCharacters = 24_000;
const overviewCharacters = 100_000;

const failures: Record<ReplyFailure, string> = {
  model: 'I cannot answer right now: the language model does not work. Please try again in a moment.',
  silence: 'I cannot answer right now: the language model takes too long. Please try again in a moment.',
  nonsense: 'I have no answer to that. Please ask me in other words.',
};

/** What came of one question. `text` holds citations of lines that exist only. */
export interface Answer {
  state: Extract<Reply['state'], 'done' | 'interrupted' | 'failed'>;
  text: string;
  wasHeard: boolean;
}

export async function answerQuestion(
  options: AnsweringOptions,
  question: Question,
  signal: AbortSignal,
  amongOthers: boolean,
): Promise<Answer> {
  const { voice, memory, replies, isAudible, exchanges } = options;
  const aloud = question.audience === 'all' && isAudible();
  const results: CallResult[] = [];
  const refusals: Promise<unknown>[] = [];
  const propose = async (call: ToolCall, asked: Question) => {
    const result = await options.proposals.propose(call, asked);
    results.push(result);
    return result;
  };
  const draft = draftReply(options, question);
  let written = '';
  const outcome = await voice.reply({
    id: question.id,
    chat: promptFor(options, question, aloud, amongOthers),
    tools: toolsFor(options, question, { propose }),
    aloud,
    onText(piece) {
      written += piece;
      const { text } = readable(withoutHalfCitation(written), memory);
      if (!signal.aborted) replies.publish({ ...draft, text, state: 'writing' });
    },
    // Web refuses it with a sentence, and the log of the meeting says that it was wanted.
    onUnknownTool: (name) =>
      refusals.push(
        propose({ tool: name.slice(0, assistantLimits.toolName), arguments: {}, approver: null }, question),
      ),
    signal,
  });
  await Promise.all(refusals);
  const words = outcome.text || sentencesOf(results) || failures[outcome.failure ?? 'nonsense'];
  const { text, citations } = readable(words, memory);
  const state = stateOf(outcome, results);
  // What the model left out, or could not do, is still said.
  const unsaid = aloud && outcome.text === '' && outcome.ending !== 'interrupted';
  const spokenText = unsaid
    ? (await voice.say({ id: `${question.id}-said`, text, signal })).spokenText
    : outcome.spokenText;
  const wasHeard = spokenText !== '';
  // A question that was taken back before anybody heard or read of its answer leaves no trace.
  if (!signal.aborted || wasHeard || outcome.text !== '') {
    replies.publish({ ...draft, text, citations, state, spoken: wasHeard });
  }
  if (state === 'done') exchanges.add(question, text);
  return { state, text, wasHeard };
}

function promptFor(options: AnsweringOptions, question: Question, spoken: boolean, byName: boolean) {
  const { memory, metadata, briefing, room, exchanges, dateNowMs } = options;
  const here = room.people();
  const known = briefing().people.filter(({ id }) => !here.some((person) => person.id === id));
  const characters = question.kind === 'question' ? questionCharacters : overviewCharacters;
  return buildPrompt({
    metadata: metadata(),
    question,
    spoken,
    byName,
    nowMs: dateNowMs(),
    people: [
      ...here.map(({ name }) => ({ name, present: true })),
      ...known.map(({ name }) => ({ name, present: false })),
    ],
    openTasks: isBriefedAbout(briefing(), here) ? briefing().openTasks : [],
    lines: memory.select(question.text, characters, question.cause),
    exchanges: exchanges.of(question),
  });
}

function toolsFor(options: AnsweringOptions, question: Question, proposals: Pick<Proposals, 'propose'>) {
  const { memory, web, room, dateNowMs, metadata } = options;
  const { timeZone } = metadata().meeting;
  return [
    searchTranscript(memory),
    searchPastMeetings(web, question, timeZone),
    whoIsHere(room),
    tellTime(dateNowMs, timeZone),
    ...proposeEffects(proposals, question),
  ];
}

function draftReply({ by }: AnsweringOptions, question: Question): Reply {
  const { id, kind, asker, text, cause, audience } = question;
  return {
    id,
    kind,
    asker,
    question: text,
    cause,
    audience,
    text: '',
    citations: [],
    by,
    spoken: false,
    state: 'writing',
    atMs: Date.now(),
  };
}

function stateOf({ ending }: ReplyOutcome, results: readonly CallResult[]): Answer['state'] {
  if (ending === 'interrupted') return 'interrupted';
  return ending === 'failed' && results.length === 0 ? 'failed' : 'done';
}

/** What a model wrote, as people get it: clean, not too long, without citations of lines that do not exist. */
const readable = (words: string, memory: Memory) =>
  checkCitations(cleanParagraphs(words, assistantLimits.answer), memory.has);

const sentencesOf = (results: readonly CallResult[]) =>
  [...new Set(results.map(({ sentence }) => sentence))].join(' ');
