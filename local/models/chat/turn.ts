import type { AssistantBrief, BriefLine } from '../../../lib/assistant-brief.ts';
import type { Clock } from './dates/resolve-start.ts';
import type { Present } from './people/read-people.ts';

/** What the model does next: words for the people, or one call of a tool. */
export type Turn =
  | { kind: 'say'; text: string }
  | { kind: 'call'; tool: string; arguments: Record<string, unknown> };

/** What every rule may know about the meeting. */
export interface Surroundings extends Present {
  clock: Clock;
  meetingTitle: string;
  /** Name of the AI participant. */
  persona: string;
}

export const say = (text: string): Turn => ({ kind: 'say', text });

export interface ToolResult {
  /** Name of the tool that was called. */
  tool: string;
  content: string;
}

export interface Asked {
  brief: AssistantBrief;
  lines: readonly BriefLine[];
  /** The last words of the person who asks. */
  request: string;
  /** What this person asked and got before, oldest first. */
  exchanges: readonly { question: string; answer: string }[];
  /** Names of the tools that may be called. */
  tools: readonly string[];
  /** What tools gave back since the request. */
  results: readonly ToolResult[];
}

/** Likeness of two texts, -1 to 1; null while it is not known. */
export type Similarity = (question: string, text: string) => number | null;

/** Makes texts comparable; takes time, so it is called for questions only. */
export type Compare = (question: string, texts: readonly string[]) => Promise<Similarity>;
