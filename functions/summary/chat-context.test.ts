import { describe, expect, it } from 'vitest';
import { chatContext, chatDuring, mostChat } from './chat-context.ts';

const message = (atMs: number, text = `at ${atMs}`) => ({ atMs, senderName: 'Ben', text });

describe(chatContext, () => {
  it('gives messages in order, with who wrote them', () => {
    expect(chatContext([message(1), message(2)])).toEqual([
      { atMs: 1, sender: 'Ben', text: 'at 1' },
      { atMs: 2, sender: 'Ben', text: 'at 2' },
    ]);
  });

  it('leaves out the oldest of a chat that is too long', () => {
    const long = Array.from({ length: 10 }, (_, index) => message(index, 'x'.repeat(mostChat / 8)));
    expect(chatContext(long).map(({ atMs }) => atMs)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe(chatDuring, () => {
  it('gives each message to one part', () => {
    const chat = chatContext([message(0), message(10), message(20)]);
    const parts = [
      { fromMs: 0, untilMs: 10 },
      { fromMs: 10, untilMs: Number.POSITIVE_INFINITY },
    ].map((part) => chatDuring(chat, part).map(({ atMs }) => atMs));
    expect([parts, chatDuring(undefined, { fromMs: 0, untilMs: 1 })]).toEqual([[[0], [10, 20]], []]);
  });
});
