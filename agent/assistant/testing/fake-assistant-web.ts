import type { ApprovalView, Briefing, Propose, Reply } from '../../../lib/assistant-messages.ts';
import { ParleyError } from '../../../lib/errors.ts';
import type { TranscriptLine } from '../../../lib/messages.ts';
import { findEffectTool } from '../../../lib/tools/registry.ts';
import type { PersonInRoom } from '../assistant-room.ts';
import type { AssistantWeb } from '../assistant-web.ts';
import { approvalOf } from './approval-of.ts';

export interface FakeAssistantWeb extends AssistantWeb {
  readonly replies: Map<string, Reply>;
  readonly proposed: Propose[];
  readonly shown: string[];
  readonly searches: { query: string; askedBy: string; audience: string }[];
  /** Thrown by the next calls to `propose`. */
  readonly refusals: ParleyError[];
  approvals: ApprovalView[];
}

interface FakeAssistantWebOptions {
  people: readonly PersonInRoom[];
  briefing?: Partial<Briefing>;
  lines?: TranscriptLine[];
}

/** Web as the AI participant meets it: same keys give the same proposal, a meeting is greeted
 * once, a tool that does not exist is refused, and a finished reply stays as it is. */
export function createFakeAssistantWeb(options: FakeAssistantWebOptions): FakeAssistantWeb {
  const { people, briefing = {}, lines = [] } = options;
  const byKey = new Map<string, ApprovalView>();
  const web: FakeAssistantWeb = {
    replies: new Map(),
    proposed: [],
    shown: [],
    searches: [],
    refusals: [],
    approvals: [],
    briefing: async () => ({
      people: people.map(({ id, name }) => ({ id, name, present: true, hasAddress: true })),
      openTasks: [],
      greeted: true,
      pending: [],
      lastEventId: '0',
      ...briefing,
    }),
    transcript: async (after) => {
      const start = after === '' ? 0 : lines.findIndex(({ epoch, seq }) => `${epoch}.${seq}` === after) + 1;
      const page = lines.slice(start, start + 2);
      const last = page.at(-1);
      const next = last ? `${last.epoch}.${last.seq}` : null;
      return { lines: page, gaps: [], next, more: start + 2 < lines.length, status: 'live' };
    },
    async propose(proposal) {
      const refusal = web.refusals.shift();
      if (refusal) throw refusal;
      web.proposed.push(proposal);
      if (!findEffectTool(proposal.tool)) {
        throw new ParleyError('unknown_tool', 'That is not something that I can do.');
      }
      const before = byKey.get(proposal.key);
      if (before) return before;
      const asker = people.find(({ id }) => id === proposal.askedBy);
      const approver = proposal.approver ? people.find(({ name }) => name === proposal.approver) : asker;
      if (!asker || !approver)
        throw new ParleyError('not_found', `I know nobody called ${proposal.approver}.`);
      const { tool, cause } = proposal;
      const approval = approvalOf({
        tool,
        arguments: { ...(proposal.arguments as object) },
        askedBy: { id: asker.id, name: asker.name },
        approver: { id: approver.id, name: approver.name },
        cause: cause && { ...cause, speakerName: asker.name, text: '' },
      });
      byKey.set(proposal.key, approval);
      web.approvals.push(approval);
      return approval;
    },
    markShown: async (id) => void web.shown.push(id),
    async saveReply(reply) {
      const greeted = [...web.replies.values()].some(
        ({ kind, id }) => kind === 'greeting' && id !== reply.id,
      );
      if (reply.kind === 'greeting' && greeted)
        throw new ParleyError('conflict', 'This meeting was greeted.');
      const before = web.replies.get(reply.id);
      if (!before || before.state === 'writing') web.replies.set(reply.id, reply);
    },
    async searchPast(search) {
      web.searches.push(search);
      return [
        {
          meetingId: approvalOf().meetingId,
          meetingTitle: 'Last week',
          atMs: 0,
          speakerName: 'Ben',
          text: 'Yes.',
        },
      ];
    },
  };
  return web;
}
