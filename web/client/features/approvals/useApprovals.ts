import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Room, RoomEvent } from 'livekit-client';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ApprovalView } from '../../../../lib/assistant-messages.ts';
import { listApprovals } from '../api/assistant.ts';
import type { Access } from '../api/people.ts';
import { followControlMessages } from '../captions/follow-control-messages.ts';
import { type Asked, selectAsked } from './approvals-state.ts';
import { createApprovalsStore } from './approvals-store.ts';
import { type Decide, useDecide } from './useDecide.ts';
import { useOutcomeNotices } from './useOutcomeNotices.ts';

export interface Approvals extends Asked, Decide {
  /** The agent asks this person. */
  request(approval: ApprovalView): void;
  shown(id: ApprovalView['id']): void;
  hold(id: ApprovalView['id']): void;
  putAside(id: ApprovalView['id']): void;
  /** Puts this one into the popup, until it is answered or put aside. */
  open(id: ApprovalView['id']): void;
}

/** The server tells of changes; this is for a message that was lost while something is open. */
const refreshMs = 5_000;

/** What this person is asked in the meeting of `room`, and how to answer. */
export function useApprovals(room: Room, access: Access, me: string): Approvals {
  const [store] = useState(createApprovalsStore);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const isOpen = [...state.values()].some(({ view }) => !isSettled(view));
  const [now, setNow] = useState(Date.now);
  const asked = useMemo(() => selectAsked(state, now), [state, now]);
  const { nextMs } = asked;
  useEffect(() => {
    if (nextMs === null) return;
    const timer = setTimeout(() => setNow(Date.now()), clamp(nextMs - Date.now()));
    return () => clearTimeout(timer);
  }, [nextMs]);
  const queries = useQueryClient();
  const { meetingId } = access;
  const list = useQuery({
    queryKey: ['approvals', meetingId],
    queryFn: ({ signal }) => listApprovals(access, signal),
    refetchInterval: isOpen ? refreshMs : false,
    refetchIntervalInBackground: true,
    structuralSharing: false,
  });
  const { data } = list;
  useEffect(() => {
    if (data) store.dispatch({ type: 'listed', ...data, me });
  }, [store, data, me]);

  const refetch = useRef(() => {});
  refetch.current = () => void queries.invalidateQueries({ queryKey: ['approvals', meetingId] });
  useEffect(() => {
    const onChange = () => refetch.current();
    const stop = followControlMessages(room, ({ type }) => {
      if (type === 'assistant.changed') onChange();
    });
    room.on(RoomEvent.Reconnected, onChange);
    room.on(RoomEvent.Connected, onChange);
    return () => {
      stop();
      room.off(RoomEvent.Reconnected, onChange);
      room.off(RoomEvent.Connected, onChange);
    };
  }, [room]);

  useOutcomeNotices(state, me);
  const decide = useDecide({
    reader: access,
    onAnswered: (approval) => store.dispatch({ type: 'answered', approval }),
    onRefused: () => refetch.current(),
  });
  const { dispatch } = store;
  return {
    ...asked,
    ...decide,
    request: (approval) => dispatch({ type: 'requested', approval }),
    shown: (id) => dispatch({ type: 'shown', id, atMs: Date.now() }),
    hold: (id) => dispatch({ type: 'held', id }),
    putAside: (id) => dispatch({ type: 'aside', id }),
    open(id) {
      for (const other of asked.waiting) dispatch({ type: 'aside', id: other.id });
      dispatch({ type: 'held', id });
    },
  };
}

/** True when nothing about it will change any more. */
function isSettled({ state, action }: ApprovalView): boolean {
  if (state === 'pending') return false;
  return !action || (action.status !== 'waiting' && action.status !== 'running');
}

/** A time that `setTimeout` can wait; it begins anew afterwards. */
function clamp(ms: number): number {
  return Math.min(Math.max(0, ms) + 1, 2_000_000_000);
}
