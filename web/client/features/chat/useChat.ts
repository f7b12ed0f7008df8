import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createId } from '../../../../lib/ids.ts';
import { fetchChatPage, sendChat } from '../api/chat.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import { wait } from '../captions/wait.ts';
import { createChatHistory } from './chat-history.ts';
import { createChatOutbox } from './chat-outbox.ts';
import { type ChatState, countUnread, hasHole, type Outgoing } from './chat-state.ts';
import { createChatStore } from './chat-store.ts';
import { rememberChat, rememberedChat } from './remember-chat.ts';

export interface Chat extends Pick<ChatState, 'messages' | 'outgoing' | 'history'> {
  /** Messages of others that the person has not seen. */
  unread: number;
  /** What is being written, kept while the panel is closed. */
  draft: { current: string };
  send(text: string): void;
  sendAgain(outgoing: Outgoing): void;
  /** Takes back what was not sent. */
  drop(id: Outgoing['id']): void;
  /** Everything that is here has been seen. */
  read(): void;
}

/** A lost packet shows with the next message; when none follows, with this. */
const recheckMs = 30_000;
const forever = new AbortController().signal;

/** The chat of the meeting in `room`: live over stored messages, without holes, and what could not be sent. */
export function useChat(room: Room, access: Access, me: string): Chat {
  const { meetingId, apiToken } = access;
  const [store] = useState(() => createChatStore(rememberedChat(me)));
  const draft = useRef('');
  const outbox = useMemo(
    () =>
      createChatOutbox({
        store,
        post: (message) => sendChat({ meetingId, apiToken }, message),
        wait: (ms) => wait(ms, forever),
      }),
    [store, meetingId, apiToken],
  );

  useEffect(() => {
    const history = createChatHistory({
      store,
      fetchPage: (after, signal) => fetchChatPage({ meetingId, apiToken }, after, signal),
      wait,
    });
    const { refetch } = history;
    const stopListening = followControlMessages(room, (message) => {
      if (message.type !== 'chat.message') return;
      store.dispatch({ type: 'came', message: message.message });
      if (hasHole(store.getState())) refetch();
    });
    const stopRemembering = store.subscribe(() => rememberChat(me, store.getState()));
    const rechecking = setInterval(refetch, recheckMs);
    refetch();
    room.on(RoomEvent.Connected, refetch);
    room.on(RoomEvent.Reconnected, refetch);
    return () => {
      room.off(RoomEvent.Connected, refetch);
      room.off(RoomEvent.Reconnected, refetch);
      clearInterval(rechecking);
      stopRemembering();
      stopListening();
      history.close();
    };
  }, [room, store, meetingId, apiToken, me]);

  const state = useSyncExternalStore(store.subscribe, store.getState);
  return {
    messages: state.messages,
    outgoing: state.outgoing,
    history: state.history,
    unread: useMemo(() => countUnread(state, me), [state, me]),
    draft,
    send: (text) => outbox.send({ id: createId('msg'), text }),
    sendAgain: ({ id, text }) => outbox.send({ id, text }),
    drop: (id) => store.dispatch({ type: 'dropped', id }),
    read: () => store.dispatch({ type: 'read' }),
  };
}
