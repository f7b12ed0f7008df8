/** What other systems can be told. docs/WEBHOOKS.md describes each with an example. */
import { z } from 'zod/mini';
import { answeredBySchema } from '../answered-by.ts';
import { idSchema } from '../id-schema.ts';
import { summaryBases } from '../summary.ts';
import { summaryTemplateSchema } from '../summary-choice.ts';

export const webhookEvents = ['meeting.finished', 'summary.ready', 'action.done'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Sent by hand, to see whether a receiver works. */
export const testEvent = 'webhook.test';
export type DeliveredEvent = WebhookEvent | typeof testEvent;

const moment = z.iso.datetime();
const count = z.int().check(z.gte(0));
/** Of every event about a meeting. No name of a person and nothing that was said is among it. */
const aboutMeeting = {
  meetingId: idSchema('mtg'),
  title: z.string(),
  /** The page of the meeting, for who may see it. */
  url: z.url(),
};

/** The body of a webhook: `type`, when that happened, and what it is about. */
const bodyOf = <T extends DeliveredEvent, D extends z.core.$ZodShape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), timestamp: moment, data: z.strictObject(data) });

export const webhookBodySchema = z.discriminatedUnion('type', [
  bodyOf('meeting.finished', {
    ...aboutMeeting,
    startedAt: moment,
    endedAt: moment,
    /** People who were there. */
    people: count,
    /** Lines of the transcript, and stretches that it lacks. */
    lines: count,
    gaps: count,
  }),
  bodyOf('summary.ready', {
    ...aboutMeeting,
    summaryId: idSchema('sum'),
    /** Counts from 1; a later one is of the same meeting in better words. */
    version: z.int().check(z.gte(1)),
    basis: z.enum(summaryBases),
    template: summaryTemplateSchema,
    by: answeredBySchema,
    decisions: count,
    tasks: count,
    questions: count,
  }),
  bodyOf('action.done', {
    ...aboutMeeting,
    actionId: idSchema('act'),
    /** The tool of the AI participant that a person approved. */
    tool: z.string(),
    finishedAt: moment,
  }),
  bodyOf(testEvent, { url: z.url() }),
]);
export type WebhookBody = z.infer<typeof webhookBodySchema>;
