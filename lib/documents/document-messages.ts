/** What web tells a browser about a document beside its content. */
import { z } from 'zod/mini';

/**
 * Why somebody only reads: by their role; by the rule of who may draw; because the meeting does not run; because they watch from outside, without
 * being one of its people.
 */
export const readOnlyReasonSchema = z.enum(['role', 'rule', 'not_live', 'outside']);
export type ReadOnlyReason = z.infer<typeof readOnlyReasonSchema>;

/** Sent at the start, and again whenever it changes. */
export const documentRightsSchema = z.discriminatedUnion('mayWrite', [
  z.object({ type: z.literal('rights'), mayWrite: z.literal(true) }),
  z.object({ type: z.literal('rights'), mayWrite: z.literal(false), reason: readOnlyReasonSchema }),
]);
export type DocumentRights = z.infer<typeof documentRightsSchema>;

/**
 * Why a document is closed for somebody, or was never opened: not theirs to see, or not any more; an update that is
 * none, or that does not fit in. `unavailable` passes by itself.
 */
export const closeReasonSchema = z.enum(['forbidden', 'broken', 'full', 'unavailable']);
export type CloseReason = z.infer<typeof closeReasonSchema>;

/** The largest frame that web takes, in bytes; a larger one ends the connection with code 1009 (RFC 6455). */
export const maxFrameBytes = 2 * 1024 * 1024;
