import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type {
  AskAnswer,
  AskRequest,
  Audience,
  QuestionKind,
  Reply,
} from '../../../../lib/assistant-messages.ts';
import { createId } from '../../../../lib/ids.ts';
import { listReplies } from '../api/assistant.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import { listPanelItems, type PanelItem } from './replies-state.ts';
import { createRepliesStore } from './replies-store.ts';

export interface Question {
  kind: QuestionKind;
  /** Empty for the ready-made ones. */
  question: string;
  audience: Audience;
}

export interface Replies {
  items: readonly PanelItem[];
  status: 'loading' | 'complete' | 'failing';
  ask(question: Question): void;
  /** Takes a question away that was not taken. */
  drop(id: string): void;
  /** The agent says more of an answer. */
  receive(reply: Reply): void;
}

interface UseRepliesOptions {
  room: Room;
  access: Access;
  /** Asks the AI participant. */
  call(request: AskRequest): Promise<AskAnswer>;
}

/** What this person asked and may read of what was answered, also before a reload. */
export function useReplies({ room, access, call }: UseRepliesOptions): Replies {
  const [store] = useState(createRepliesStore);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const items = useMemo(() => listPanelItems(state), [state]);
  const queries = useQueryClient();
  const { meetingId } = access;
  const { data, error } = useQuery({
    queryKey: ['replies', meetingId],
    queryFn: ({ signal }) => listReplies(access, signal),
    structuralSharing: false,
  });
  useEffect(() => {
    if (data) store.dispatch({ type: 'answered', replies: data });
  }, [store, data]);
  useEffect(() => {
    const refetch = () => void queries.invalidateQueries({ queryKey: ['replies', meetingId] });
    const stop = followControlMessages(room, ({ type }) => {
      if (type === 'assistant.changed') refetch();
    });
    room.on(RoomEvent.Reconnected, refetch);
    room.on(RoomEvent.Connected, refetch);
    return () => {
      stop();
      room.off(RoomEvent.Reconnected, refetch);
      room.off(RoomEvent.Connected, refetch);
    };
  }, [room, queries, meetingId]);

  return {
    items,
    status: data ? 'complete' : error ? 'failing' : 'loading',
    ask({ kind, question, audience }) {
      const id = createId('rpl');
      const asked = { kind, question, audience };
      store.dispatch({
        type: 'asked',
        asking: { ...asked, id, replyId: null, atMs: Date.now(), problem: null },
      });
      void call({ type: 'ask', ...asked }).then((answer) => {
        if (!answer.accepted) store.dispatch({ type: 'refused', id, problem: answer.problem });
        else if (answer.replyId) store.dispatch({ type: 'taken', id, replyId: answer.replyId });
      });
    },
    drop: (id) => store.dispatch({ type: 'dropped', id }),
    receive: (reply) => store.dispatch({ type: 'answered', replies: [reply] }),
  };
}
