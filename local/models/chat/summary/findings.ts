import type { SummaryBrief } from '../../../../lib/summary-brief.ts';
import type { Topic } from './cut-topics.ts';
import type { FoundDecision } from './find-decisions.ts';
import type { FoundQuestion } from './find-questions.ts';
import type { FoundTask } from './found-task.ts';
import type { Sentence } from './sentences.ts';

/** What rules found in a meeting, for the templates to arrange. */
export interface Findings {
  brief: SummaryBrief;
  sentences: readonly Sentence[];
  topics: readonly Topic[];
  decisions: readonly FoundDecision[];
  tasks: readonly FoundTask[];
  questions: readonly FoundQuestion[];
}

/** One part of a summary: a title, and the sentences that stand for it. */
export interface Section {
  title: string;
  /** The best of these are shown. */
  sentences: readonly Sentence[];
  /** Words before the chosen ones, such as "Done: ". */
  label?: string;
}
