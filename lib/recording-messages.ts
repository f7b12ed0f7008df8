/** What passes about recordings between people, web and the recorder. Times are Unix milliseconds. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

/**
 * `starting`: asked for, nothing is kept yet. `ending`: nothing more is kept, files are being finished. `failed`:
 * nothing was kept; `problem` says why. States only move to the right.
 */
export const recordingStatuses = ['starting', 'recording', 'ending', 'complete', 'failed'] as const;
export type RecordingStatus = (typeof recordingStatuses)[number];

/** `rtc`: our own recorder process; `egress`: LiveKit's service. */
export const recorderKinds = ['rtc', 'egress'] as const;
export type RecorderKind = (typeof recorderKinds)[number];

const unixMs = z.number();

/** One person's sound in one recording; a person whose recorder was killed has several. */
export const recordedFileSchema = z.object({
  id: idSchema('fil'),
  /** LiveKit identity. */
  participantId: idSchema('par'),
  /** Below the folder of recordings. */
  location: z.string().check(z.regex(/^mtg_\w+\/rec_\w+\/[\w-]+\.ogg$/), z.maxLength(200)),
  /** Wall time of the first sample. */
  firstSampleAtMs: unixMs,
  /** So far, or in the end. */
  durationMs: z.number().check(z.gte(0)),
  bytes: z.int().check(z.gte(0)),
  closed: z.boolean(),
  /** A sentence: why it ends before the recording does; empty while all is well. */
  problem: z.optional(z.string().check(z.maxLength(200))),
});
export type RecordedFile = z.infer<typeof recordedFileSchema>;

/** Recorder -> web, `POST /api/recorder/claim`: takes a recording that nobody works on; 204 when there is none. */
export const claimRecordingSchema = z.object({ recorderId: idSchema('wrk') });
export const claimedRecordingSchema = z.object({
  recordingId: idSchema('rec'),
  meetingId: idSchema('mtg'),
  /** LiveKit as servers reach it, and a token for a hidden participant that hears and says nothing. */
  serverUrl: z.string(),
  token: z.string(),
});
export type ClaimedRecording = z.infer<typeof claimedRecordingSchema>;

/** Recorder -> web, `POST /api/recorder/recordings/:id/report`, every 2 s and at the end. */
export const recorderReportSchema = z.object({
  recorderId: idSchema('wrk'),
  files: z.array(recordedFileSchema).check(z.maxLength(1_000)),
  /** True with the last report: every file is closed. */
  finished: z.boolean(),
});
export type RecorderReport = z.infer<typeof recorderReportSchema>;
/** `go_on`; `stop`: finish the files; `lost`: another recorder has it. */
export const recorderOrderSchema = z.object({ order: z.enum(['go_on', 'stop', 'lost']) });
export type RecorderOrder = z.infer<typeof recorderOrderSchema>['order'];

/**
 * Recorder -> web, `GET /api/recorder/meetings/:meetingId/recordings/:id`, before files leave its own folder. `give`: to
 * the store; `forget`: the recording was deleted; `wait`: web knows of neither.
 */
export const leftFilesOrderSchema = z.object({ order: z.enum(['give', 'forget', 'wait']) });
export type LeftFilesOrder = z.infer<typeof leftFilesOrderSchema>['order'];

// --- people -------------------------------------------------------------------------------------------------

/** `POST /api/meetings/:id/recording`, for those who may record. */
export const controlRecordingSchema = z.object({
  active: z.boolean(),
  /** Starts it with the picture of everyone beside the sound; refused where no picture can be recorded. */
  picture: z._default(z.boolean(), false),
});

/** A stretch of a recording's picture: there are several where its recorder was replaced. */
const picturePartSchema = z.object({
  id: idSchema('fil'),
  /** On the meeting's clock. */
  startMs: z.number(),
  durationMs: z.number(),
  /** A sentence: why there is nothing, or not all of it; empty while all is well. */
  problem: z.string(),
  /** Where to watch it, with `Range`; null where there is nothing. */
  url: z.nullable(z.string()),
});

export const recordingViewSchema = z.object({
  id: idSchema('rec'),
  status: z.enum(recordingStatuses),
  recorder: z.enum(recorderKinds),
  startedAtMs: z.nullable(unixMs),
  stoppedAtMs: z.nullable(unixMs),
  /** A sentence; empty while all is well. */
  problem: z.string(),
  /** Everyone together; null until it is made, and where it never is. */
  mix: z.nullable(z.object({ durationMs: z.number(), url: z.string() })),
  /** More of the sound is still to come. */
  making: z.boolean(),
  /** Everyone as MP4, with the sound in it; null where only the sound was to be recorded. `making`: more may come. */
  picture: z.nullable(z.object({ making: z.boolean(), parts: z.array(picturePartSchema) })),
  files: z.array(
    z.object({
      id: idSchema('fil'),
      participantId: idSchema('par'),
      name: z.string(),
      /** On the meeting's clock. */
      startMs: z.number(),
      durationMs: z.number(),
      /** A sentence: why there is nothing, or not all of it; empty while all is well. */
      problem: z.string(),
      /** Where to hear it, with `Range`; null while it is being written, and where there is nothing. */
      url: z.nullable(z.string()),
    }),
  ),
});
export type RecordingView = z.infer<typeof recordingViewSchema>;
/** `GET /api/meetings/:id/recordings`, oldest first. */
export const recordingListSchema = z.object({ recordings: z.array(recordingViewSchema) });
