import { describe, expect, it } from 'vitest';
import { createId } from '../../../lib/ids.ts';
import { judgeEgress } from './judge-egress.ts';

type Ages = Parameters<typeof judgeEgress>[0];

const running: Ages = {
  state: 'running',
  egressId: 'EG_1',
  participantId: createId('par'),
  askedForMs: 3_600_000,
  stopAskedForMs: null,
  missingForMs: null,
};
const judge = (change: Partial<Ages>, recording: 'recording' | 'ending' = 'recording', isListed = true) =>
  judgeEgress({ ...running, ...change }, { recording, isListed });

describe(judgeEgress, () => {
  it('lets an order run that is in the room, or has been away for a restart of LiveKit', () => {
    expect(judge({})).toBeNull();
    expect(judge({ missingForMs: 40_000 })).toBeNull();
    // Who says nothing is waited for without limit.
    expect(judge({ state: 'asked' })).toBeNull();
  });

  it('gives up an order that nobody answered', () => {
    expect(judge({ state: 'asked', egressId: null, askedForMs: 30_000 })).toBeNull();
    expect(judge({ state: 'asked', egressId: null, askedForMs: 41_000 })).toBe(
      'The recorder was not available.',
    );
  });

  it('gives up one that left the room, or does not stop', () => {
    expect(judge({ missingForMs: 46_000 })).toMatch('in the middle');
    expect(judge({ stopAskedForMs: 30_000 }, 'ending')).toBeNull();
    expect(judge({ stopAskedForMs: 61_000 }, 'ending')).toMatch('before its end');
  });

  it('gives up a picture that was stopped in the middle and does not end', () => {
    expect(judge({ stopAskedForMs: 30_000 })).toBeNull();
    expect(judge({ stopAskedForMs: 61_000 })).toMatch('before its end');
  });

  it('waits longer for a file that is on its way to a bucket', () => {
    expect(judge({ state: 'ending', stopAskedForMs: 600_000 }, 'ending')).toBeNull();
    expect(judge({ state: 'ending', stopAskedForMs: 901_000 }, 'ending')).toMatch('before its end');
  });

  it('waits for hours for the file of a picture, while LiveKit knows of it and no other picture waits', () => {
    const picture = { state: 'ending', participantId: null } as const;
    const sixHours = 6 * 3_600_000;
    expect(judge({ ...picture, stopAskedForMs: sixHours - 1 }, 'ending')).toBeNull();
    expect(judge({ ...picture, stopAskedForMs: sixHours + 1 }, 'ending')).toMatch('before its end');
    expect(judge({ ...picture, stopAskedForMs: 899_000 }, 'ending', false)).toBeNull();
    expect(judge({ ...picture, stopAskedForMs: 901_000 }, 'ending', false)).toMatch('before its end');
    expect(judge({ ...picture, stopAskedForMs: 901_000 })).toMatch('before its end');
    expect(judge({ ...picture, state: 'running', stopAskedForMs: 61_000 }, 'ending')).toMatch(
      'before its end',
    );
  });
});
