import type { ApprovedAction } from './tool.ts';

/** What an effect came to. */
export interface ToolResult {
  /** A sentence that the AI participant can say: what happened, and what did not. */
  message: string;
  /** What was made, for links: a meeting, a task, a decision, mails. */
  made: { kind: 'meeting' | 'task' | 'decision' | 'mail'; id: string }[];
}

/**
 * Everything that tools can change in the world; functions implement it on the database. Each call is bound to the
 * id of its action, so that a repeated one finds what the first has made. Throws `ParleyError` with a sentence for a
 * person; only `retryable` ones are tried again.
 */
export interface Effects {
  /** Plans a meeting and invites those attendees whose address is known. */
  planMeeting(
    action: ApprovedAction,
    plan: {
      title: string;
      /** ISO 8601 with offset. */
      startsAt: string;
      durationMinutes: number;
      attendees: readonly string[];
    },
  ): Promise<ToolResult>;
  addTask(
    action: ApprovedAction,
    task: { text: string; owner: string | null; due: string | null },
  ): Promise<ToolResult>;
  /** Mails those people of this meeting whose address is known. */
  mailPeople(
    action: ApprovedAction,
    mail: { to: readonly string[]; subject: string; body: string },
  ): Promise<ToolResult>;
  recordDecision(action: ApprovedAction, decision: { text: string }): Promise<ToolResult>;
  endMeeting(action: ApprovedAction): Promise<ToolResult>;
}
