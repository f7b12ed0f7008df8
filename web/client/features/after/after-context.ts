import { createContext, use } from 'react';
import type { LineRef } from '../../../../lib/assistant-messages.ts';
import type { LineView } from '../../../../lib/line-messages.ts';

/** What the parts of a meeting's page have in common. */
export interface AfterMeeting {
  meetingId: string;
  /** May correct words, speakers, tasks and decisions. */
  mayCorrect: boolean;
  /** May have the summary written again. */
  mayEdit: boolean;
  /** Names of the people who were there. */
  people: readonly string[];
  /** Shows a line in the transcript, and plays it where it was recorded. */
  showLine(line: LineRef): void;
  /** Something of the line was recorded. */
  canPlay(line: LineView): boolean;
  /** Plays a line where it was recorded. */
  playLine(line: LineView): void;
  /** Undefined while the transcript is loading, and for lines that are not there any more. */
  findLine(line: LineRef): LineView | undefined;
}

export const AfterContext = createContext<AfterMeeting | null>(null);

/** Throws outside of a meeting's page. */
export function useAfterMeeting(): AfterMeeting {
  const context = use(AfterContext);
  if (!context) throw new Error('this part stands on a meeting’s page only');
  return context;
}
