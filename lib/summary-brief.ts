/**
 * What a chat model is given to summarise. Facts and transcript go as JSON lines between two marks, as in
 * `assistant-brief.ts`: nothing that was said can leave its string, and the local model server reads them back exactly.
 */
import { z } from 'zod/mini';
import { type BriefLine, briefLineSchema } from './assistant-brief.ts';
import { summaryTemplateSchema } from './summary-choice.ts';

export const summaryBriefSchema = z.object({
  v: z.literal(1),
  request: z.literal('summary'),
  meetingTitle: z.string(),
  /** ISO 8601 with offset: what "by Friday" is counted from. */
  startedAt: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  /** BCP 47 tag. */
  language: z.string(),
  /** Everyone who was there, by the names that stand before the lines. */
  people: z.array(z.string()),
  /** The AI participant, whose own words are not a source. */
  persona: z.string(),
  template: summaryTemplateSchema,
  /** For the template `own`; else empty. */
  instructions: z.string(),
  /** What people wrote to everyone meanwhile; it helps to understand the lines and is no source itself. */
  chat: z.optional(z.array(z.object({ atMs: z.int(), sender: z.string(), text: z.string() }))),
  /** Of a meeting that is too long for one call: which part, counted from 1. */
  part: z.nullable(z.object({ number: z.int(), of: z.int() })),
});
export type SummaryBrief = z.infer<typeof summaryBriefSchema>;

const open = '<<<summary-data';
const close = 'summary-data>>>';

/** The end of a message: one line of JSON for the brief, and one for each line of the transcript. */
export function formatSummaryData(brief: SummaryBrief, lines: readonly BriefLine[]): string {
  return [open, JSON.stringify(brief), ...lines.map((line) => JSON.stringify(line)), close].join('\n');
}

/** What `formatSummaryData` wrote into a message, or null where there is none. Lines it cannot read are left out. */
export function parseSummaryData(message: string): { brief: SummaryBrief; lines: BriefLine[] } | null {
  const start = message.lastIndexOf(`${open}\n`);
  const end = message.lastIndexOf(`\n${close}`);
  if (start < 0 || end < start) return null;
  const [first, ...rest] = message.slice(start + open.length + 1, end).split('\n');
  const brief = summaryBriefSchema.safeParse(parseJson(first ?? ''));
  if (!brief.success) return null;
  return {
    brief: brief.data,
    lines: rest.flatMap((each) => {
      const line = briefLineSchema.safeParse(parseJson(each));
      return line.success ? [line.data] : [];
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
