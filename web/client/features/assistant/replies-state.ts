/**
 * Folds questions of this person and answers, streamed or stored, into what the panel shows. The same answers give
 * the same state in whatever order and however often they arrive.
 */
import type { Audience, QuestionKind, Reply } from '../../../../lib/assistant-messages.ts';

/** A question of this page that has no answer yet. */
export interface Asking {
  id: Reply['id'];
  kind: QuestionKind;
  question: string;
  audience: Audience;
  /** Unix milliseconds of the page's clock. */
  atMs: number;
  /** Why it was not taken; null while it is on its way or being answered. */
  problem: string | null;
}

export interface RepliesState {
  asking: ReadonlyMap<Reply['id'], Asking>;
  replies: ReadonlyMap<Reply['id'], Reply>;
}

export type RepliesEvent =
  | { type: 'asked'; asking: Asking }
  | { type: 'refused'; id: Reply['id']; problem: string }
  | { type: 'dropped'; id: Reply['id'] }
  | { type: 'answered'; replies: readonly Reply[] };

export const noReplies: RepliesState = { asking: new Map(), replies: new Map() };

export function foldReplies(state: RepliesState, event: RepliesEvent): RepliesState {
  switch (event.type) {
    case 'asked':
      return { ...state, asking: new Map(state.asking).set(event.asking.id, event.asking) };
    case 'refused': {
      const asking = state.asking.get(event.id);
      if (!asking) return state;
      return { ...state, asking: new Map(state.asking).set(event.id, { ...asking, problem: event.problem }) };
    }
    case 'dropped': {
      const asking = new Map(state.asking);
      asking.delete(event.id);
      return { ...state, asking };
    }
    case 'answered': {
      const asking = new Map(state.asking);
      const replies = new Map(state.replies);
      for (const reply of event.replies) {
        asking.delete(reply.id);
        replies.set(reply.id, furtherOf(replies.get(reply.id), reply));
      }
      return { asking, replies };
    }
    default:
      return event satisfies never;
  }
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
