/** Who voted for what: one row per person and poll. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { OwnVote } from '../../lib/poll-messages.ts';
import type { Tx } from '../database.ts';
import { participants } from '../schema/meetings.ts';
import { polls, pollVotes } from '../schema/polls.ts';

interface Voter {
  pollId: Id<'pol'>;
  participantId: ParticipantId;
}

const isVote = ({ pollId, participantId }: Voter) =>
  and(eq(pollVotes.pollId, pollId), eq(pollVotes.participantId, participantId));

const own = { choices: pollVotes.choices, revision: pollVotes.revision };

export async function findVote(db: Tx, voter: Voter): Promise<OwnVote | null> {
  const [row] = await db.select(own).from(pollVotes).where(isVote(voter));
  return row ?? null;
}

/** One's votes in a meeting, by poll. */
export async function listOwnVotes(
  db: Tx,
  meetingId: MeetingId,
  participantId: ParticipantId,
): Promise<Map<Id<'pol'>, OwnVote>> {
  const rows = await db
    .select({ pollId: pollVotes.pollId, ...own })
    .from(pollVotes)
    .innerJoin(polls, eq(polls.id, pollVotes.pollId))
    .where(and(eq(polls.meetingId, meetingId), eq(pollVotes.participantId, participantId)));
  return new Map(rows.map(({ pollId, ...vote }) => [pollId, vote]));
}

/** Takes the place of what this person voted before. The caller holds `lockPoll`. */
export async function storeVote(tx: Tx, voter: Voter, vote: OwnVote): Promise<void> {
  await tx
    .insert(pollVotes)
    .values({ ...voter, ...vote })
    .onConflictDoUpdate({ target: [pollVotes.pollId, pollVotes.participantId], set: vote });
}

/** By name, as they are called now. Never for an anonymous poll. */
export function listVoters(
  db: Tx,
  meetingId: MeetingId,
): Promise<{ pollId: Id<'pol'>; name: string; choices: number[] }[]> {
  return db
    .select({ pollId: pollVotes.pollId, name: participants.name, choices: pollVotes.choices })
    .from(pollVotes)
    .innerJoin(polls, eq(polls.id, pollVotes.pollId))
    .innerJoin(participants, eq(participants.id, pollVotes.participantId))
    .where(and(eq(polls.meetingId, meetingId), eq(polls.anonymous, false)))
    .orderBy(asc(sql`lower(${participants.name})`), asc(participants.id));
}

/** What somebody voted for in a meeting, with the questions. */
export function listVotesOf(
  db: Tx,
  participantId: ParticipantId,
): Promise<{ question: string; choices: string[]; chosen: number[] }[]> {
  return db
    .select({ question: polls.question, choices: polls.choices, chosen: pollVotes.choices })
    .from(pollVotes)
    .innerJoin(polls, eq(polls.id, pollVotes.pollId))
    .where(eq(pollVotes.participantId, participantId))
    .orderBy(asc(polls.createdAt));
}
