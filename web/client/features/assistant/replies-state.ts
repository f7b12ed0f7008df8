/**
 * Folds questions of this person and answers, streamed or stored, into what the panel shows. The same answers give
 * the same state in whatever order and however often they arrive.
 */
import type { Audience, QuestionKind, Reply } from '../../../../lib/assistant-messages.ts';

/** A question of this page that has no answer yet. */
export interface Asking {
  /** Of this page alone. */
  id: string;
  /** Under which the answer will come; null while the AI participant has not taken the question. */
  replyId: Reply['id'] | null;
  kind: QuestionKind;
  question: string;
  audience: Audience;
  /** Unix milliseconds of the page's clock. */
  atMs: number;
  /** Why it was not taken; null while it is on its way or being answered. */
  problem: string | null;
}

export interface RepliesState {
  asking: ReadonlyMap<Asking['id'], Asking>;
  replies: ReadonlyMap<Reply['id'], Reply>;
}

export type RepliesEvent =
  | { type: 'asked'; asking: Asking }
  | { type: 'taken'; id: Asking['id']; replyId: Reply['id'] }
  | { type: 'refused'; id: Asking['id']; problem: string }
  | { type: 'dropped'; id: Asking['id'] }
  | { type: 'answered'; replies: readonly Reply[] };

export const noReplies: RepliesState = { asking: new Map(), replies: new Map() };

export function foldReplies(state: RepliesState, event: RepliesEvent): RepliesState {
  switch (event.type) {
    case 'asked':
      return { ...state, asking: new Map(state.asking).set(event.asking.id, event.asking) };
    case 'taken':
      // The answer may have begun before this came back.
      return state.replies.has(event.replyId)
        ? withoutAsking(state, event.id)
        : withAsking(state, event.id, { replyId: event.replyId });
    case 'refused':
      return withAsking(state, event.id, { problem: event.problem });
    case 'dropped':
      return withoutAsking(state, event.id);
    case 'answered': {
      const replies = new Map(state.replies);
      for (const reply of event.replies) replies.set(reply.id, furtherOf(replies.get(reply.id), reply));
      const open = [...state.asking].filter(([, { replyId }]) => replyId === null || !replies.has(replyId));
      return { asking: new Map(open), replies };
    }
    default:
      return event satisfies never;
  }
}

function withAsking(state: RepliesState, id: Asking['id'], change: Partial<Asking>): RepliesState {
  const asking = state.asking.get(id);
  return asking ? { ...state, asking: new Map(state.asking).set(id, { ...asking, ...change }) } : state;
}

function withoutAsking(state: RepliesState, id: Asking['id']): RepliesState {
  const asking = new Map(state.asking);
  asking.delete(id);
  return { ...state, asking };
}

/** Answers only grow until they are settled, and then stay as they are. */
function furtherOf(known: Reply | undefined, next: Reply): Reply {
  if (!known) return next;
  if (known.state !== 'writing') return next.state === 'writing' ? known : next;
  return next.state !== 'writing' || next.text.length >= known.text.length ? next : known;
}

export type PanelItem = { type: 'asking'; asking: Asking } | { type: 'reply'; reply: Reply };

/** What was asked and answered and what came of it, oldest first; greetings are in the transcript. */
export function listPanelItems({ asking, replies }: RepliesState): PanelItem[] {
  const items: (PanelItem & { atMs: number })[] = [
    ...[...replies.values()]
      .filter(({ kind }) => kind !== 'greeting')
      .map((reply) => ({ type: 'reply' as const, reply, atMs: reply.atMs })),
    ...[...asking.values()].map((each) => ({ type: 'asking' as const, asking: each, atMs: each.atMs })),
  ];
  return items.sort((a, b) => Number(a.type === 'asking') - Number(b.type === 'asking') || a.atMs - b.atMs);
}
