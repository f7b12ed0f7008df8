/** What a host chooses about a meeting's summary: what it answers, and who gets it. */
import { z } from 'zod/mini';

export const summaryLimits = {
  /** Characters of a person's own instructions for the template `own`. */
  instructions: 4_000,
  /** Items of one list; a model that writes more is cut. */
  items: 100,
} as const;

/** What kind of meeting it was: which questions its summary answers first. `own`: by a person's instructions. */
export const summaryTemplates = [
  'general',
  'standUp',
  'interview',
  'oneToOne',
  'retrospective',
  'own',
] as const;
export const summaryTemplateSchema = z.enum(summaryTemplates);
export type SummaryTemplate = z.infer<typeof summaryTemplateSchema>;

/** Who gets the summary by mail: whoever was there, the host alone, or nobody. */
export const summaryMails = ['all', 'host', 'none'] as const;
export const summaryMailSchema = z.enum(summaryMails);
export type SummaryMail = z.infer<typeof summaryMailSchema>;

/** What a host chooses before the end of a meeting; what is left out stays as it is, or as it comes. */
export const summaryChoiceSchema = z.object({
  template: z.optional(summaryTemplateSchema),
  instructions: z.optional(z.string().check(z.maxLength(summaryLimits.instructions))),
  mail: z.optional(summaryMailSchema),
});
export type SummaryChoice = z.infer<typeof summaryChoiceSchema>;
