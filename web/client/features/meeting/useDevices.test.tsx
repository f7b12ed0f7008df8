import { EventEmitter } from 'node:events';
import { RoomContext } from '@livekit/components-react';
import { act, cleanup, renderHook } from '@testing-library/react';
import { DisconnectReason, Room, RoomEvent } from 'livekit-client';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { buildJoined } from '../api/testing.ts';
import { createMeetingSession } from './meeting-session.ts';
import { useDevices } from './useDevices.ts';

afterEach(cleanup);

test('shows what will be sent while the connection is away, not that nothing is sent now', () => {
  const events = new EventEmitter();
  const session = createMeetingSession({
    room: Object.assign(events, { disconnect: async () => undefined }) as unknown as Room,
    joined: buildJoined(),
    sending: { microphone: true, camera: false },
    rejoin: () => new Promise(() => undefined),
    wait: () => new Promise(() => undefined),
    onMediaError: () => undefined,
  });
  const room = new Room();
  const { result } = renderHook(() => useDevices(session, { role: 'participant', silenced: false }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <RoomContext.Provider value={room}>{children}</RoomContext.Provider>
    ),
  });
  act(() => void events.emit(RoomEvent.Disconnected, DisconnectReason.STATE_MISMATCH));
  expect([result.current.microphone.on, result.current.camera.on]).toEqual([true, false]);
  act(() => result.current.microphone.toggle());
  expect([result.current.microphone.on, session.getSending().microphone]).toEqual([false, false]);
});
