import { z } from 'zod/mini';
import {
  type ActionLog,
  type ApprovalList,
  type ApprovalView,
  actionLogSchema,
  approvalAnswerSchema,
  approvalListSchema,
  type ControlAssistant,
  type DecideApproval,
  type Reply,
  replyListSchema,
} from '../../../../lib/assistant-messages.ts';
import { callApi } from './call-api.ts';
import type { Access } from './people.ts';

/** Which meeting, and as whom: by the token of someone who joined, or else by their account. */
export interface Reader {
  meetingId: string;
  apiToken?: string | undefined;
}

const at = ({ meetingId }: Reader) => `/api/meetings/${encodeURIComponent(meetingId)}`;

/** Proposals of a meeting as far as the reader may see them, and those that the reader may decide now. */
export function listApprovals(reader: Reader, signal?: AbortSignal): Promise<ApprovalList> {
  return callApi(`${at(reader)}/approvals`, approvalListSchema, { token: reader.apiToken, signal });
}

/** Who did what to the newest proposals of a meeting, or to those older than `before`. */
export function getActionLog(reader: Reader, before: string, signal?: AbortSignal): Promise<ActionLog> {
  const query = before === '' ? '' : `?before=${encodeURIComponent(before)}`;
  return callApi(`${at(reader)}/actions${query}`, actionLogSchema, { token: reader.apiToken, signal });
}

/** Decides about a proposal; the first answer wins, later ones are refused. */
export async function decideApproval(
  reader: Reader,
  approvalId: string,
  body: DecideApproval,
): Promise<ApprovalView> {
  const path = `${at(reader)}/approvals/${encodeURIComponent(approvalId)}/decision`;
  const answer = await callApi(path, approvalAnswerSchema, { method: 'POST', token: reader.apiToken, body });
  return answer.approval;
}

/** What the AI participant answered, as far as the reader may see it. */
export async function listReplies(reader: Reader, signal?: AbortSignal): Promise<Reply[]> {
  const path = `${at(reader)}/replies`;
  return (await callApi(path, replyListSchema, { token: reader.apiToken, signal })).replies;
}

/** Mode, pause, mute, dismiss; only for those who moderate. */
export async function controlAssistant(access: Access, body: ControlAssistant): Promise<void> {
  await callApi(`${at(access)}/assistant`, z.unknown(), { method: 'POST', token: access.apiToken, body });
}
