/**
 * Brings what a model wants done before the person who decides. The stored proposal alone says what became of it:
 * nothing that anybody says or types makes it approved.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import {
  type ApprovalView,
  type Audience,
  approvalMethod,
  approvalShownSchema,
} from '../../lib/assistant-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import type { Logger } from '../../lib/logger.ts';
import { askedSentence } from './asked-sentence.ts';
import type { AssistantRoom } from './assistant-room.ts';
import type { AssistantWeb } from './assistant-web.ts';
import type { Question } from './question.ts';

/** What a model wants done. */
export interface ToolCall {
  tool: string;
  arguments: unknown;
  /** A person as the model names them; null for whoever asked. */
  approver: string | null;
}

/** What the model is told about its call; `sentence` can be said as it is. */
export interface CallResult {
  state: 'waiting for approval' | 'refused';
  sentence: string;
}

export interface Proposals {
  propose(call: ToolCall, question: Question): Promise<CallResult>;
  /** Shows proposals that wait since before this job. */
  resume(pending: readonly ApprovalView[]): void;
  /** A person has connected, perhaps again: what waits for them is shown to them. */
  connected(identity: string): void;
  /** The stored proposal has changed. */
  changed(approval: ApprovalView): void;
  /** Who may hear of what became of it. */
  audienceOf(approval: ApprovalView): Audience;
}

interface ProposalsOptions {
  web: Pick<AssistantWeb, 'propose' | 'markShown'>;
  room: AssistantRoom;
  logger: Logger;
  /** Milliseconds before a popup that did not come through is sent again: first, and then twice as many each time. */
  firstRetryMs?: number;
}

/** A model that calls tools in a loop is stopped here, before web counts the proposals of the meeting. */
const callsPerQuestion = 5;
const showings = 6;

export function createProposals({ web, room, logger, firstRetryMs = 1_000 }: ProposalsOptions): Proposals {
  const calls = new Map<string, Promise<CallResult>>();
  const counts = new WeakMap<Question, number>();
  const pending = new Map<string, ApprovalView>();
  const audiences = new Map<string, Audience>();
  /** Approval and person of the popups that are on their way. */
  const showing = new Set<string>();

  const isPresent = (identity: string) => room.people().some(({ id }) => id === identity);

  const show = async (approval: ApprovalView) => {
    const { id, approver } = approval;
    if (showing.has(id)) return;
    showing.add(id);
    for (let i = 0; i < showings && pending.has(id) && isPresent(approver.id); i++) {
      try {
        approvalShownSchema.parse(JSON.parse(await room.call(approver.id, approvalMethod, approval)));
        await web.markShown(id);
        break;
      } catch (error) {
        logger.debug({ err: error, approvalId: id }, 'popup not shown');
        await sleep(firstRetryMs * 2 ** i, undefined, { ref: false });
      }
    }
    showing.delete(id);
  };

  const wait = (approval: ApprovalView) => {
    pending.set(approval.id, approval);
    void show(approval);
  };

  const send = async (call: ToolCall, key: string, question: Question): Promise<CallResult> => {
    try {
      const proposal = { ...call, key, askedBy: question.asker.id, cause: question.cause };
      const approval = await pRetry(() => web.propose(proposal), {
        retries: 2,
        minTimeout: 200,
        shouldRetry: ({ error }) => error instanceof ParleyError && error.retryable,
      });
      // The same proposal asked for twice: who asked in private must not have it told to all.
      audiences.set(approval.id, audiences.get(approval.id) === 'me' ? 'me' : question.audience);
      if (approval.state !== 'pending') return refused(`That was ${approval.state} already.`);
      wait(approval);
      return { state: 'waiting for approval', sentence: askedSentence(approval) };
    } catch (error) {
      logger.warn({ err: error, tool: call.tool }, 'proposal not taken');
      if (!(error instanceof ParleyError) || error.code === 'internal') {
        return refused('I could not do that: something failed on our side.');
      }
      return refused(error.code === 'unavailable' ? 'I cannot do that right now.' : error.message);
    }
  };

  return {
    propose(call, question) {
      const key = `${question.id}:${createHash('sha256').update(canonical(call)).digest('hex')}`;
      const before = calls.get(key);
      if (before) return before;
      const count = (counts.get(question) ?? 0) + 1;
      counts.set(question, count);
      if (count > callsPerQuestion) return Promise.resolve(refused('That is too much at once.'));
      const result = send(call, key, question);
      calls.set(key, result);
      return result;
    },
    resume: (approvals) => approvals.forEach(wait),
    connected(identity) {
      for (const approval of pending.values()) if (approval.approver.id === identity) void show(approval);
    },
    changed(approval) {
      if (approval.state === 'pending') pending.set(approval.id, approval);
      else pending.delete(approval.id);
    },
    // A job that did not see the question itself knows: what was said in the room was heard by all.
    audienceOf: ({ id, cause }) => audiences.get(id) ?? (cause ? 'all' : 'me'),
  };
}

const refused = (sentence: string): CallResult => ({ state: 'refused', sentence });

/** JSON with sorted keys: the same call gives the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
