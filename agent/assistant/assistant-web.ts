/** The AI participant's calls to web, with the token of one meeting and epoch. */
import type { z } from 'zod/mini';
import {
  type ApprovalView,
  type Audience,
  approvalAnswerSchema,
  type Briefing,
  briefingSchema,
  type PastLines,
  type Propose,
  pastLinesSchema,
  type Reply,
} from '../../lib/assistant-messages.ts';
import { type TranscriptPage, transcriptPageSchema } from '../../lib/messages.ts';
import { callWeb } from '../web-client.ts';

/** Every call rejects with a `ParleyError` whose message can be said aloud. */
export interface AssistantWeb {
  briefing(): Promise<Briefing>;
  /** The lines that are stored behind `after` (`epoch.seq`, empty from the start). */
  transcript(after: string): Promise<TranscriptPage>;
  propose(proposal: Propose): Promise<ApprovalView>;
  /** Notes that the approver has a proposal on screen. */
  markShown(approvalId: string): Promise<void>;
  /** Stores a reply, or its newer state. */
  saveReply(reply: Reply): Promise<void>;
  /** Lines of earlier meetings that the asker, or with `all` everyone present, may read. */
  searchPast(search: { query: string; askedBy: string; audience: Audience }): Promise<PastLines['lines']>;
}

/** `webUrl` is `PARLEY_URL`. */
export function createAssistantWeb(webUrl: string, meetingId: string, token: string): AssistantWeb {
  const base = `${webUrl}/api/agent/meetings/${meetingId}`;
  const read = async <T extends z.ZodMiniType>(path: string, schema: T): Promise<z.output<T>> => {
    const answer = await callWeb(`${base}/${path}`, token);
    return schema.parse(await answer.json()) as z.output<T>;
  };
  return {
    briefing: () => read('briefing', briefingSchema),
    transcript: (after) => read(`transcript?${new URLSearchParams({ after })}`, transcriptPageSchema),
    async propose(proposal) {
      const answer = await callWeb(`${base}/proposals`, token, proposal);
      return approvalAnswerSchema.parse(await answer.json()).approval;
    },
    async markShown(approvalId) {
      await callWeb(`${base}/approvals/${approvalId}/shown`, token, {});
    },
    async saveReply(reply) {
      await callWeb(`${base}/replies`, token, reply);
    },
    async searchPast({ query, askedBy, audience }) {
      const search = new URLSearchParams({ q: query, askedBy, audience });
      return (await read(`search?${search}`, pastLinesSchema)).lines;
    },
  };
}
