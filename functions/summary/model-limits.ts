import { rulesModel } from '../../lib/assistant-brief.ts';
import type { SummaryServer } from '../../lib/config.ts';

/** Models with a window of a million tokens; the rest of it is for the answer and for lines that count double. */
const manyTokens = 200_000;
/** Servers of open models usually run with 16,384 to 32,768, answer and rules included. */
const fewTokens = 10_000;

/** Tokens of transcript that one call may carry; a longer meeting is summarised in parts. */
export function mostTokensOf({ model }: Pick<SummaryServer, 'model'>): number {
  // Rules read line by line: a whole meeting is as easy as a part of it.
  if (model === rulesModel) return Number.POSITIVE_INFINITY;
  return /gemini|gpt-(4\.1|5)/i.test(model) ? manyTokens : fewTokens;
}
