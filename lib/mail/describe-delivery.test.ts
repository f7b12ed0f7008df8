import { describe, expect, it } from 'vitest';
import { type Delivery, describeDelivery } from './describe-delivery.ts';

const none: Delivery = { sent: 0, queued: 0, kept: 0, failed: 0 };

describe(describeDelivery, () => {
  it.each<[Partial<Delivery>, string, string]>([
    [{ queued: 3 }, 'working', 'On its way to 3 people.'],
    [{ queued: 1, sent: 2 }, 'working', 'Sent to 2 of 3 people.'],
    [{ sent: 1 }, 'done', 'Sent to one person.'],
    [{ sent: 3 }, 'done', 'Sent to 3 people.'],
    [{ sent: 2, failed: 1 }, 'done', 'Sent to 2 of 3 people; the other addresses were not taken.'],
    [{ failed: 2 }, 'failed', 'The mail server did not take it for 2 people.'],
    [{ kept: 2 }, 'skipped', 'Kept: no mail server is configured.'],
  ])('says of %j: %s, %s', (delivery, state, message) => {
    expect(describeDelivery({ ...none, ...delivery })).toEqual({ state, message });
  });
});
