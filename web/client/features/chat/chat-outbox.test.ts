import { describe, expect, test } from 'vitest';
import type { SendChat } from '../../../../lib/chat-messages.ts';
import { ApiError } from '../api/api-error.ts';
import { createChatOutbox } from './chat-outbox.ts';
import { createChatStore } from './chat-store.ts';
import { buildMessage } from './testing.ts';

/** Web that answers with the errors given, and then takes every message. */
function open(errors: Error[]) {
  const store = createChatStore();
  const posted: string[] = [];
  let seq = 0;
  const outbox = createChatOutbox({
    store,
    wait: async () => undefined,
    post: async ({ id, text }) => {
      posted.push(text);
      const error = errors.shift();
      if (error) throw error;
      return buildMessage({ seq: ++seq, id, text });
    },
  });
  const settle = async () => {
    for (let i = 0; i < 50; i++) await Promise.resolve();
  };
  return { store, outbox, posted, settle };
}
const hello: SendChat = { id: 'msg_01JD0000000000000000000001', text: 'Hello' };
const second: SendChat = { id: 'msg_01JD0000000000000000000002', text: 'Second' };
const unreachable = () => new ApiError('unreachable', 'The server does not answer.');

describe(createChatOutbox, () => {
  test('sends in the order of writing, and what was acknowledged is a message', async () => {
    const { store, outbox, settle } = open([unreachable()]);
    outbox.send(hello);
    outbox.send(second);
    expect(store.getState().outgoing).toHaveLength(2);
    await settle();
    expect(store.getState().messages.map(({ text }) => text)).toEqual(['Hello', 'Second']);
    expect(store.getState().outgoing).toEqual([]);
  });

  test('gives up after three tries, says why, and sends it under the same id when asked', async () => {
    const { store, outbox, posted, settle } = open([unreachable(), unreachable(), unreachable()]);
    outbox.send(hello);
    await settle();
    expect(posted).toHaveLength(3);
    expect(store.getState().outgoing).toEqual([{ ...hello, problem: 'The server does not answer.' }]);
    outbox.send(hello);
    await settle();
    expect(store.getState()).toMatchObject({ outgoing: [], messages: [{ id: hello.id }] });
  });

  test('does not repeat what was refused', async () => {
    const { store, outbox, posted, settle } = open([new ApiError('forbidden', 'Only hosts can write.')]);
    outbox.send(hello);
    await settle();
    expect(posted).toHaveLength(1);
    expect(store.getState().outgoing[0]?.problem).toBe('Only hosts can write.');
  });
});
