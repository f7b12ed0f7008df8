import { describe, expect, test } from 'vitest';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { type DataPacket, readControlMessage } from './read-control-message.ts';

function buildPacket(change: Partial<DataPacket> = {}): DataPacket {
  return {
    payload: new TextEncoder().encode(JSON.stringify({ type: 'meeting.ended' })),
    topic: controlTopic,
    hasParticipant: false,
    participantIdentity: '',
    ...change,
  };
}
const bytes = (text: string) => new TextEncoder().encode(text);

describe(readControlMessage, () => {
  test('reads what the server sent', () => {
    expect(readControlMessage(buildPacket())).toEqual({ type: 'meeting.ended' });
  });

  test('ignores a person, known or not', () => {
    expect(
      readControlMessage(buildPacket({ participantIdentity: 'par_mallory', hasParticipant: true })),
    ).toBeNull();
    expect(readControlMessage(buildPacket({ participantIdentity: 'par_mallory' }))).toBeNull();
  });

  test('ignores a packet without a stamped sender: an unknown participant proves nothing', () => {
    expect(readControlMessage(buildPacket({ participantIdentity: undefined }))).toBeNull();
    expect(readControlMessage(buildPacket({ hasParticipant: true }))).toBeNull();
  });

  test('ignores other topics', () => {
    expect(readControlMessage(buildPacket({ topic: 'lk.chat' }))).toBeNull();
    expect(readControlMessage(buildPacket({ topic: undefined }))).toBeNull();
  });

  test.each(['not json', '{}', '[]', 'null', '{"type":"meeting.paused"}', ''])(
    'ignores the payload %j',
    (text) => {
      expect(readControlMessage(buildPacket({ payload: bytes(text) }))).toBeNull();
    },
  );

  test('ignores bytes that are not text', () => {
    expect(readControlMessage(buildPacket({ payload: new Uint8Array([0xff, 0xfe, 0x00]) }))).toBeNull();
  });
});
