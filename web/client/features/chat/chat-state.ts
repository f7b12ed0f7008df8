/**
 * Folds what was written, in pages and one by one, and what this page has not sent yet into what the panel shows. The
 * same messages give the same state in whatever order and however often they arrive.
 */
import type { ChatMessage } from '../../../../lib/chat-messages.ts';

/** A message of this page that web has not acknowledged. */
export interface Outgoing {
  id: ChatMessage['id'];
  text: string;
  /** Why it was not sent; null while it is on its way. */
  problem: string | null;
}

export interface ChatState {
  /** By number. */
  messages: readonly ChatMessage[];
  outgoing: readonly Outgoing[];
  /** All messages up to this number are here. */
  upTo: number;
  /** The person has seen the messages up to this number. */
  readUpTo: number;
  history: 'loading' | 'complete' | 'failing';
}

export type ChatEvent =
  | { type: 'page'; messages: readonly ChatMessage[]; more: boolean }
  | { type: 'came'; message: ChatMessage }
  | { type: 'failing' }
  | { type: 'sent'; outgoing: Outgoing }
  | { type: 'refused'; id: Outgoing['id']; problem: string }
  | { type: 'dropped'; id: Outgoing['id'] }
  | { type: 'read' };

export const emptyChat: ChatState = {
  messages: [],
  outgoing: [],
  upTo: 0,
  readUpTo: 0,
  history: 'loading',
};

export function foldChat(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'page': {
      const upTo = Math.max(state.upTo, event.messages.at(-1)?.seq ?? 0);
      const history = event.more ? state.history : 'complete';
      return { ...withMessages({ ...state, upTo }, event.messages), history };
    }
    case 'came':
      return withMessages(state, [event.message]);
    case 'failing':
      return { ...state, history: 'failing' };
    case 'sent': {
      const others = state.outgoing.filter(({ id }) => id !== event.outgoing.id);
      return { ...state, outgoing: [...others, event.outgoing] };
    }
    case 'refused': {
      const { id, problem } = event;
      return {
        ...state,
        outgoing: state.outgoing.map((each) => (each.id === id ? { ...each, problem } : each)),
      };
    }
    case 'dropped':
      return { ...state, outgoing: state.outgoing.filter(({ id }) => id !== event.id) };
    case 'read': {
      const readUpTo = state.messages.at(-1)?.seq ?? 0;
      return readUpTo > state.readUpTo ? { ...state, readUpTo } : state;
    }
    default:
      return event satisfies never;
  }
}

/** True when a later message is here than the next one. */
export function hasHole({ messages, upTo }: ChatState): boolean {
  return (messages.at(-1)?.seq ?? 0) > upTo;
}

/** How many messages of others the person has not seen. */
export function countUnread({ messages, readUpTo }: ChatState, me: string): number {
  return messages.filter(({ seq, senderId }) => seq > readUpTo && senderId !== me).length;
}

function withMessages(state: ChatState, came: readonly ChatMessage[]): ChatState {
  const known = new Set(state.messages.map(({ seq }) => seq));
  const fresh = came.filter(({ seq }) => !known.has(seq));
  const ids = new Set(came.map(({ id }) => id));
  const outgoing = state.outgoing.filter(({ id }) => !ids.has(id));
  const messages =
    fresh.length > 0 ? [...state.messages, ...fresh].sort((a, b) => a.seq - b.seq) : state.messages;
  let { upTo } = state;
  for (const { seq } of messages) if (seq === upTo + 1) upTo = seq;
  return { ...state, messages, outgoing, upTo };
}
