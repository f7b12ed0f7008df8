import type { BriefLine } from '../../../../lib/assistant-brief.ts';

export interface FoundTask {
  /** An imperative: "Prepare the security report". */
  text: string;
  /** Full name. */
  owner: string;
  due: string | null;
  /** The words that it comes from. */
  quote: string;
  /** The promise first, then what it answers. */
  lines: BriefLine[];
  /** Of the sentence that made it a task. */
  at: number;
  terms: string[];
  /** How sure it is that the owner took it. */
  by: 'promise' | 'agreement' | 'assignment';
}
