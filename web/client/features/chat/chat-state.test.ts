import { describe, expect, test } from 'vitest';
import { type ChatEvent, type ChatState, countUnread, emptyChat, foldChat, hasHole } from './chat-state.ts';
import { ana, ben, buildMessage } from './testing.ts';

const fold = (events: ChatEvent[], from: ChatState = emptyChat) => events.reduce(foldChat, from);
const came = (seq: number): ChatEvent => ({ type: 'came', message: buildMessage({ seq }) });
const page = (seqs: number[], more = false): ChatEvent => ({
  type: 'page',
  messages: seqs.map((seq) => buildMessage({ seq })),
  more,
});
const seqs = ({ messages }: ChatState) => messages.map(({ seq }) => seq);

describe(foldChat, () => {
  test('shows messages by number, each once, in whatever order they come', () => {
    const state = fold([came(3), came(1), page([1, 2]), came(3), came(4)]);
    expect([seqs(state), state.upTo, hasHole(state)]).toEqual([[1, 2, 3, 4], 4, false]);
  });

  test('knows of a hole until it is filled', () => {
    const torn = fold([page([1, 2]), came(5)]);
    expect([torn.upTo, hasHole(torn)]).toEqual([2, true]);
    expect(hasHole(fold([page([3, 4, 5])], torn))).toBe(false);
  });

  test('takes a page as complete although numbers are missing: what was off the record is gone', () => {
    const state = fold([page([1, 4])]);
    expect([state.upTo, hasHole(state), state.history]).toEqual([4, false, 'complete']);
  });

  test('is complete only with the last page', () => {
    expect(fold([page([1], true)]).history).toBe('loading');
    expect(fold([page([1], true), { type: 'failing' }]).history).toBe('failing');
    expect(fold([page([1], true), { type: 'failing' }, page([2])]).history).toBe('complete');
  });

  test('keeps what was not sent, with the reason, until it is sent again and has arrived', () => {
    const { id } = buildMessage({ seq: 1 });
    const sent: ChatEvent = { type: 'sent', outgoing: { id, text: 'Hi', problem: null } };
    const refused = fold([sent, { type: 'refused', id, problem: 'No answer.' }]);
    expect(refused.outgoing).toEqual([{ id, text: 'Hi', problem: 'No answer.' }]);
    const again = fold([sent], refused);
    expect(again.outgoing).toEqual([{ id, text: 'Hi', problem: null }]);
    expect(fold([came(1)], again)).toMatchObject({ outgoing: [], messages: [{ id }] });
    expect(fold([{ type: 'dropped', id }], refused).outgoing).toEqual([]);
  });
});

describe(countUnread, () => {
  test('counts what others wrote since the person looked', () => {
    const mine: ChatEvent = { type: 'came', message: buildMessage({ seq: 3, senderId: ana }) };
    const state = fold([page([1, 2]), mine]);
    expect([countUnread(state, ana), countUnread(state, ben)]).toEqual([2, 1]);
    expect(countUnread(fold([{ type: 'read' }, came(4)], state), ana)).toBe(1);
  });
});
