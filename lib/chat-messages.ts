/** What passes about the chat of a meeting between browsers and web. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

export const chatLimits = {
  /** Characters of one message: with its frame below the 15,000 bytes of a LiveKit data packet, in any script. */
  text: 4_000,
  /** Messages in one answer. */
  page: 500,
} as const;

/** `seq` counts from 1 in the order in which web took the messages, without holes while the meeting is live. */
export const chatMessageSchema = z.object({
  id: idSchema('msg'),
  seq: z.int().check(z.gte(1)),
  /** Null when the person was deleted since. */
  senderId: z.nullable(idSchema('par')),
  senderName: z.string(),
  text: z.string(),
  /** Milliseconds since the meeting started. */
  atMs: z.int(),
  /** Written off the record: gone when the meeting ends. */
  offRecord: z.boolean(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/**
 * The browser makes the id, so that sending the same message again does not write it twice. A longer text is refused
 * with a sentence.
 */
export const sendChatSchema = z.object({ id: idSchema('msg'), text: z.string() });
export type SendChat = z.infer<typeof sendChatSchema>;
export const chatAnswerSchema = z.object({ message: chatMessageSchema });

/** `GET /api/meetings/:id/chat?after=seq`, in order. */
export const chatPageSchema = z.object({
  messages: z.array(chatMessageSchema),
  /** True when later ones exist already. */
  more: z.boolean(),
});
export type ChatPage = z.infer<typeof chatPageSchema>;
