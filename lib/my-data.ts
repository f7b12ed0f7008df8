/**
 * What an installation has of one account, as the file that its person can take along, and what they can choose when
 * they delete it. Times are Unix milliseconds, those of lines milliseconds of their meeting's clock.
 */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { lineRefSchema } from './line-ref.ts';
import { personaSchema } from './messages.ts';
import { roleSchema } from './roles.ts';

const unixMs = z.number();
const text = z.string();

export const myDataSchema = z.object({
  format: z.literal('parley-account'),
  version: z.literal(1),
  exportedAtMs: unixMs,
  account: z.object({
    id: text,
    name: text,
    email: text,
    role: z.enum(['owner', 'member']),
    timeZone: text,
    createdAtMs: unixMs,
    /** How one can sign in: `credential` is a password. */
    signInBy: z.array(text),
  }),
  sessions: z.array(z.object({ userAgent: text, createdAtMs: unixMs, seenAtMs: unixMs })),
  /** In which they were, or which they host; newest first. */
  meetings: z.array(
    z.object({
      id: idSchema('mtg'),
      title: text,
      host: z.boolean(),
      startedAtMs: z.nullable(unixMs),
      endedAtMs: z.nullable(unixMs),
      /** As whom they were there; null for a meeting that they host and did not come to. */
      person: z.nullable(
        z.object({ name: text, role: roleSchema, email: z.nullable(text), consentAtMs: unixMs }),
      ),
      /** What they said, as it counts now. */
      lines: z.array(z.extend(lineRefSchema, { startMs: z.int(), text })),
      /** What they wrote to everyone. */
      messages: z.array(z.object({ atMs: z.int(), text })),
      /** What they asked everyone, and what they voted for; of an anonymous poll that has ended nobody knows it. */
      polls: z.array(z.object({ question: text, choices: z.array(text) })),
      votes: z.array(z.object({ question: text, choices: z.array(text) })),
      /** What they brought to the whiteboard; the image is under this id at the meeting. */
      images: z.array(z.object({ id: idSchema('fil'), type: text, bytes: z.int(), addedAtMs: unixMs })),
      /** What they noted for themselves, as text. */
      notes: text,
      /** What they asked the AI participant, and what it answered. */
      questions: z.array(z.object({ question: text, answer: text, askedAtMs: unixMs })),
      /** What they were asked to approve. */
      approvals: z.array(
        z.object({ tool: text, arguments: z.record(text, z.unknown()), state: text, createdAtMs: unixMs }),
      ),
      tasks: z.array(z.object({ text, due: z.nullable(text), done: z.boolean() })),
    }),
  ),
  /** Meetings that they asked to see, with what they wrote to the hosts. */
  accessRequests: z.array(
    z.object({ meetingId: idSchema('mtg'), note: text, askedAtMs: unixMs, allowed: z.boolean() }),
  ),
  personas: z.array(z.object({ version: z.int(), content: personaSchema, createdAtMs: unixMs })),
  /** What the access logs of meetings say of them. */
  accesses: z.array(z.object({ meetingId: idSchema('mtg'), event: text, note: text, atMs: unixMs })),
});
export type MyData = z.infer<typeof myDataSchema>;

/** `POST /api/auth/delete`. */
export const deleteAccountSchema = z.object({
  /** The password; of an account without one, its address. */
  proof: z.string().check(z.maxLength(1_000)),
  /** What becomes of meetings that this person hosts. `handOver`: somebody with an account who was there hosts them. */
  meetings: z.enum(['handOver', 'delete']),
  /** What they said and wrote: stays under no name, or goes, with the recordings that have their voice. */
  words: z.enum(['keep', 'remove']),
});
export type DeleteAccount = z.infer<typeof deleteAccountSchema>;
