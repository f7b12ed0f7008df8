/**
 * Takes a person out of the meetings that others keep: their name and addresses in every case, what they said where they
 * wish it. What others said, also about them, stays.
 */
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { createId, type Id } from '../../lib/ids.ts';
import type { DeleteAccount } from '../../lib/my-data.ts';
import type { Tx } from '../database.ts';
import { accessLog } from '../schema/access-log.ts';
import { verifications } from '../schema/accounts.ts';
import { replies } from '../schema/assistance.ts';
import { attempts } from '../schema/attempts.ts';
import { chatMessages } from '../schema/chat.ts';
import { deletedRecordings } from '../schema/deleted-recordings.ts';
import { documents } from '../schema/documents.ts';
import { recordingEgresses } from '../schema/egresses.ts';
import { invitations } from '../schema/invitations.ts';
import { lineEdits, lineSpeakers, speakerNames } from '../schema/line-edits.ts';
import { mails } from '../schema/mails.ts';
import { participants } from '../schema/meetings.ts';
import { polls, pollVotes } from '../schema/polls.ts';
import { recordingFiles, recordings } from '../schema/recordings.ts';
import { shares } from '../schema/shares.ts';
import { summaries, summaryDrafts } from '../schema/summaries.ts';
import { tasks } from '../schema/tasks.ts';
import { transcriptLines } from '../schema/transcript.ts';
import { accessRequestedKind } from './access-requests.ts';
import type { User } from './accounts.ts';
import { removeImagesOf } from './board-files.ts';
import { forgetName } from './forget-name.ts';
import { enqueueEvent } from './outbox.ts';
import { setStage } from './stages.ts';
import { forgetSummaryMails } from './summary-mails.ts';

/** What stands where their name stood. */
export const deletedPerson = 'Deleted person';
const removedText = 'Removed for the person who said it.';

export type Person = typeof participants.$inferSelect;

/** As whom an account was in meetings. */
export function listPersons(tx: Tx, userId: string): Promise<Person[]> {
  return tx.select().from(participants).where(eq(participants.userId, userId));
}

/** Replaces the name of an account and drops its addresses in everything that is not its own. */
export async function anonymise(tx: Tx, user: User, persons: readonly Person[]): Promise<void> {
  for (const person of persons) await anonymisePerson(tx, user, person);
  const ids = persons.map(({ id }) => id);
  const name = deletedPerson;
  const who = [user.id, ...ids];
  await tx.update(accessLog).set({ who: 'deleted', name, hour: null }).where(inArray(accessLog.who, who));
  const aboutThem = eq(accessLog.about, user.id);
  await tx.update(accessLog).set({ note: name, about: null }).where(aboutThem);
  // What they wrote to hosts; the requests themselves go with the account.
  await tx
    .delete(mails)
    .where(and(eq(mails.kind, accessRequestedKind), sql`position(${user.id} in ${mails.dedupeKey}) > 0`));
  await tx.delete(attempts).where(sql`position(${user.id} in ${attempts.key}) > 0`);
  const noSharer = { createdBy: 'deleted', createdByName: name };
  await tx.update(shares).set(noSharer).where(inArray(shares.createdBy, who));
  await tx.update(tasks).set({ ownerName: name }).where(eq(tasks.ownerUserId, user.id));
  const addresses = [user, ...persons].flatMap(({ email }) => (email ? [email.toLowerCase()] : []));
  await tx.delete(mails).where(inArray(sql`lower(${mails.recipient})`, addresses));
  await tx.delete(verifications).where(inArray(verifications.value, addresses));
  await tx
    .delete(invitations)
    .where(or(eq(invitations.userId, user.id), inArray(invitations.email, addresses)));
}

async function anonymisePerson(
  tx: Tx,
  user: User,
  { id, meetingId, name: formerName, email }: Person,
): Promise<void> {
  const name = deletedPerson;
  const spoke = (table: typeof transcriptLines | typeof lineSpeakers | typeof speakerNames) =>
    and(eq(table.meetingId, meetingId), eq(table.speaker, id));
  await tx.update(transcriptLines).set({ speakerName: name }).where(spoke(transcriptLines));
  await tx.update(lineSpeakers).set({ speakerName: name }).where(spoke(lineSpeakers));
  await tx.delete(speakerNames).where(spoke(speakerNames));
  const renamed = and(eq(lineEdits.meetingId, meetingId), ne(lineEdits.what, 'words'));
  await tx
    .update(lineEdits)
    .set({ before: name })
    .where(and(renamed, eq(lineEdits.before, formerName)));
  await tx
    .update(lineEdits)
    .set({ after: name })
    .where(and(renamed, eq(lineEdits.after, formerName)));
  await tx.update(tasks).set({ ownerName: name }).where(eq(tasks.ownerId, id));
  await tx.update(chatMessages).set({ senderName: name }).where(eq(chatMessages.senderId, id));
  await tx.update(polls).set({ askerName: name }).where(eq(polls.askerId, id));
  // What only they could read. What they wrote in the notes of everyone has no name on it, and stays.
  await tx.delete(documents).where(eq(documents.ownerId, id));
  await tx.delete(replies).where(and(eq(replies.askerId, id), ne(replies.audience, 'all')));
  await tx.execute(sql`delete from quarantined_lines
    where meeting_id = ${meetingId} and position(${id} in raw::text) > 0`);
  await tx.update(participants).set({ name, email: null, userId: null }).where(eq(participants.id, id));
  const addresses = email === null ? [user.email] : [user.email, email];
  await forgetName(tx, meetingId, { names: [formerName, user.name], addresses, replacement: name });
}

/** Has the index made again, which knows the speakers of passages; after words were removed also the summary. */
export async function announceForgotten(
  tx: Tx,
  { meetingId }: Person,
  words: DeleteAccount['words'],
): Promise<void> {
  const by = words === 'remove' ? 'recording' : 'person';
  await enqueueEvent(tx, { id: createId('evt'), name: 'transcript/revised', data: { meetingId, by } });
}

/**
 * Removes what somebody said and wrote in a meeting. A gap has the number of each line. Recordings with their voice go
 * as a whole: nobody can take it out of the sound of everyone. So does every picture that was made while they were
 * there. The summary is written again without them.
 */
export async function removeWords(tx: Tx, person: Person): Promise<void> {
  const { id, meetingId } = person;
  await removeLines(tx, person);
  await tx.delete(chatMessages).where(eq(chatMessages.senderId, id));
  await tx.delete(polls).where(eq(polls.askerId, id));
  // Anonymous ones are nobody's since the poll ended.
  await tx.delete(pollVotes).where(eq(pollVotes.participantId, id));
  await removeImagesOf(tx, id);
  await tx.update(replies).set({ question: removedText }).where(eq(replies.askerId, id));
  const heard = await tx
    .selectDistinct({ id: recordingFiles.recordingId })
    .from(recordingFiles)
    .where(eq(recordingFiles.participantId, id));
  for (const recording of heard) await removeRecording(tx, person, recording.id);
  await removePictures(tx, person);
  await tx.delete(summaryDrafts).where(eq(summaryDrafts.meetingId, meetingId));
  const summarised = await tx
    .delete(summaries)
    .where(eq(summaries.meetingId, meetingId))
    .returning({ id: summaries.id });
  if (summarised.length > 0) await setStage(tx, meetingId, 'summary', 'waiting');
  await forgetSummaryMails(tx, meetingId);
}

/** Theirs is what counts as theirs, also where a person has corrected who spoke. */
async function removeLines(tx: Tx, { id, meetingId }: Person): Promise<void> {
  const theirs = sql`theirs as (
    select h.epoch, h.seq from (
      select epoch, seq, speaker from transcript_lines where meeting_id = ${meetingId} and kind = 'speech'
      union all
      select 0, number, participant_id from added_lines where meeting_id = ${meetingId}
    ) h left join line_speakers s on (s.meeting_id, s.epoch, s.seq) = (${meetingId}, h.epoch, h.seq)
    where coalesce(s.speaker, h.speaker) = ${id})`;
  const isTheirs = sql`meeting_id = ${meetingId} and (epoch, seq) in (select epoch, seq from theirs)`;
  const citesTheirs = sql`meeting_id = ${meetingId} and exists (
    select from jsonb_to_recordset(lines) as l(epoch int, seq int) where (l.epoch, l.seq) in (select epoch, seq from theirs))`;
  // What the words of others carry is found again, with the next summary.
  await tx.execute(sql`with ${theirs} delete from tasks where ${citesTheirs} and found_key is not null`);
  await tx.execute(sql`with ${theirs} delete from decisions where ${citesTheirs} and found_key is not null`);
  await tx.execute(sql`with ${theirs} update tasks set quote = '' where ${citesTheirs}`);
  await tx.execute(sql`with ${theirs} delete from line_edits where ${isTheirs} and what = 'words'`);
  await tx.execute(sql`with ${theirs} delete from line_revisions where ${isTheirs}`);
  await tx.execute(sql`with ${theirs} delete from added_lines
    where meeting_id = ${meetingId} and (0, number) in (select epoch, seq from theirs)`);
  await tx.execute(sql`with ${theirs} update transcript_lines
    set kind = 'gap', speaker = 'unknown', speaker_name = '', track_sid = '', text = ${removedText} where ${isTheirs}`);
}

/** Of recordings in which they said nothing: they may be seen in them all the same. */
async function removePictures(tx: Tx, { id, meetingId }: Person): Promise<void> {
  const wasThere = sql`exists (select from presence_intervals i where i.participant_id = ${id}
    and i.joined_at <= coalesce(${recordingEgresses.overAt}, now())
    and coalesce(i.left_at, now()) >= ${recordingEgresses.askedAt})`;
  const removed = await tx
    .delete(recordingEgresses)
    .where(and(eq(recordingEgresses.meetingId, meetingId), isNull(recordingEgresses.participantId), wasThere))
    .returning({ recordingId: recordingEgresses.recordingId });
  for (const recordingId of new Set(removed.map((each) => each.recordingId))) {
    await tx
      .delete(recordingEgresses)
      .where(and(eq(recordingEgresses.recordingId, recordingId), isNull(recordingEgresses.participantId)));
    await tx.update(recordings).set({ picture: false }).where(eq(recordings.id, recordingId));
    await enqueueEvent(tx, {
      id: `picture-removed:${recordingId}`,
      name: 'picture/removed',
      data: { meetingId, recordingId },
    });
  }
}

async function removeRecording(tx: Tx, { meetingId }: Person, id: Id<'rec'>): Promise<void> {
  await tx.delete(recordings).where(eq(recordings.id, id));
  await tx.insert(deletedRecordings).values({ recordingId: id, meetingId });
  await enqueueEvent(tx, {
    id: `recording-removed:${id}`,
    name: 'recording/removed',
    data: { meetingId, recordingId: id },
  });
}
