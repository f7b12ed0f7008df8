import type { SummaryBrief } from '../../../../lib/summary-brief.ts';
import type { Topic } from './cut-topics.ts';
import type { FoundDecision } from './find-decisions.ts';
import type { FoundQuestion } from './find-questions.ts';
import type { FoundTask } from './found-task.ts';
import type { Sentence } from './sentences.ts';

/** What rules found in a meeting, for the templates to arrange. */
export interface Findings {
  brief: SummaryBrief;
  /** Who spoke, without the AI participant, in the order of their first words. */
  speakers: readonly string[];
  sentences: readonly Sentence[];
  topics: readonly Topic[];
  decisions: readonly FoundDecision[];
  tasks: readonly FoundTask[];
  questions: readonly FoundQuestion[];
}

/** An item of the summary's topics before its sentences are chosen. */
export interface Section {
  title: string;
  parts: readonly SectionPart[];
}

export interface SectionPart {
  /** "Done"; null where the title says it. */
  label: string | null;
  /** The best are shown. */
  sentences: readonly Sentence[];
  /** How many. */
  count: number;
}

export interface Arrangement {
  /** What the overview begins with. */
  opening: string;
  sections: readonly Section[];
}
