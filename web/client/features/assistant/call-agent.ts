import { type Room, RpcError } from 'livekit-client';
import {
  type AskAnswer,
  type AskRequest,
  askAnswerSchema,
  askMethod,
} from '../../../../lib/assistant-messages.ts';
import type { AgentGate } from './agent-gate.ts';

interface CallAgentOptions {
  room: { localParticipant: Pick<Room['localParticipant'], 'performRpc'> };
  gate: AgentGate;
  request: AskRequest;
  /** Name of the AI participant. */
  name: string;
}

/** Asks the AI participant; a problem is a sentence for the person. */
export async function callAgent({ room, gate, request, name }: CallAgentOptions): Promise<AskAnswer> {
  const destinationIdentity = gate.find();
  if (!destinationIdentity)
    return problem(`${name} is not in the meeting right now. Ask again when it is back.`);
  try {
    const payload = JSON.stringify(request);
    const answer = await room.localParticipant.performRpc({
      destinationIdentity,
      method: askMethod,
      payload,
    });
    const parsed = askAnswerSchema.safeParse(JSON.parse(answer));
    if (parsed.success) return parsed.data;
    return problem(`${name} gave an answer that this page does not understand. Reload the page.`);
  } catch (error) {
    return problem(explain(error, name));
  }
}

const problem = (sentence: string): AskAnswer => ({ accepted: false, problem: sentence });

function explain(error: unknown, name: string): string {
  const code = error instanceof RpcError ? error.code : 0;
  if (code === RpcError.ErrorCode.UNSUPPORTED_METHOD)
    return `${name} is not ready yet. Ask again in a moment.`;
  if (code === RpcError.ErrorCode.REQUEST_PAYLOAD_TOO_LARGE) return 'This question is too long.';
  return `${name} cannot be reached right now. Ask again in a moment.`;
}
