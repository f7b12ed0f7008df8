/** Asking to see a meeting, and letting somebody. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

export const accessRequestLimits = {
  /** Characters of what somebody writes to the hosts. */
  note: 500,
  /** Requests of one account in a day. */
  perDay: 10,
  /** Days until a request that nobody has allowed is forgotten, and the same may be asked again. */
  days: 30,
} as const;

const text = z.string();
const unixMs = z.number();

/** `POST /api/meetings/:id/access-request`. */
export const askAccessSchema = z.object({
  note: z._default(z.string().check(z.maxLength(accessRequestLimits.note)), ''),
});

/** What whoever asked is told, for a meeting that there is and for one that there is not. Null: not asked. */
export const ownAccessRequestSchema = z.object({ askedAtMs: z.nullable(unixMs) });
export type OwnAccessRequest = z.infer<typeof ownAccessRequestSchema>;

// --- hosts ------------------------------------------------------------------------------------------------------

export const accessRequestViewSchema = z.object({
  id: idSchema('arq'),
  meeting: z.object({ id: idSchema('mtg'), title: text }),
  name: text,
  email: text,
  /** Whether they have shown that the address is theirs. */
  emailProven: z.boolean(),
  note: text,
  state: z.enum(['open', 'allowed']),
  askedAtMs: unixMs,
});
export type AccessRequestView = z.infer<typeof accessRequestViewSchema>;

/** `GET /api/meetings/:id/access-requests`, who waits and who may see it; `GET /api/access-requests`, who waits anywhere. */
export const accessRequestListSchema = z.object({ requests: z.array(accessRequestViewSchema) });

/** `POST /api/meetings/:id/access-requests/:requestId`. */
export const decideAccessSchema = z.object({ decision: z.enum(['allow', 'refuse']) });
export type AccessDecision = z.infer<typeof decideAccessSchema>['decision'];
