/** What passes about polls between browsers and web. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

export const pollLimits = {
  /** Characters of a question, after `cleanText`. */
  question: 300,
  /** Characters of a choice: a poll fits into a LiveKit data packet, in any script. */
  choice: 120,
  fewestChoices: 2,
  mostChoices: 10,
  /** Polls of one meeting, drafts too. */
  polls: 50,
} as const;

/** `draft`: only whoever wrote it sees it. States only move to the right. */
export const pollStates = ['draft', 'open', 'ended'] as const;
export type PollState = (typeof pollStates)[number];

/** When everyone sees how many voted for what: all the time, or when it has ended. */
export const pollResultsSchema = z.enum(['live', 'end']);
export type PollResults = z.infer<typeof pollResultsSchema>;

/** A poll as everyone sees it. */
export const pollSchema = z.object({
  id: idSchema('pol'),
  /** Counts changes, votes too: of two views the one with the higher number is now. */
  version: z.int(),
  state: z.enum(pollStates),
  question: z.string(),
  choices: z.array(z.string()),
  /** One may vote for several choices. */
  multiple: z.boolean(),
  /** Nobody ever learns who voted for what. */
  anonymous: z.boolean(),
  results: pollResultsSchema,
  /** Null when the person was deleted since. */
  askerId: z.nullable(idSchema('par')),
  askerName: z.string(),
  /** Milliseconds since the meeting started; null for a draft. */
  askedAtMs: z.nullable(z.int()),
  /** Asked off the record: gone when the meeting ends. */
  offRecord: z.boolean(),
  /** People who have voted. */
  voted: z.int(),
  /** Votes for each choice; null while nobody is shown them. */
  counts: z.nullable(z.array(z.int())),
});
export type Poll = z.infer<typeof pollSchema>;

/** Places of the choices, from 0; `revision` counts from 1 how often this person has voted. */
const ownVoteSchema = z.object({ choices: z.array(z.int()), revision: z.int() });
export type OwnVote = z.infer<typeof ownVoteSchema>;

/** As one person sees it; `mine` is null for those who have not voted, and when an anonymous poll has ended. */
export const ownPollSchema = z.extend(pollSchema, { mine: z.nullable(ownVoteSchema) });
export type OwnPoll = z.infer<typeof ownPollSchema>;
export const pollAnswerSchema = z.object({ poll: ownPollSchema });

/** `GET /api/meetings/:id/polls`, in the order of asking, then drafts. */
export const pollListSchema = z.object({
  polls: z.array(ownPollSchema),
  /** The one who reads may ask now. */
  mayAsk: z.boolean(),
});
export type PollList = z.infer<typeof pollListSchema>;

/**
 * `PUT /api/meetings/:id/polls/:pollId`: a draft, or with `launch` a question to everyone. The browser makes the id, so
 * that asking again asks nothing twice. Longer texts are refused with a sentence.
 */
export const writePollSchema = z.object({
  question: z.string(),
  choices: z.array(z.string()).check(z.maxLength(100)),
  multiple: z._default(z.boolean(), false),
  anonymous: z._default(z.boolean(), false),
  results: z._default(pollResultsSchema, 'live'),
  launch: z.boolean(),
});
export type WritePoll = z.output<typeof writePollSchema>;

/** A vote whose revision is not above the last one that counts was late, or came twice: it changes nothing. */
export const castVoteSchema = z.object({
  choices: z
    .array(z.int().check(z.gte(0), z.lt(pollLimits.mostChoices)))
    .check(z.minLength(1), z.maxLength(100)),
  revision: z.int().check(z.gte(1), z.lte(1_000_000)),
});
export type CastVote = z.infer<typeof castVoteSchema>;

/** Names of those who voted for each choice, in order of the alphabet. */
export const votersSchema = z.object({ voters: z.array(z.array(z.string())) });
export type Voters = z.infer<typeof votersSchema>;
