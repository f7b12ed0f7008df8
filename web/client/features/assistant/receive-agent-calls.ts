import { type Room, RpcError } from 'livekit-client';
import {
  type ApprovalView,
  answerMethod,
  approvalMethod,
  type approvalShownSchema,
  approvalViewSchema,
  type Reply,
  replySchema,
} from '../../../../lib/assistant-messages.ts';
import { markRequested } from '../approvals/approval-marks.ts';
import type { AgentGate } from './agent-gate.ts';

interface ReceiveAgentCallsOptions {
  room: Pick<Room, 'registerRpcMethod' | 'unregisterRpcMethod'>;
  gate: AgentGate;
  meetingId: string;
  onApproval(approval: ApprovalView): void;
  onAnswer(reply: Reply): void;
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

/** Listens to what the AI participant calls for on this screen; returns how to stop. */
export function receiveAgentCalls(options: ReceiveAgentCallsOptions): () => void {
  const { room, gate, meetingId } = options;
  const listen = <T>(method: string, schema: Schema<T>, onCall: (data: T) => string) => {
    room.registerRpcMethod(method, async ({ callerIdentity, payload }) => {
      if (!gate.admits(callerIdentity)) throw new RpcError(403, 'Only the AI participant may call this.');
      const parsed = schema.safeParse(readJson(payload));
      if (!parsed.success) throw new RpcError(400, 'This page does not understand the call.');
      return onCall(parsed.data);
    });
  };
  listen(approvalMethod, approvalViewSchema, (approval) => {
    if (approval.meetingId !== meetingId) throw new RpcError(400, 'This is about another meeting.');
    markRequested(approval.id);
    options.onApproval(approval);
    return JSON.stringify({ shown: true } satisfies ReturnType<typeof approvalShownSchema.parse>);
  });
  listen(answerMethod, replySchema, (reply) => {
    options.onAnswer(reply);
    return '{}';
  });
  return () => {
    room.unregisterRpcMethod(approvalMethod);
    room.unregisterRpcMethod(answerMethod);
  };
}

function readJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
