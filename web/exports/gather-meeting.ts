import type { Db } from '../../db/database.ts';
import { listChatMessages } from '../../db/queries/chat.ts';
import { readNotes } from '../../db/queries/documents.ts';
import { isWatchable, listPictures } from '../../db/queries/egresses.ts';
import { listFinalLines } from '../../db/queries/final-lines.ts';
import { listAttendees } from '../../db/queries/meeting-people.ts';
import type { Meeting } from '../../db/queries/meetings.ts';
import { listKeptDecisions, listKeptTasks } from '../../db/queries/outcomes.ts';
import { listRecordings } from '../../db/queries/recordings.ts';
import { findSummaryVersion } from '../../db/queries/summaries.ts';
import { listGaps } from '../../db/queries/transcript.ts';
import { idSchema } from '../../lib/id-schema.ts';
import type { MeetingExport } from '../../lib/meeting-export.ts';
import { gatherPolls } from './gather-polls.ts';

/** Messages of one export: a meeting of a day has hundreds. */
const mostMessages = 10_000;

/** Everything that an export shows, as it is now. Whether one may see it was decided before. */
export async function gatherMeeting(db: Db, meeting: Meeting, now: Date): Promise<MeetingExport> {
  const { id, title, language, timeZone, startedAt, endedAt, persona } = meeting;
  const [people, summary, tasks, decisions, lines, gaps, chat, polls, notes, recordings, pictures] =
    await Promise.all([
      listAttendees(db, id),
      findSummaryVersion(db, id),
      listKeptTasks(db, id),
      listKeptDecisions(db, id),
      listFinalLines(db, id),
      listGaps(db, id),
      listChatMessages(db, id, { after: 0, limit: mostMessages }),
      gatherPolls(db, id),
      readNotes(db, { meetingId: id, kind: 'notes', ownerId: null }),
      listRecordings(db, id),
      listPictures(db, id),
    ]);
  return {
    format: 'parley-meeting',
    version: 1,
    exportedAtMs: now.getTime(),
    meeting: {
      id,
      title,
      language,
      timeZone,
      startedAtMs: startedAt?.getTime() ?? null,
      endedAtMs: endedAt?.getTime() ?? null,
      assistant: persona.name,
    },
    people: people.map(({ id: personId, name, role, presentMs }) => ({
      id: idSchema('par').parse(personId),
      name,
      role,
      presentMs,
    })),
    summary: summary && {
      version: summary.version,
      basis: summary.basis,
      by: summary.by,
      model: summary.model,
      createdAtMs: summary.createdAt.getTime(),
      content: summary.content,
    },
    tasks,
    decisions,
    lines: lines.map(({ speaker, speakerName, ...line }) => ({
      ...line,
      speakerId: speaker,
      speaker: speakerName,
    })),
    gaps,
    chat: chat
      .filter(({ offRecord }) => !offRecord)
      .map(({ senderName, atMs, text }) => ({ sender: senderName, atMs, text })),
    polls,
    notes,
    recordings: recordings.map(({ id: recordingId, startedAt: began, mixDurationMs }) => ({
      id: recordingId,
      startedAtMs: began?.getTime() ?? null,
      durationMs: mixDurationMs,
    })),
    pictures: pictures
      .filter(isWatchable)
      .map(({ id: pictureId, recordingId, firstSampleAt, askedAt, durationMs }) => ({
        id: pictureId,
        recordingId,
        startedAtMs: (firstSampleAt ?? askedAt).getTime(),
        durationMs,
      })),
  };
}
