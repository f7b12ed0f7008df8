/** Orders to LiveKit Egress, and what became of them. */
import { and, asc, eq, getTableColumns, inArray, isNull, ne, notExists, or, sql } from 'drizzle-orm';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { Db, Tx } from '../database.ts';
import { egressStates, recordingEgresses } from '../schema/egresses.ts';
import { meetings } from '../schema/meetings.ts';
import { recordings } from '../schema/recordings.ts';
import { enqueueEvent } from './outbox.ts';
import type { Recording } from './recordings.ts';

export type Egress = typeof recordingEgresses.$inferSelect;
export type AgedEgress = Awaited<ReturnType<typeof listEgresses>>[number];

/** Pictures have a folder of their own: they can be taken away while the sound stays. */
export const pictureFolderOf = (meetingId: MeetingId, recordingId: Id<'rec'>) =>
  `${meetingId}/${recordingId}/picture`;

const ageMs = (column: typeof recordingEgresses.overAt | typeof recordingEgresses.askedAt) =>
  sql<number | null>`extract(epoch from now() - ${column})::float8 * 1000`;
const aged = {
  ...getTableColumns(recordingEgresses),
  askedForMs: sql<number>`extract(epoch from now() - ${recordingEgresses.askedAt})::float8 * 1000`,
  stopAskedForMs: ageMs(recordingEgresses.stopAskedAt),
  missingForMs: ageMs(recordingEgresses.missingSince),
  overForMs: ageMs(recordingEgresses.overAt),
};

/** How an egress ended, or how far it is. */
export interface EgressResult {
  /** Wall time of the file's first sample; null while there is none. */
  firstSampleAt: Date | null;
  durationMs: number;
  bytes: number;
  /** A sentence; empty when all is well. */
  problem: string;
}

/** Orders of a recording, oldest first, ages by the database's clock. */
export function listEgresses(db: Tx, recordingId: Id<'rec'>) {
  return db
    .select(aged)
    .from(recordingEgresses)
    .where(eq(recordingEgresses.recordingId, recordingId))
    .orderBy(asc(recordingEgresses.askedAt), asc(recordingEgresses.id));
}

/** One person's sound, and not the picture of everyone. */
export function isSound<T extends Pick<Egress, 'participantId'>>(
  egress: T,
): egress is T & { participantId: ParticipantId } {
  return egress.participantId !== null;
}

/** Recordings that are over while their picture is not: sound waits for no picture. */
export async function listRecordingsWithOpenPicture(db: Tx): Promise<Recording[]> {
  const rows = await db
    .selectDistinctOn([recordings.id], { recording: recordings })
    .from(recordingEgresses)
    .innerJoin(recordings, eq(recordings.id, recordingEgresses.recordingId))
    .where(
      and(
        isNull(recordingEgresses.participantId),
        ne(recordingEgresses.state, 'over'),
        inArray(recordings.status, ['complete', 'failed']),
      ),
    );
  return rows.map(({ recording }) => recording);
}

/** Live meetings that are not being recorded, with orders that did not end well: something may still record there. */
export async function listMeetingsWithGivenUp(db: Tx): Promise<MeetingId[]> {
  const isRecorded = db
    .select({ id: recordings.id })
    .from(recordings)
    .where(
      and(
        eq(recordings.meetingId, meetings.id),
        inArray(recordings.status, ['starting', 'recording', 'ending']),
      ),
    );
  const endedBadly = sql`${recordingEgresses.state} = 'over' and ${recordingEgresses.problem} <> ''`;
  const rows = await db
    .selectDistinct({ id: meetings.id })
    .from(meetings)
    .innerJoin(recordingEgresses, and(eq(recordingEgresses.meetingId, meetings.id), endedBadly))
    .where(and(eq(meetings.status, 'live'), notExists(isRecorded)));
  return rows.map(({ id }) => id);
}

/**
 * Notes that a person is to be recorded, or with null the picture of everyone; null when it has been noted before, or
 * the recording does not run any more.
 */
export async function askForEgress(
  db: Db,
  { id: recordingId, meetingId }: Recording,
  participantId: ParticipantId | null,
): Promise<Egress | null> {
  const id = createId('fil');
  const location =
    participantId === null
      ? `${pictureFolderOf(meetingId, recordingId)}/${id}.mp4`
      : `${meetingId}/${recordingId}/${participantId}-${id}.ogg`;
  return db.transaction(async (tx) => {
    const running = await tx
      .select({ id: recordings.id })
      .from(recordings)
      .where(and(eq(recordings.id, recordingId), eq(recordings.status, 'recording')))
      .for('update');
    if (running.length === 0) return null;
    const [row] = await tx
      .insert(recordingEgresses)
      .values({ id, recordingId, meetingId, participantId, location })
      .onConflictDoNothing()
      .returning();
    return row ?? null;
  });
}

/** The order that an egress of LiveKit belongs to, locked; null for those of others. */
export async function lockEgress(
  tx: Tx,
  { egressId, location }: { egressId: string; location: string | null },
): Promise<Egress | null> {
  const isIt = eq(recordingEgresses.egressId, egressId);
  const [row] = await tx
    .select()
    .from(recordingEgresses)
    .where(location === null ? isIt : or(isIt, eq(recordingEgresses.location, location)))
    .for('update');
  return row ?? null;
}

export async function noteEgressId(db: Tx, id: Id<'fil'>, egressId: string): Promise<void> {
  await db.update(recordingEgresses).set({ egressId }).where(eq(recordingEgresses.id, id));
}

export async function noteEgressRuns(
  db: Tx,
  id: Id<'fil'>,
  { state, firstSampleAt }: { state: 'running' | 'ending'; firstSampleAt: Date | null },
): Promise<void> {
  const before = egressStates.slice(0, egressStates.indexOf(state) + 1);
  await db
    .update(recordingEgresses)
    .set({ state, ...(firstSampleAt ? { firstSampleAt } : {}) })
    .where(and(eq(recordingEgresses.id, id), inArray(recordingEgresses.state, before)));
}

/** `why`: a sentence, where it is not the end of the recording. */
export async function noteStopAsked(db: Tx, id: Id<'fil'>, why = ''): Promise<void> {
  await db
    .update(recordingEgresses)
    .set({ stopAskedAt: sql`coalesce(${recordingEgresses.stopAskedAt}, now())`, problem: why })
    .where(eq(recordingEgresses.id, id));
}

export async function noteMissing(db: Tx, id: Id<'fil'>, isMissing: boolean): Promise<void> {
  await db
    .update(recordingEgresses)
    .set({ missingSince: isMissing ? sql`coalesce(${recordingEgresses.missingSince}, now())` : null })
    .where(eq(recordingEgresses.id, id));
}

/** Pictures of all recordings of a meeting, in order of time. */
export function listPictures(db: Tx, meetingId: MeetingId): Promise<Egress[]> {
  return db
    .select()
    .from(recordingEgresses)
    .where(and(eq(recordingEgresses.meetingId, meetingId), isNull(recordingEgresses.participantId)))
    .orderBy(asc(recordingEgresses.askedAt), asc(recordingEgresses.id));
}

/** Where a picture lies that can be watched; null when the meeting has none of that id. */
export async function findPicture(db: Tx, meetingId: MeetingId, id: string): Promise<string | null> {
  const pictures = await listPictures(db, meetingId);
  return pictures.find((picture) => picture.id === id && isWatchable(picture))?.location ?? null;
}

export const isWatchable = ({ collectedAt, durationMs }: Egress) => collectedAt !== null && durationMs > 0;

/** What the file of a picture really is. */
export async function notePictureCollected(
  db: Tx,
  id: Id<'fil'>,
  result: Pick<EgressResult, 'durationMs' | 'bytes'> & { problem?: string },
): Promise<void> {
  await db
    .update(recordingEgresses)
    .set({ ...result, collectedAt: sql`now()` })
    .where(eq(recordingEgresses.id, id));
}

/** Corrects the result of an egress that is over by what its file really is. */
export async function setEgressResult(db: Tx, id: Id<'fil'>, result: Partial<EgressResult>): Promise<void> {
  await db.update(recordingEgresses).set(result).where(eq(recordingEgresses.id, id));
}

export async function findEgress(db: Tx, id: string): Promise<Egress | null> {
  const [row] = await db
    .select()
    .from(recordingEgresses)
    .where(eq(recordingEgresses.id, id as Id<'fil'>));
  return row ?? null;
}

/** Nothing more comes from LiveKit: the files can be looked at. Repeating it tells it once. */
export async function tellRecordingEnded(db: Db, { id, meetingId }: Recording): Promise<void> {
  await db.transaction((tx) =>
    enqueueEvent(tx, {
      id: `recording-ended-${id}`,
      name: 'recording/ended',
      data: { meetingId, recordingId: id },
    }),
  );
}
