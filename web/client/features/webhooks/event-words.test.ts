import { describe, expect, it } from 'vitest';
import type { WebhookDelivery } from '../../../../lib/webhooks/messages.ts';
import { describeDelivery } from './event-words.ts';

const delivery: WebhookDelivery = {
  ...{ id: 'whd_01JD0000000000000000000000', messageId: 'x', event: 'summary.ready', state: 'waiting' },
  ...{ attempts: 0, lastStatus: null, lastError: '', lastMs: null, createdAtMs: 0, lastAtMs: null },
};

describe(describeDelivery, () => {
  it.each([
    [{}, 'On its way'],
    [{ state: 'delivered', attempts: 1, lastStatus: 204, lastMs: 31 }, 'Answered 204 in 31 ms'],
    [{ state: 'delivered', attempts: 3, lastStatus: 200, lastMs: 8 }, 'Answered 200 in 8 ms · 3 tries'],
    [
      { attempts: 2, lastStatus: 500, lastError: 'It answered with status 500.' },
      'It answered with status 500. It is tried again · 2 tries',
    ],
    [
      { state: 'failed', attempts: 1, lastError: 'It wants no more webhooks (410).' },
      'It wants no more webhooks (410).',
    ],
  ] as const)('says where %j stands', (change, words) => {
    expect(describeDelivery({ ...delivery, ...change })).toBe(words);
  });
});
