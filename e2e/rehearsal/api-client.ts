/** One person's calls about meetings to Parley's public HTTP API. */
import { z } from 'zod';
import {
  type ApprovalView,
  approvalListSchema,
  type DecideApproval,
  type Reply,
  replyListSchema,
} from '../../lib/assistant-messages.ts';
import {
  type CreateMeeting,
  type Joined,
  joinedSchema,
  type MeetingView,
  meetingViewSchema,
  noticeVersion,
  type TranscriptLine,
  type TranscriptPage,
  transcriptPageSchema,
} from '../../lib/messages.ts';
import { type PersonaView, personaAnswerSchema, personaListSchema } from '../../lib/persona-messages.ts';
import { type Caller, createCaller } from './caller.ts';

export interface ApiClient {
  listPersonas(): Promise<PersonaView[]>;
  /** A persona of one's own with the text of another; takes an account. */
  renamePersona(from: PersonaView, name: string): Promise<PersonaView>;
  createMeeting(title: string, options?: Omit<CreateMeeting, 'title'>): Promise<MeetingView>;
  join(code: string, person: { name: string; email?: string }): Promise<Joined>;
  /** All lines stored so far, page by page, and how far the meeting is. */
  readTranscript(joined: Joined): Promise<{ lines: TranscriptLine[]; status: TranscriptPage['status'] }>;
  /** All proposals of the meeting, and the ids of those that this person may decide now. */
  readApprovals(joined: Joined): Promise<{ approvals: ApprovalView[]; mine: string[] }>;
  decide(joined: Joined, approvalId: string, decision: DecideApproval): Promise<void>;
  readReplies(joined: Joined): Promise<Reply[]>;
  leave(joined: Joined): Promise<void>;
  end(joined: Joined): Promise<void>;
}

/** Without a caller of an account, someone without one. */
export function createApiClient(baseUrl: string, { call }: Caller = createCaller(baseUrl)): ApiClient {
  const about = ({ meeting }: Joined, what: string) => `/api/meetings/${meeting.id}/${what}`;
  return {
    async listPersonas() {
      return personaListSchema.parse(await call('GET', '/api/personas')).personas;
    },
    async renamePersona({ content, language }, name) {
      const greeting = content.greeting.replaceAll(content.name, name);
      const instructions = content.instructions.replaceAll(content.name, name);
      const body = { ...content, name, greeting, instructions, language };
      return personaAnswerSchema.parse(await call('POST', '/api/personas', { body })).persona;
    },
    async createMeeting(title, options = {}) {
      const answer = await call('POST', '/api/meetings', { body: { title, ...options } });
      return z.object({ meeting: meetingViewSchema }).parse(answer).meeting;
    },
    async join(code, { name, email }) {
      const body = { name, email, consent: { noticeVersion } };
      return joinedSchema.parse(await call('POST', `/api/meetings/${code}/join`, { body }));
    },
    async readTranscript(joined) {
      const lines: TranscriptLine[] = [];
      for (let cursor = ''; ; ) {
        const path = about(joined, `transcript${cursor}`);
        const page = transcriptPageSchema.parse(await call('GET', path, { token: joined.apiToken }));
        lines.push(...page.lines);
        if (!page.more || page.next === null) return { lines, status: page.status };
        cursor = `?after=${page.next}`;
      }
    },
    async readApprovals(joined) {
      const answer = await call('GET', about(joined, 'approvals'), { token: joined.apiToken });
      return approvalListSchema.parse(answer);
    },
    async decide(joined, approvalId, decision) {
      const path = about(joined, `approvals/${approvalId}/decision`);
      await call('POST', path, { token: joined.apiToken, body: decision });
    },
    async readReplies(joined) {
      const answer = await call('GET', about(joined, 'replies'), { token: joined.apiToken });
      return replyListSchema.parse(answer).replies;
    },
    async leave(joined) {
      await call('POST', about(joined, 'leave'), { token: joined.apiToken });
    },
    async end(joined) {
      await call('POST', about(joined, 'end'), { token: joined.apiToken });
    },
  };
}
