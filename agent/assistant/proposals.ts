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
import { may } from '../../lib/roles.ts';
import { findEffectTool } from '../../lib/tools/registry.ts';
import { askedSentence } from './asked-sentence.ts';
import type { AssistantRoom, PersonInRoom } from './assistant-room.ts';
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
  /** A person has left: what waits for them is shown to those who may decide instead, unless they come back at once. */
  left(identity: string): void;
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
  /** Milliseconds in which somebody who reloads the page comes back. */
  reloadMs?: number;
}

/** A model that calls tools in a loop is stopped here, before web counts the proposals of the meeting. */
const callsPerQuestion = 5;
const showings = 6;

export function createProposals(options: ProposalsOptions): Proposals {
  const { web, room, logger, firstRetryMs = 1_000, reloadMs = 5_000 } = options;
  const calls = new Map<string, Promise<CallResult>>();
  const counts = new WeakMap<Question, number>();
  const pending = new Map<string, ApprovalView>();
  const audiences = new Map<string, Audience>();
  /** Approval and person of the popups that are on their way. */
  const showing = new Set<string>();

  const isPresent = (identity: string) => room.people().some(({ id }) => id === identity);

  const show = async (approval: ApprovalView, identity: string) => {
    const { id, approver } = approval;
    const isTheirs = identity === approver.id;
    const key = `${id} ${identity}`;
    if (showing.has(key)) return;
    showing.add(key);
    // What the approver has at that time already is the business of nobody else.
    const view = isTheirs ? approval : { ...approval, conflicts: [] };
    const isAsked = () => pending.has(id) && findAsked(approval, room.people()).includes(identity);
    for (let i = 0; i < showings && isAsked(); i++) {
      try {
        approvalShownSchema.parse(JSON.parse(await room.call(identity, approvalMethod, view)));
        if (isTheirs) await web.markShown(id);
        break;
      } catch (error) {
        logger.debug({ err: error, approvalId: id }, 'popup not shown');
        await sleep(firstRetryMs * 2 ** i, undefined, { ref: false });
      }
    }
    showing.delete(key);
  };

  /** Who has left may only have reloaded the page: others are asked when they do not come back at once. */
  const standInFor = (identity: string) => {
    const ask = () => {
      if (isPresent(identity)) return;
      for (const approval of pending.values()) {
        if (approval.approver.id !== identity) continue;
        for (const other of findAsked(approval, room.people())) void show(approval, other);
      }
    };
    setTimeout(ask, reloadMs).unref();
  };

  const wait = (approval: ApprovalView) => {
    pending.set(approval.id, approval);
    if (isPresent(approval.approver.id)) void show(approval, approval.approver.id);
    else standInFor(approval.approver.id);
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
      for (const approval of pending.values()) {
        if (findAsked(approval, room.people()).includes(identity)) void show(approval, identity);
      }
    },
    left: standInFor,
    changed(approval) {
      if (approval.state === 'pending') pending.set(approval.id, approval);
      else pending.delete(approval.id);
    },
    // A job that did not see the question itself knows: what was said in the room was heard by all.
    audienceOf: ({ id, cause }) => audiences.get(id) ?? (cause ? 'all' : 'me'),
  };
}

/** Identities of those who are asked: the approver, or while they are away whoever hosts and may decide instead. */
function findAsked({ tool, approver }: ApprovalView, people: readonly PersonInRoom[]): string[] {
  if (people.some(({ id }) => id === approver.id)) return [approver.id];
  const needed = findEffectTool(tool)?.approvedBy;
  if (!needed) return [];
  return people.filter(({ role }) => may(role, 'moderate') && may(role, needed)).map(({ id }) => id);
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
