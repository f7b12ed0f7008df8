/** Recordings and their files. A recording is worked on under a lease, so that a killed recorder is replaced. */
import { and, asc, eq, getTableColumns, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { RecordedFile } from '../../lib/recorder-messages.ts';
import type { RecorderKind, RecordingStatus } from '../../lib/recording-messages.ts';
import { sumUpProblems } from '../../lib/recordings/sum-up-problems.ts';
import type { Db, Tx } from '../database.ts';
import { deletedRecordings } from '../schema/deleted-recordings.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { recordingFiles, recordings } from '../schema/recordings.ts';
import { enqueueEvent } from './outbox.ts';

export type OpenRecording = Awaited<ReturnType<typeof listOpenRecordings>>[number];
export type Recording = typeof recordings.$inferSelect;
type RecordingFile = typeof recordingFiles.$inferSelect;

const openStatuses: RecordingStatus[] = ['starting', 'recording', 'ending'];

export async function findOpenRecording(db: Tx, meetingId: MeetingId): Promise<Recording | null> {
  const [row] = await db
    .select()
    .from(recordings)
    .where(and(eq(recordings.meetingId, meetingId), inArray(recordings.status, openStatuses)));
  return row ?? null;
}

/** Notes that sound is to be kept; nobody records before `announceRecording`. The caller holds the meeting's lock. */
export async function insertRecording(
  tx: Tx,
  {
    meetingId,
    startedBy,
    recorder = 'rtc',
    picture = false,
  }: { meetingId: MeetingId; startedBy: ParticipantId | null; recorder?: RecorderKind; picture?: boolean },
): Promise<Recording> {
  const id = createId('rec');
  const [row] = await tx
    .insert(recordings)
    .values({ id, meetingId, startedBy, recorder, picture })
    .returning();
  await tx
    .update(meetings)
    .set({ recording: true, recordingPicture: picture })
    .where(eq(meetings.id, meetingId));
  await tx.update(recordings).set({ resumes: false }).where(eq(recordings.meetingId, meetingId));
  if (!row) throw new Error('the recording was not stored');
  return row;
}

export async function announceRecording(db: Tx, id: Id<'rec'>): Promise<void> {
  await db.update(recordings).set({ announcedAt: sql`now()` }).where(eq(recordings.id, id));
}

/**
 * Nothing more is to be kept from now on. A recording that nobody works on is over at once. Gives what was open,
 * null when nothing was. `resumes`: it begins again by itself (`listResumable`); `problem` is why it could not go on, as a sentence. The caller holds the meeting's lock.
 */
export async function stopOpenRecording(
  tx: Tx,
  meetingId: MeetingId,
  { resumes, problem = '' }: { resumes: boolean; problem?: string },
): Promise<Recording | null> {
  if (!resumes) {
    await tx.update(recordings).set({ resumes }).where(eq(recordings.meetingId, meetingId));
  }
  const recording = await findOpenRecording(tx, meetingId);
  if (!recording || recording.status === 'ending') return recording;
  await tx
    .update(meetings)
    .set({ recording: false, recordingPicture: false })
    .where(eq(meetings.id, recording.meetingId));
  await tx
    .update(recordings)
    .set({ status: 'ending', resumes, problem, stoppedAt: sql`coalesce(${recordings.stoppedAt}, now())` })
    .where(and(eq(recordings.id, recording.id), inArray(recordings.status, ['starting', 'recording'])));
  if (recording.recorder === 'rtc' && recording.leaseOwner === null) {
    await finishRecording(tx, recording.id, recording.startedAt ? '' : 'It was stopped before it began.');
  }
  return recording;
}

/** Meetings to be recorded again: on the record, with nothing open, and recorded when they went off it. */
export function listResumable(
  db: Tx,
): Promise<{ meetingId: MeetingId; startedBy: ParticipantId | null; picture: boolean }[]> {
  const open = db
    .select({ meetingId: recordings.meetingId })
    .from(recordings)
    .where(inArray(recordings.status, openStatuses));
  return db
    .select({
      meetingId: recordings.meetingId,
      startedBy: recordings.startedBy,
      picture: recordings.picture,
    })
    .from(recordings)
    .innerJoin(meetings, eq(meetings.id, recordings.meetingId))
    .where(
      and(
        recordings.resumes,
        eq(meetings.status, 'live'),
        eq(meetings.paused, false),
        notInArray(recordings.meetingId, open),
      ),
    );
}

/** Hands out the oldest recording that nobody works on, to one recorder only. */
export async function claimRecording(
  db: Db,
  { owner, leaseMs, announcedForMs }: { owner: Id<'wrk'>; leaseMs: number; announcedForMs: number },
): Promise<Recording | null> {
  const free = db.$with('free').as(
    db
      .select({ id: recordings.id })
      .from(recordings)
      .where(
        and(
          eq(recordings.recorder, 'rtc'),
          inArray(recordings.status, ['starting', 'recording']),
          or(isNull(recordings.leaseUntil), lt(recordings.leaseUntil, sql`now()`)),
          sql`${recordings.announcedAt} < now() - make_interval(secs => ${announcedForMs / 1000})`,
        ),
      )
      .orderBy(asc(recordings.requestedAt))
      .limit(1)
      .for('update', { skipLocked: true }),
  );
  const [row] = await db
    .with(free)
    .update(recordings)
    .set({ leaseOwner: owner, leaseUntil: leaseEnd(leaseMs) })
    .where(inArray(recordings.id, sql`(select id from ${free})`))
    .returning();
  if (row) await closeLeftFiles(db, row.id);
  return row ?? null;
}

/** Files whose recorder is gone: what is on the disk is what there is. */
async function closeLeftFiles(tx: Tx, recordingId: Id<'rec'>): Promise<void> {
  await tx
    .update(recordingFiles)
    .set({ closedAt: sql`now()` })
    .where(and(eq(recordingFiles.recordingId, recordingId), isNull(recordingFiles.closedAt)));
}

/** Extends the lease of its owner, who `records` or has just stopped, and gives the recording; null when another has it, or it is over. */
export async function renewLease(
  tx: Tx,
  { id, owner, leaseMs, records }: { id: string; owner: Id<'wrk'>; leaseMs: number; records: boolean },
): Promise<Recording | null> {
  const [row] = await tx
    .update(recordings)
    .set({
      leaseUntil: leaseEnd(leaseMs),
      ...(records ? { reportedAt: sql`now()` } : {}),
      status: sql`case when ${recordings.status} = 'starting' then 'recording' else ${recordings.status} end`,
    })
    .where(
      and(
        eq(recordings.id, id as Id<'rec'>),
        eq(recordings.leaseOwner, owner),
        inArray(recordings.status, openStatuses),
      ),
    )
    .returning();
  return row ?? null;
}

/** What a recorder says of its files; a file that is closed stays as it is. */
export async function storeFiles(tx: Tx, recording: Recording, files: RecordedFile[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insert(recordingFiles)
    .values(
      files.map(({ id, participantId, location, firstSampleAtMs, durationMs, bytes, closed, problem }) => ({
        id,
        recordingId: recording.id,
        meetingId: recording.meetingId,
        participantId,
        location,
        firstSampleAt: new Date(firstSampleAtMs),
        durationMs,
        bytes,
        closedAt: closed ? sql`now()` : null,
        problem: problem ?? '',
      })),
    )
    .onConflictDoUpdate({
      target: recordingFiles.id,
      set: {
        durationMs: sql`excluded.duration_ms`,
        bytes: sql`excluded.bytes`,
        closedAt: sql`excluded.closed_at`,
        problem: sql`excluded.problem`,
      },
      setWhere: and(isNull(recordingFiles.closedAt), eq(recordingFiles.recordingId, recording.id)),
    });
  await tx
    .update(recordings)
    .set({
      startedAt: sql`(select min(${recordingFiles.firstSampleAt}) from ${recordingFiles} where ${recordingFiles.recordingId} = ${recording.id} and (${recordingFiles.durationMs} > 0 or ${recordingFiles.problem} = ''))`,
    })
    .where(eq(recordings.id, recording.id));
}

/** The picture of a recording is given up, and its sound goes on; false where that was so before. */
export async function dropPicture(tx: Tx, { id, meetingId }: Recording): Promise<boolean> {
  const dropped = await tx
    .update(meetings)
    .set({ recordingPicture: false })
    .where(
      and(
        eq(meetings.id, meetingId),
        meetings.recordingPicture,
        sql`exists (select from ${recordings} where ${recordings.id} = ${id} and ${recordings.status} = 'recording')`,
      ),
    )
    .returning({ id: meetings.id });
  return dropped.length > 0;
}

/** A recorder that web tells what to do keeps sound from now on, or still does. */
export async function noteRecording(db: Tx, id: Id<'rec'>): Promise<void> {
  await db
    .update(recordings)
    .set({ status: 'recording', reportedAt: sql`now()` })
    .where(and(eq(recordings.id, id), inArray(recordings.status, ['starting', 'recording'])));
}

export async function findRecording(db: Tx, id: Id<'rec'>): Promise<Recording | null> {
  const [row] = await db.select().from(recordings).where(eq(recordings.id, id));
  return row ?? null;
}

/** True for one that was taken away from its meeting, and not for one that never was. */
export async function isRecordingDeleted(db: Tx, id: Id<'rec'>): Promise<boolean> {
  const rows = await db
    .select({ id: deletedRecordings.recordingId })
    .from(deletedRecordings)
    .where(eq(deletedRecordings.recordingId, id));
  return rows.length > 0;
}

/** Gives a recording back that its recorder cannot go on with; after `pauseMs` another takes it. */
export async function releaseRecording(
  tx: Tx,
  { id, owner, pauseMs }: { id: Id<'rec'>; owner: Id<'wrk'>; pauseMs: number },
): Promise<void> {
  await tx
    .update(recordings)
    .set({ leaseOwner: null, leaseUntil: leaseEnd(pauseMs) })
    .where(and(eq(recordings.id, id), eq(recordings.leaseOwner, owner)));
}

/**
 * Ends an open recording: complete when there is sound, failed otherwise. It says what is `given` as
 * a sentence, else what it says already, else what its files say.
 */
export async function finishRecording(tx: Tx, id: Id<'rec'>, given: string): Promise<void> {
  const files = await tx
    .select({ problem: recordingFiles.problem, durationMs: recordingFiles.durationMs })
    .from(recordingFiles)
    .where(eq(recordingFiles.recordingId, id));
  const [row] = await tx
    .update(recordings)
    .set({
      status: sql`case when exists (select from ${recordingFiles} where ${recordingFiles.recordingId} = ${id} and ${recordingFiles.durationMs} > 0) then 'complete' else 'failed' end`,
      stoppedAt: sql`coalesce(${recordings.stoppedAt}, now())`,
      endedAt: sql`now()`,
      leaseOwner: null,
      leaseUntil: null,
      problem: sql`coalesce(nullif(${given}::text, ''), nullif(${recordings.problem}, ''), ${sumUpProblems(files)}::text)`,
    })
    .where(and(eq(recordings.id, id), inArray(recordings.status, openStatuses)))
    .returning({ meetingId: recordings.meetingId });
  if (!row) return;
  await closeLeftFiles(tx, id);
  await tx
    .update(meetings)
    .set({ recording: false, recordingPicture: false })
    .where(eq(meetings.id, row.meetingId));
  await enqueueEvent(tx, {
    id: `recording-finished-${id}`,
    name: 'recording/finished',
    data: { meetingId: row.meetingId, recordingId: id },
  });
}

/** Open recordings, all or of one meeting, with what is needed to judge them; ages by the database's clock. */
export function listOpenRecordings(db: Tx, meetingId?: MeetingId) {
  return db
    .select({
      recording: recordings,
      meetingStatus: meetings.status,
      paused: meetings.paused,
      askedForMs: ageMs(recordings.requestedAt),
      /** Since everyone had been told; null before. */
      announcedForMs: sql<
        number | null
      >`extract(epoch from now() - ${recordings.announcedAt})::float8 * 1000`,
      /** Since a recorder last said that it records; null when none has. */
      silentForMs: sql<number | null>`extract(epoch from now() - ${recordings.reportedAt})::float8 * 1000`,
      /** Negative while the lease holds; null when nobody has worked on it yet. */
      leaseOverMs: sql<number | null>`extract(epoch from now() - ${recordings.leaseUntil})::float8 * 1000`,
      endingForMs: sql<number | null>`extract(epoch from now() - ${recordings.stoppedAt})::float8 * 1000`,
    })
    .from(recordings)
    .innerJoin(meetings, eq(meetings.id, recordings.meetingId))
    .where(
      and(
        inArray(recordings.status, openStatuses),
        meetingId ? eq(recordings.meetingId, meetingId) : undefined,
      ),
    );
}

export async function setMix(
  db: Tx,
  id: Id<'rec'>,
  { location, startedAt, durationMs }: { location: string; startedAt: Date; durationMs: number },
): Promise<void> {
  await db
    .update(recordings)
    .set({ mixLocation: location, mixDurationMs: durationMs, startedAt })
    .where(eq(recordings.id, id));
}

/** Location of the mix, or of one person's closed file; null when there is none of that id in the meeting. */
export async function findSound(db: Tx, meetingId: MeetingId, id: string): Promise<string | null> {
  const file = await findFile(db, meetingId, id);
  if (file) return file.closedAt ? file.location : null;
  return (await findMix(db, meetingId, id))?.location ?? null;
}

export interface Mix {
  location: string;
  /** When its sound begins; null for one of before that was kept. */
  startedAt: Date | null;
  durationMs: number | null;
}

/** Everyone together, of one recording; null when there is none of that id in the meeting, or it is not mixed. */
export async function findMix(db: Tx, meetingId: MeetingId, id: string): Promise<Mix | null> {
  const [row] = await db
    .select({
      location: recordings.mixLocation,
      startedAt: recordings.startedAt,
      durationMs: recordings.mixDurationMs,
    })
    .from(recordings)
    .where(and(eq(recordings.id, id as Id<'rec'>), eq(recordings.meetingId, meetingId)));
  return row?.location ? { ...row, location: row.location } : null;
}

export function listRecordings(db: Tx, meetingId: MeetingId): Promise<Recording[]> {
  return db
    .select()
    .from(recordings)
    .where(eq(recordings.meetingId, meetingId))
    .orderBy(asc(recordings.requestedAt));
}

/** Files of all recordings of a meeting with the names of their people, in order of time. */
export function listFiles(db: Tx, meetingId: MeetingId) {
  return db
    .select({ ...getTableColumns(recordingFiles), name: participants.name })
    .from(recordingFiles)
    .innerJoin(participants, eq(participants.id, recordingFiles.participantId))
    .where(eq(recordingFiles.meetingId, meetingId))
    .orderBy(asc(recordingFiles.firstSampleAt), asc(recordingFiles.id));
}

export async function findFile(db: Tx, meetingId: MeetingId, id: string): Promise<RecordingFile | null> {
  const [row] = await db
    .select()
    .from(recordingFiles)
    .where(and(eq(recordingFiles.id, id as Id<'fil'>), eq(recordingFiles.meetingId, meetingId)));
  return row ?? null;
}

const leaseEnd = (leaseMs: number) => sql`now() + make_interval(secs => ${leaseMs / 1000})`;
const ageMs = (column: typeof recordings.requestedAt) =>
  sql<number>`extract(epoch from now() - ${column})::float8 * 1000`;
