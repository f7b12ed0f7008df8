/** What web tells the people in a room (`RoomService.sendData`). Parsed by the browser, like `messages.ts`. */
import { z } from 'zod/mini';
import { chatMessageSchema } from './chat-messages.ts';
import { handsSchema, reactionSchema } from './hand-messages.ts';
import { idSchema } from './id-schema.ts';
import { pollSchema } from './poll-messages.ts';
import { roleSchema } from './roles.ts';

export const controlTopic = 'parley.control';
/** Accepted only from the server: livekit-client gives it the participant identity `''`. */
export const controlMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('meeting.ended') }),
  /** Lines of an older epoch arrived late: fetch the transcript again. */
  z.object({ type: z.literal('transcript.changed') }),
  /** Nobody listens, or somebody again; off the record, or on it again: fetch what came since the last line. */
  z.object({ type: z.literal('gaps.changed') }),
  /** To those who may record: somebody would like the meeting to be recorded. */
  z.object({ type: z.literal('recording.asked'), by: z.string() }),
  /** Proposals or answers are not what they were: fetch them again. */
  z.object({ type: z.literal('assistant.changed') }),
  /** To those who moderate: people or settings are not what they were, fetch them again. */
  z.object({ type: z.literal('people.changed') }),
  /**
   * To one person: please turn your microphone off. `by` is the name of who asks, `asks` which time it is; the attributes of
   * the participant say it to whoever was away.
   */
  z.object({ type: z.literal('microphone.mute'), by: z.string(), asks: z.int() }),
  /** To one person: what they may do has changed. */
  z.object({ type: z.literal('standing.changed'), role: roleSchema, silenced: z.boolean(), by: z.string() }),
  /** Somebody wrote; a hole in the numbers means that some are missing here. */
  z.object({ type: z.literal('chat.message'), message: chatMessageSchema }),
  /** The queue of raised hands as it is now; `by` is the host who lowered some. */
  z.extend(handsSchema, { type: z.literal('hands.changed'), by: z.nullable(z.string()) }),
  /** To whoever shared a screen: somebody took it over, or a host stopped it. */
  z.object({
    type: z.literal('screen.stopped'),
    how: z.enum(['taken_over', 'by_host']),
    by: z.string(),
  }),
  /** Somebody gave the meeting its whiteboard. */
  z.object({ type: z.literal('board.opened'), personId: idSchema('par'), by: z.string() }),
  /** Breakout rooms open, close or change: fetch them again. */
  z.object({ type: z.literal('breakouts.changed') }),
  /** A host tells everyone in all rooms something. */
  z.object({ type: z.literal('breakouts.message'), by: z.string(), text: z.string() }),
  /** A poll was asked, has another vote or has ended: as it is now. */
  z.object({ type: z.literal('poll.changed'), poll: pollSchema }),
  /** A poll was taken away, or other people may ask: fetch them again. */
  z.object({ type: z.literal('polls.changed') }),
  z.object({
    type: z.literal('reaction'),
    personId: idSchema('par'),
    name: z.string(),
    reaction: reactionSchema,
  }),
]);
export type ControlMessage = z.infer<typeof controlMessageSchema>;
