import type { Tx } from '../../db/database.ts';
import type { MeetingExport } from '../../lib/meeting-export.ts';
import type { SharedMeeting, SharePart } from '../../lib/shares.ts';
import { gatherMeeting } from '../exports/gather-meeting.ts';
import { cutMeeting } from './cut-meeting.ts';
import type { ShareAccess } from './share-access.ts';
import { spanOf } from './share-span.ts';

/** What one link shows, as the meeting is now. */
export async function readSharedMeeting(
  db: Tx,
  { share, meeting }: ShareAccess,
  now: Date,
): Promise<SharedMeeting> {
  const { id, createdByName, expiresAt, parts } = share;
  const span = spanOf(share);
  const whole = await gatherMeeting(db, meeting, now);
  return {
    id,
    sharedBy: createdByName,
    expiresAtMs: expiresAt.getTime(),
    isPart: span !== null,
    ...sharedParts(
      span ? cutMeeting(whole, span) : whole,
      parts,
      (kind, mediaId) => `/api/shares/${id}/${kind}/${mediaId}`,
    ),
  };
}

/** Of an export only the parts that are shared. A summary goes without the words that it comes from. */
export function sharedParts(
  {
    meeting: { id: _, ...meeting },
    people,
    summary,
    tasks,
    decisions,
    lines,
    gaps,
    recordings,
    pictures,
  }: MeetingExport,
  parts: readonly SharePart[],
  urlOf: (kind: 'sound' | 'picture', id: string) => string,
): Omit<SharedMeeting, 'id' | 'sharedBy' | 'expiresAtMs' | 'isPart'> {
  const withSummary = parts.includes('summary');
  return {
    meeting,
    people: people.map(({ name }) => name),
    summary:
      withSummary && summary
        ? { by: summary.by, model: summary.model, content: retell(summary.content) }
        : null,
    tasks: withSummary ? tasks : null,
    decisions: withSummary ? decisions : null,
    transcript: parts.includes('transcript') ? { lines, gaps } : null,
    recordings: parts.includes('recording')
      ? recordings.flatMap(({ id: recordingId, startedAtMs, durationMs }) =>
          durationMs === null || startedAtMs === null
            ? []
            : [
                {
                  id: recordingId,
                  startMs: startedAtMs - (meeting.startedAtMs ?? startedAtMs),
                  durationMs,
                  url: urlOf('sound', recordingId),
                },
              ],
        )
      : null,
    pictures: parts.includes('picture')
      ? pictures.map(({ id: pictureId, startedAtMs, durationMs }) => ({
          id: pictureId,
          startMs: startedAtMs - (meeting.startedAtMs ?? startedAtMs),
          durationMs,
          url: urlOf('picture', pictureId),
        }))
      : null,
  };
}

function retell({ overview, topics, questions, numbers }: NonNullable<MeetingExport['summary']>['content']) {
  return { overview, topics, questions, numbers };
}
