/** What passes between our own recorder process and web: apart from what pages load. Times are Unix milliseconds. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

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
