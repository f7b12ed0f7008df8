/** Takes what people type or push in their browsers: who may ask, how often, and what. */
import { type AskAnswer, type AskRequest, askRequestSchema } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import { limits } from '../../lib/messages.ts';
import { may } from '../../lib/roles.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import type { PersonInRoom } from './assistant-room.ts';
import { type Question, readyMade } from './question.ts';

interface AskDeskOptions {
  people: () => readonly PersonInRoom[];
  isPaused: () => boolean;
  /** False when too many questions wait already. */
  onQuestion: (question: Question) => boolean;
  onPush: (speaker: string, active: boolean) => void;
  now?: () => number;
}

/** Calls of one person. */
const mostPerWindow = 12;
const windowMs = 60_000;

/**
 * Answers the RPC `agent.ask`. `caller` is LiveKit's stamp of who calls: the payload says nothing about it.
 */
export function createAskDesk(options: AskDeskOptions): (caller: string, payload: string) => AskAnswer {
  const { people, isPaused, onQuestion, onPush, now = Date.now } = options;
  const calls = new Map<string, number[]>();

  const isTooOften = (caller: string) => {
    const recent = (calls.get(caller) ?? []).filter((at) => now() - at < windowMs);
    calls.set(caller, [...recent, now()].slice(-mostPerWindow - 1));
    return recent.length >= mostPerWindow;
  };

  const ask = (asker: PersonInRoom, request: Extract<AskRequest, { type: 'ask' }>): AskAnswer => {
    const { kind, audience } = request;
    const text = kind === 'question' ? cleanParagraphs(request.question, limits.line) : readyMade[kind];
    if (text === '') return problem('Please type a question.');
    if (audience === 'all' && !may(asker.role, 'speak')) {
      return problem('Only those who may speak in this meeting can ask for everyone.');
    }
    const id = createId('rpl');
    const question: Question = {
      id,
      kind,
      asker: { id: asker.id, name: asker.name },
      text,
      cause: null,
      audience,
    };
    if (!onQuestion(question))
      return problem('Several questions are waiting already. Please ask again soon.');
    return { accepted: true, replyId: id };
  };

  return (caller, payload) => {
    const asker = people().find(({ id }) => id === caller);
    if (!asker) return problem('Only people in the meeting can ask.');
    if (isTooOften(caller)) return problem('That is a lot of questions. Please wait a moment.');
    const request = askRequestSchema.safeParse(parseJson(payload));
    if (!request.success) return problem('That question cannot be understood.');
    if (isPaused()) return problem('The meeting is off the record: nothing can be asked until it goes on.');
    if (request.data.type === 'ask') return ask(asker, request.data);
    if (!may(asker.role, 'speak')) return problem('You may not speak in this meeting.');
    onPush(caller, request.data.active);
    return { accepted: true, replyId: null };
  };
}

const problem = (sentence: string): AskAnswer => ({ accepted: false, problem: sentence });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
