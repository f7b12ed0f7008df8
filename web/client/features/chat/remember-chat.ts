import { z } from 'zod/mini';
import { idSchema } from '../../../../lib/id-schema.ts';
import type { ChatState } from './chat-state.ts';

const rememberedSchema = z.object({
  readUpTo: z.int(),
  outgoing: z.array(z.object({ id: idSchema('msg'), text: z.string() })),
});

/** Where a tab keeps what was not sent, over a reload. */
const keyOf = (participantId: string) => `parley.chat.${participantId}`;

export function rememberChat(participantId: string, { readUpTo, outgoing }: ChatState): void {
  const kept = { readUpTo, outgoing: outgoing.map(({ id, text }) => ({ id, text })) };
  try {
    sessionStorage.setItem(keyOf(participantId), JSON.stringify(kept));
  } catch {
    // No room, or not allowed: then it is kept until the page closes.
  }
}

/** What was on its way when the page was left counts as not sent, until history shows otherwise. */
export function rememberedChat(participantId: string): Partial<ChatState> {
  try {
    const parsed = rememberedSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(participantId)) ?? ''));
    if (!parsed.success) return {};
    const { readUpTo, outgoing } = parsed.data;
    const problem = 'The page was left before it was sent.';
    return { readUpTo, outgoing: outgoing.map((each) => ({ ...each, problem })) };
  } catch {
    return {};
  }
}
