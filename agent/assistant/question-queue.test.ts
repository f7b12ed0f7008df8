import { describe, expect, it } from 'vitest';
import { createId, type ParticipantId } from '../../lib/ids.ts';
import type { Question } from './question.ts';
import { createQuestionQueue } from './question-queue.ts';

const ids = { ana: createId('par'), ben: createId('par'), chloe: createId('par') };

const questionOf = (who: keyof typeof ids, text: string, over: Partial<Question> = {}): Question => ({
  id: createId('rpl'),
  kind: 'question',
  asker: { id: ids[who] as ParticipantId, name: who },
  text,
  cause: { epoch: 1, seq: 1 },
  audience: 'all',
  ...over,
});

/** Answers are ended one by one by `finish`, or by being taken back. */
function setUp({ unheard = true } = {}) {
  const log: string[] = [];
  const running: (() => void)[] = [];
  const queue = createQuestionQueue({
    isUnheard: () => unheard,
    answer: async (question, signal, amongOthers) => {
      log.push(`${question.asker.name}: ${question.text}${amongOthers ? ' (among others)' : ''}`);
      await new Promise<void>((resolve) => {
        running.push(resolve);
        signal.addEventListener('abort', () => {
          log.push(`${question.text} taken back`);
          resolve();
        });
      });
    },
  });
  const finish = async () => {
    running.at(-1)?.();
    await settled();
  };
  return { queue, log, finish };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe(createQuestionQueue, () => {
  it('answers one after the other, in the order of asking', async () => {
    const { queue, log, finish } = setUp();
    queue.add(questionOf('ana', '1'));
    queue.add(questionOf('ana', '2'));
    expect(log).toEqual(['ana: 1']);
    await finish();
    expect(log).toEqual(['ana: 1', 'ana: 2']);
  });

  it('says of every answer that others wait, once several people have asked', async () => {
    const { queue, log, finish } = setUp();
    queue.add(questionOf('ana', '1'));
    queue.add(questionOf('ben', '2'));
    queue.add(questionOf('chloe', '3'));
    await finish();
    await finish();
    await finish();
    queue.add(questionOf('ana', '4'));
    expect(log).toEqual(['ana: 1', 'ben: 2 (among others)', 'chloe: 3 (among others)', 'ana: 4']);
  });

  it('lets a few questions of a person wait, and not more', () => {
    const { queue } = setUp();
    const added = Array.from({ length: 6 }, (_, i) => queue.add(questionOf('ana', String(i))));
    expect(added).toEqual([true, true, true, true, false, false]);
    expect(queue.add(questionOf('ben', 'mine'))).toBe(true);
  });

  it('gives a question that waits its other words', async () => {
    const { queue, log, finish } = setUp();
    queue.add(questionOf('ana', '1'));
    queue.add(questionOf('ben', 'schedule a meeting.'));
    expect(queue.amend(ids.ben, 'schedule a meeting. On Tuesday.')).toBe(true);
    await finish();
    expect(log).toEqual(['ana: 1', 'ben: schedule a meeting. On Tuesday. (among others)']);
  });

  it('begins again with the other words while nothing was heard, and not later', async () => {
    const early = setUp();
    early.queue.add(questionOf('ana', '1'));
    expect(early.queue.amend(ids.ana, '1 and more')).toBe(true);
    await settled();
    expect(early.log).toEqual(['ana: 1', '1 taken back', 'ana: 1 and more']);
    const late = setUp({ unheard: false });
    late.queue.add(questionOf('ana', '1'));
    expect(late.queue.amend(ids.ana, '1 and more')).toBe(false);
    expect(late.queue.amend(ids.ben, 'something')).toBe(false);
  });

  it('takes back what a person said, not what others said or what was typed', async () => {
    const { queue, log, finish } = setUp();
    queue.add(questionOf('ana', '1'));
    queue.add(questionOf('ben', '2'));
    queue.add(questionOf('ana', 'typed', { cause: null }));
    queue.withdraw(ids.ana);
    await settled();
    await finish();
    expect(log).toEqual(['ana: 1', '1 taken back', 'ben: 2 (among others)', 'ana: typed (among others)']);
  });

  it('forgets everything when it is cleared, and goes on with what comes later', async () => {
    const { queue, log } = setUp();
    queue.add(questionOf('ana', '1'));
    queue.add(questionOf('ben', '2'));
    queue.clear();
    await settled();
    queue.add(questionOf('ben', '3'));
    expect(log).toEqual(['ana: 1', '1 taken back', 'ben: 3']);
  });
});
