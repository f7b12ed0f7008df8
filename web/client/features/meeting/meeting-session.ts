/**
 * Owns the connection to one meeting: connects, publishes what the person switched on, comes back with a new token
 * when the connection is lost for good, and says at last why it is over.
 */
import { type DisconnectReason, type Room, RoomEvent } from 'livekit-client';
import type { Joined } from '../../../../lib/messages.ts';
import { ApiError } from '../api/api-error.ts';
import { afterDisconnect, type Ending } from './ending.ts';
import { mayPublish } from './may-publish.ts';

export type SessionState =
  | { status: 'connecting' }
  | { status: 'connected' }
  /** Sound and picture stand still; it comes back by itself. */
  | { status: 'reconnecting' }
  | { status: 'over'; ending: Ending };

/** What the person wants to send; kept over a lost connection. */
export interface Sending {
  microphone: boolean;
  camera: boolean;
}

interface SessionOptions {
  room: Room;
  /** Where to connect at first; null: joins again for a token. */
  joined: Joined | null;
  sending: Sending;
  /** Joins again for a new token. */
  rejoin(): Promise<Joined>;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  onMediaError(kind: keyof Sending, error: unknown): void;
}

export interface MeetingSession {
  getState(): SessionState;
  /** What the person wants to send now. */
  getSending(): Sending;
  /** Calls back after each change of the state, and of what the person wants to send. */
  subscribe(onChange: () => void): () => void;
  start(): void;
  /** While there is no connection, what it comes back with. */
  setSending(kind: keyof Sending, on: boolean): Promise<void>;
  /** Ends the session for this page; the meeting goes on. */
  finish(ending: Ending): void;
}

/** About two minutes in all: as long as a laptop needs to wake up in another network. */
export const rejoinDelaysMs = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 30_000, 30_000];

export function createMeetingSession(options: SessionOptions): MeetingSession {
  const { room } = options;
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  const sending = { ...options.sending };
  let state: SessionState = { status: 'connecting' };
  let access: Joined | null = options.joined;
  let connecting = false;

  const notify = () => {
    for (const listener of listeners) listener();
  };
  const setState = (next: SessionState) => {
    if (state.status === 'over') return;
    state = next;
    notify();
  };
  const want = (kind: keyof Sending, on: boolean) => {
    if (sending[kind] === on) return;
    sending[kind] = on;
    notify();
  };

  const finish = (ending: Ending) => {
    if (state.status === 'over') return;
    setState({ status: 'over', ending });
    closing.abort();
    void room.disconnect();
  };

  async function connect() {
    if (connecting) return;
    connecting = true;
    for (const delayMs of rejoinDelaysMs) {
      await options.wait(delayMs, closing.signal);
      if (closing.signal.aborted) return;
      const problem = await tryConnect();
      connecting = problem !== null;
      if (!problem) return publishAll();
      const ending = endingOf(problem);
      if (ending) return finish(ending);
      setState({ status: 'reconnecting' });
    }
    finish('lost');
  }

  /** Null when connected, else what went wrong. */
  async function tryConnect(): Promise<{ error: unknown } | null> {
    try {
      const { serverUrl, token } = access ?? (await options.rejoin());
      access = null;
      if (!closing.signal.aborted) await room.connect(serverUrl, token);
      setState({ status: 'connected' });
      return null;
    } catch (error) {
      return { error };
    }
  }

  async function publishAll() {
    await Promise.all([publish('microphone'), publish('camera')]);
  }

  async function publish(kind: keyof Sending) {
    const me = room.localParticipant;
    // What a host took away is not tried, and does not come back by itself.
    if (!mayPublish(me.permissions, kind)) want(kind, false);
    try {
      await (kind === 'microphone'
        ? me.setMicrophoneEnabled(sending[kind])
        : me.setCameraEnabled(sending[kind]));
    } catch (error) {
      if (closing.signal.aborted) return;
      want(kind, false);
      options.onMediaError(kind, error);
    }
  }

  const onDisconnected = (reason?: DisconnectReason) => {
    const next = afterDisconnect(reason);
    if (next !== 'rejoin') return finish(next);
    setState({ status: 'reconnecting' });
    void connect();
  };

  room.on(RoomEvent.SignalReconnecting, () => setState({ status: 'reconnecting' }));
  room.on(RoomEvent.Reconnecting, () => setState({ status: 'reconnecting' }));
  room.on(RoomEvent.Reconnected, () => setState({ status: 'connected' }));
  room.on(RoomEvent.Disconnected, onDisconnected);

  return {
    getState: () => state,
    getSending: () => ({ ...sending }),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    start: () => void connect(),
    async setSending(kind, on) {
      want(kind, on);
      if (!connecting) await publish(kind);
    },
    finish,
  };
}

/** What web's refusal means for the person; null when trying again may help. */
function endingOf({ error }: { error: unknown }): Ending | null {
  if (!(error instanceof ApiError)) return null;
  if (error.code === 'meeting_ended' || error.code === 'not_found') return 'ended';
  if (error.code === 'removed') return 'removed';
  return error.retryable ? null : 'lost';
}
