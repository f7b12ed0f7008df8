/** What passes about recordings between people and web. Times are Unix milliseconds. */
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
