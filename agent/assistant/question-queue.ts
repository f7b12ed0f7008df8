/** Questions wait here and are answered one after the other, in the order in which they were asked. */
import { createId } from '../../lib/ids.ts';
import type { Question } from './question.ts';

export interface QuestionQueue {
  /** False when too many wait already. */
  add(question: Question): boolean;
  /** Gives a question that waits, or is being answered and has not been heard yet, other words. False: too late. */
  amend(askerId: string, text: string): boolean;
  /** Takes back what a person asked aloud, also what is being answered now. */
  withdraw(askerId: string): void;
  /** Takes back everything. */
  clear(): void;
}

interface QuestionQueueOptions {
  /** Answers one question; must not reject. `amongOthers`: other people wait for an answer, too. */
  answer(question: Question, signal: AbortSignal, amongOthers: boolean): Promise<void>;
  /** True while the answer that is being made can still be taken back without anybody having heard of it. */
  isUnheard(): boolean;
}

/** A person gets answers, not a backlog; and a meeting stays a meeting. */
const waitingPerPerson = 3;
const waitingTogether = 12;

export function createQuestionQueue({ answer, isUnheard }: QuestionQueueOptions): QuestionQueue {
  const waiting: Question[] = [];
  let current: { question: Question; abort: AbortController } | null = null;
  /** Since several people asked, until nothing waits any more. */
  let amongOthers = false;

  const run = async () => {
    for (let question = waiting.shift(); question; question = waiting.shift()) {
      current = { question, abort: new AbortController() };
      await answer(question, current.abort.signal, amongOthers);
    }
    current = null;
    amongOthers = false;
  };

  const drop = (isDropped: (question: Question) => boolean) => {
    waiting.splice(0, waiting.length, ...waiting.filter((question) => !isDropped(question)));
    if (current && isDropped(current.question)) current.abort.abort();
  };

  return {
    add(question) {
      const own = waiting.filter(({ asker }) => asker.id === question.asker.id).length;
      if (own >= waitingPerPerson || waiting.length >= waitingTogether) return false;
      waiting.push(question);
      const others = [...waiting, ...(current ? [current.question] : [])];
      amongOthers ||= others.some(({ asker }) => asker.id !== question.asker.id);
      if (!current) void run();
      return true;
    },
    amend(askerId, text) {
      const last = waiting.findLast(({ asker, cause }) => asker.id === askerId && cause !== null);
      if (last) {
        last.text = text;
        return true;
      }
      if (current?.question.asker.id !== askerId || !current.question.cause || !isUnheard()) return false;
      current.abort.abort();
      waiting.unshift({ ...current.question, id: createId('rpl'), text });
      return true;
    },
    withdraw: (askerId) => drop(({ asker, cause }) => asker.id === askerId && cause !== null),
    clear: () => drop(() => true),
  };
}
