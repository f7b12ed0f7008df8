import { describe, expect, test } from 'vitest';
import { type Asking, foldReplies, listPanelItems, noReplies, type RepliesEvent } from './replies-state.ts';
import { buildReply } from './testing.ts';

const reply = buildReply();
const asking: Asking = {
  id: 'question-1',
  replyId: null,
  kind: 'question',
  question: reply.question,
  audience: 'me',
  atMs: 500,
  problem: null,
};
const items = (...events: RepliesEvent[]) => listPanelItems(events.reduce(foldReplies, noReplies));
const answered = (...replies: (typeof reply)[]): RepliesEvent => ({ type: 'answered', replies });

describe(foldReplies, () => {
  test('shows a question until its answer begins', () => {
    expect(items({ type: 'asked', asking })).toEqual([{ type: 'asking', asking, atMs: 500 }]);
    const taken = { type: 'taken', id: asking.id, replyId: reply.id } as const;
    expect(items({ type: 'asked', asking }, taken)).toMatchObject([{ type: 'asking' }]);
    for (const order of [
      [taken, answered(reply)],
      [answered(reply), taken],
    ]) {
      expect(items({ type: 'asked', asking }, ...order)).toEqual([
        { type: 'reply', reply, atMs: reply.atMs },
      ]);
    }
  });

  test('keeps a question that was refused, with the reason, until it is dropped', () => {
    const refused = { type: 'refused', id: asking.id, problem: 'Off the record.' } as const;
    expect(items({ type: 'asked', asking }, refused)).toMatchObject([
      { asking: { problem: 'Off the record.' } },
    ]);
    expect(items({ type: 'asked', asking }, refused, { type: 'dropped', id: asking.id })).toEqual([]);
    expect(items(refused)).toEqual([]);
  });

  test('takes the longest text while it is written, in whatever order it comes', () => {
    const short = buildReply({ state: 'writing', text: 'In the' });
    const long = buildReply({ state: 'writing', text: 'In the second week' });
    for (const order of [
      [short, long],
      [long, short],
    ]) {
      expect(items(...order.map((each) => answered(each)))).toMatchObject([{ reply: long }]);
    }
  });

  test('never takes a settled answer back, and takes what is stored last', () => {
    const writing = buildReply({ state: 'writing', text: 'In the second week of March, or maybe later' });
    expect(items(answered(reply), answered(writing))).toMatchObject([{ reply }]);
    const cut = buildReply({ state: 'interrupted', text: 'In the' });
    expect(items(answered(reply), answered(cut))).toMatchObject([{ reply: cut }]);
  });
});

describe(listPanelItems, () => {
  test('puts answers in the order of their questions, what waits at the end', () => {
    const later = buildReply({ id: 'rpl_01JD0000000000000000000002', atMs: 2_000 });
    const waiting = { ...asking, id: 'question-2' };
    const shown = items({ type: 'asked', asking: waiting }, answered(later, reply));
    expect(shown.map((item) => (item.type === 'reply' ? item.reply.id : item.asking.id))).toEqual([
      reply.id,
      later.id,
      waiting.id,
    ]);
  });

  test('leaves greetings to the transcript', () => {
    const result = buildReply({ id: 'rpl_01JD0000000000000000000003', kind: 'result' });
    expect(items(answered(buildReply({ kind: 'greeting' }), result))).toMatchObject([{ reply: result }]);
  });
});
