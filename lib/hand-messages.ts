/** What passes about raised hands and reactions between browsers and web. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

/** Hands that can be up at once: their queue fits into a LiveKit data packet. */
export const mostHands = 300;

export const handsSchema = z.object({
  /** Counts changes: of two queues the one with the higher number is now. */
  version: z.int(),
  /** Whose hands are up, who raised first comes first. */
  hands: z.array(idSchema('par')),
});
export type Hands = z.infer<typeof handsSchema>;

export const raiseHandSchema = z.object({ raised: z.boolean() });
/** Everyone's when nobody is named. */
export const lowerHandsSchema = z.object({ personId: z.optional(idSchema('par')) });

/** Reactions, with what a screen reader says for them. */
export const reactions = {
  '👍': 'thumbs up',
  '👏': 'applause',
  '❤️': 'a heart',
  '😂': 'laughter',
  '😮': 'surprise',
  '🎉': 'a cheer',
} as const;
export const reactionSchema = z.enum(Object.keys(reactions) as (keyof typeof reactions)[]);
export type Reaction = z.infer<typeof reactionSchema>;
export const reactSchema = z.object({ reaction: reactionSchema });
