import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { createLogger } from '../../lib/logger.ts';
import { createReplies } from './replies.ts';

const ana = { id: createId('par'), name: 'Ana' };
const ben = createId('par');

const replyOf = (over: Partial<Reply> = {}): Reply => ({
  id: 'rpl_00000000000000000000000001',
  kind: 'question',
  asker: ana,
  question: 'When?',
  cause: null,
  audience: 'all',
  text: 'In March.',
  citations: [],
  by: 'rules',
  spoken: false,
  state: 'done',
  atMs: 0,
  ...over,
});

function setUp({ failures = [] as ParleyError[], people = [ana.id, ben] as string[] } = {}) {
  const shown: string[] = [];
  const stored: Reply[] = [];
  const replies = createReplies({
    web: {
      async saveReply(reply) {
        const failure = failures.shift();
        if (failure) throw failure;
        stored.push(reply);
      },
    },
    present: () => people,
    send: async (identity, reply) => {
      shown.push(`${identity === ana.id ? 'ana' : 'other'}: ${reply.text} (${reply.state})`);
    },
    logger: createLogger('test', 'silent'),
  });
  return { replies, shown, stored };
}

describe(createReplies, () => {
  it('shows a reply to everyone, or to the asker alone, and stores it', async () => {
    const { replies, shown, stored } = setUp();
    replies.publish(replyOf());
    replies.publish(replyOf({ audience: 'me', text: 'For you.' }));
    await replies.close(1_000);
    await vi.waitFor(() => expect(shown).toHaveLength(3));
    expect(shown.toSorted()).toEqual([
      'ana: For you. (done)',
      'ana: In March. (done)',
      'other: In March. (done)',
    ]);
    expect(stored).toHaveLength(2);
  });

  it('skips updates that are overtaken and never the last one, and stores only that', async () => {
    const { replies, shown, stored } = setUp({ people: [ana.id] });
    for (const text of ['I', 'In', 'In Ma']) replies.publish(replyOf({ state: 'writing', text }));
    replies.publish(replyOf());
    await vi.waitFor(() => expect(shown).toEqual(['ana: I (writing)', 'ana: In March. (done)']));
    await replies.close(1_000);
    expect(stored.map(({ text }) => text)).toEqual(['In March.']);
  });

  it('spares a large meeting the updates', async () => {
    const people = [ana.id, ...Array.from({ length: 20 }, () => createId('par'))];
    const { replies, shown } = setUp({ people });
    replies.publish(replyOf({ state: 'writing' }));
    await vi.waitFor(() => expect(shown).toEqual(['ana: In March. (writing)']));
    replies.publish(replyOf());
    await vi.waitFor(() => expect(shown).toHaveLength(22));
  });

  it('tries again while web is away, and not when web refuses', async () => {
    const away = setUp({ failures: [new ParleyError('unavailable', 'away')] });
    away.replies.publish(replyOf());
    await away.replies.close(5_000);
    expect(away.stored).toHaveLength(1);
    const refused = setUp({ failures: [new ParleyError('bad_request', 'no')] });
    refused.replies.publish(replyOf());
    await refused.replies.close(5_000);
    expect(refused.stored).toEqual([]);
  });
});
