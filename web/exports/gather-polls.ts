import type { Db } from '../../db/database.ts';
import { listVoters } from '../../db/queries/poll-votes.ts';
import { listEndedPolls } from '../../db/queries/polls.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { ExportedPoll } from '../../lib/meeting-export.ts';
import { votersOf } from '../polls/voters-of.ts';

/** What everyone was asked, and how they voted. */
export async function gatherPolls(db: Db, meetingId: MeetingId): Promise<ExportedPoll[]> {
  const [polls, voters] = await Promise.all([listEndedPolls(db, meetingId), listVoters(db, meetingId)]);
  return polls.map(({ id, question, askerName, askedAtMs, multiple, anonymous, voted, choices, counts }) => {
    const named = votersOf(
      choices.length,
      voters.filter(({ pollId }) => pollId === id),
    );
    return {
      question,
      asker: askerName,
      atMs: askedAtMs ?? 0,
      multiple,
      anonymous,
      voted,
      choices: choices.map((text, place) => ({
        text,
        votes: counts[place] ?? 0,
        voters: anonymous ? null : (named[place] ?? []),
      })),
    };
  });
}
