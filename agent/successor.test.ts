import { ParticipantKind } from '@livekit/rtc-node';
import { describe, expect, it } from 'vitest';
import { agentIdentity, agentStateAttribute } from '../lib/messages.ts';
import { isSuccessor } from './successor.ts';

const own = { meetingId: 'mtg_1', epoch: 2 };
const agent = (epoch: number, state = 'listening', kind = ParticipantKind.AGENT) => ({
  identity: agentIdentity('mtg_1', epoch),
  attributes: { [agentStateAttribute]: state },
  info: { kind },
});

describe(isSuccessor, () => {
  it('is an agent of a newer epoch that listens, also with a full disk or off the record', () => {
    expect(
      [agent(3), agent(3, 'degraded'), agent(9, 'paused')].map((each) => isSuccessor(each, own)),
    ).toEqual([true, true, true]);
  });

  it('is nobody else: not an older one, not one that still joins, not a person with such a name', () => {
    const others = [agent(1), agent(2), agent(3, 'joining'), agent(3, 'listening', ParticipantKind.STANDARD)];
    expect(others.map((each) => isSuccessor(each, own))).toEqual([false, false, false, false]);
  });
});
