/** What a chat model is told before it answers. */
import { z } from 'zod/mini';
import { audienceSchema, openTaskSchema, questionKindSchema } from './assistant-messages.ts';
import { lineRefSchema } from './line-ref.ts';
import { markedData } from './marked-data.ts';

/** Name of the local model server's chat model: rules and retrieval, not a language model. */
export const rulesModel = 'parley-rules';

const briefPersonSchema = z.object({ name: z.string(), present: z.boolean() });

export const assistantBriefSchema = z.object({
  v: z.literal(1),
  persona: z.string(),
  meetingTitle: z.string(),
  /** ISO 8601 with offset: now, by the meeting's clock. */
  now: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  people: z.array(briefPersonSchema),
  asker: z.nullable(z.string()),
  request: z.union([questionKindSchema, z.enum(['greeting', 'result'])]),
  audience: audienceSchema,
  /** True where the answer will be spoken: one or two short sentences. */
  spoken: z.boolean(),
  /** Several people asked: the answer begins with the name of the one whom it is for. */
  byName: z.optional(z.boolean()),
  openTasks: z.array(z.omit(openTaskSchema, { id: true })),
});
export type AssistantBrief = z.infer<typeof assistantBriefSchema>;

export const briefLineSchema = z.extend(lineRefSchema, {
  /** Milliseconds of the meeting's clock. */
  atMs: z.number(),
  speaker: z.string(),
  text: z.string(),
});
export type BriefLine = z.infer<typeof briefLineSchema>;

/** The brief and the transcript as they stand at the end of a system message. */
export const { format: formatMeetingData, parse: parseMeetingData } = markedData(
  'meeting-data',
  assistantBriefSchema,
  briefLineSchema,
);

/** A citation as it stands in an answer. */
export function formatCitation({ epoch, seq }: { epoch: number; seq: number }): string {
  return `[${epoch}.${seq}]`;
}

/** Citations in the order in which they stand in an answer, each once. */
export function findCitations(text: string): { epoch: number; seq: number }[] {
  const found = new Map<string, { epoch: number; seq: number }>();
  for (const [mark, epoch, seq] of text.matchAll(/\[(\d{1,9})\.(\d{1,9})\]/g)) {
    found.set(mark, { epoch: Number(epoch), seq: Number(seq) });
  }
  return [...found.values()];
}

/** The answer as it is spoken: without its citations, also where a model puts several into one pair of brackets. */
export function withoutCitations(text: string): string {
  return text
    .replace(/\s*\[\d{1,9}\.\d{1,9}(\s*[,;]\s*\d{1,9}\.\d{1,9})*\]/g, '')
    .replace(/\s+([.,;!?])/g, '$1')
    .trim();
}
