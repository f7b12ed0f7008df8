/** What the worker, its jobs and web exchange; a browser has no part in it. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { agentStateSchema, limits } from './messages.ts';

/** Dispatch metadata: read by the worker only, never by participants. */
export const dispatchMetadataSchema = z.object({
  v: z.literal(1),
  meetingId: idSchema('mtg'),
  epoch: z.int().check(z.gte(1)),
  /** Bearer token for `/api/agent/meetings/:id/*` of this meeting and epoch. */
  token: z.string(),
});
export type DispatchMetadata = z.infer<typeof dispatchMetadataSchema>;

/** Lines are parsed one by one on the other side, so that one bad line does not hold up the rest. */
export const ingestRequestSchema = z.object({
  lines: z.array(z.unknown()).check(z.maxLength(limits.linesPerCall)),
  /** True with the last lines of this epoch: nothing more will come. */
  complete: z._default(z.boolean(), false),
});
export const ingestResponseSchema = z.object({
  /** Lines that are stored now, by this call or an earlier one. */
  stored: z.int(),
  /** Lines that were set aside; sending them again does not help. */
  rejected: z.array(z.object({ seq: z.nullable(z.int()), reason: z.string() })),
});
export type IngestResponse = z.infer<typeof ingestResponseSchema>;

export const heartbeatRequestSchema = z.object({ state: agentStateSchema });
export const heartbeatResponseSchema = z.object({
  /** True when a newer epoch was granted and has joined, or none is wanted any more: leave. */
  superseded: z.boolean(),
  /** True when the meeting is over: flush and leave. */
  ended: z.boolean(),
});
export type HeartbeatResponse = z.infer<typeof heartbeatResponseSchema>;

/** Audience of the token, signed with the LiveKit API secret, by which a worker shows that it belongs here. */
export const workerAudience = 'parley:worker';

/** What a worker tells web about itself every 5 s, and web the health page. */
export const workerReportSchema = z.object({
  workerId: idSchema('wrk'),
  activeJobs: z.int().check(z.gte(0)),
  maxJobs: z.int().check(z.gte(1)),
});
