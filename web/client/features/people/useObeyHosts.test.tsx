import { EventEmitter } from 'node:events';
import { cleanup, renderHook } from '@testing-library/react';
import { type Room, RoomEvent } from 'livekit-client';
import { toast } from 'sonner';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { controlTopic } from '../../../../lib/control-messages.ts';
import { useObeyHosts } from './useObeyHosts.ts';

const info = vi.spyOn(toast, 'info').mockReturnValue(0);
beforeEach(() => {
  info.mockClear();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const asked = (asks: number) => ({ 'parley.mute_asks': `${asks}` });

/** A page in a room, with the microphone on. */
function join(attributes: Record<string, string>) {
  const me = { isMicrophoneEnabled: true, attributes };
  const room = Object.assign(new EventEmitter(), { localParticipant: me });
  const setSending = async (_device: string, on: boolean) => {
    me.isMicrophoneEnabled = on;
  };
  renderHook(() => useObeyHosts(room as unknown as Room, { setSending } as never));
  return {
    me,
    ask: (asks: number) => {
      const payload = new TextEncoder().encode(JSON.stringify({ type: 'microphone.mute', by: 'Ana', asks }));
      room.emit(RoomEvent.DataReceived, payload, undefined, undefined, controlTopic, undefined, '');
    },
    show: (next: Record<string, string>) => {
      me.attributes = next;
      room.emit(RoomEvent.ParticipantAttributesChanged, next, me);
    },
    /** As long as a message of the same moment could take. */
    pass: () => vi.advanceTimersByTime(1_000),
    comeBack: (next: Record<string, string>) => {
      me.attributes = next;
      room.emit(RoomEvent.Reconnected);
    },
  };
}
const said = () => info.mock.calls.map(([text]) => text);

describe(useObeyHosts, () => {
  test('does what was asked while the connection was away', () => {
    const { me, comeBack } = join(asked(0));
    comeBack(asked(1));
    expect(me.isMicrophoneEnabled).toBe(false);
    expect(said()).toEqual(['A host asked you to mute. Your microphone is off now.']);
  });

  test('also when the attributes come later than the connection', () => {
    const { me, comeBack, show, pass } = join(asked(3));
    comeBack(asked(3));
    expect(me.isMicrophoneEnabled).toBe(true);
    show(asked(4));
    pass();
    expect(me.isMicrophoneEnabled).toBe(false);
  });

  test('does once what was asked, and lets the person turn it on again', () => {
    const { me, ask, show, pass, comeBack } = join(asked(0));
    show(asked(1));
    ask(1);
    expect(said()).toEqual(['Ana asked you to mute. Your microphone is off now.']);
    me.isMicrophoneEnabled = true;
    pass();
    comeBack(asked(1));
    expect(me.isMicrophoneEnabled).toBe(true);
    expect(said()).toHaveLength(1);
  });

  test('does not hold against whoever comes anew what was asked before', () => {
    const { me, show, pass } = join({});
    show(asked(2));
    pass();
    expect(me.isMicrophoneEnabled).toBe(true);
    show(asked(3));
    pass();
    expect(me.isMicrophoneEnabled).toBe(false);
  });
});
