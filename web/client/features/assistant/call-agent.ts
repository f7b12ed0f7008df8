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
  wait(ms: number): Promise<void>;
}

/** An agent that has just come takes questions a moment later. */
const triesUntilReady = 12;
/** Until it hears of a release, whatever this person says goes to it. */
const triesToRelease = 4;
const retryMs = 700;

/** Asks the AI participant; a problem is a sentence for the person. */
export async function callAgent({ room, gate, request, name, wait }: CallAgentOptions): Promise<AskAnswer> {
  const payload = JSON.stringify(request);
  const isRelease = request.type === 'push' && !request.active;
  // Whoever holds the button to speak waits for nothing.
  const mostTries = request.type === 'ask' ? triesUntilReady : isRelease ? triesToRelease : 1;
  for (let tries = 1; ; tries += 1) {
    const destinationIdentity = gate.find();
    if (!destinationIdentity)
      return problem(`${name} is not in the meeting right now. Ask again when it is back.`);
    try {
      const call = { destinationIdentity, method: askMethod, payload };
      const answer = await room.localParticipant.performRpc(call);
      const parsed = askAnswerSchema.safeParse(JSON.parse(answer));
      if (parsed.success) return parsed.data;
      return problem(`${name} gave an answer that this page does not understand. Reload the page.`);
    } catch (error) {
      const passes = isRelease || codeOf(error) === RpcError.ErrorCode.UNSUPPORTED_METHOD;
      if (!passes || tries >= mostTries) return problem(explain(error, name));
      await wait(retryMs);
    }
  }
}

const problem = (sentence: string): AskAnswer => ({ accepted: false, problem: sentence });

const codeOf = (error: unknown) => (error instanceof RpcError ? error.code : 0);

function explain(error: unknown, name: string): string {
  const code = codeOf(error);
  if (code === RpcError.ErrorCode.UNSUPPORTED_METHOD)
    return `${name} is not ready yet. Ask again in a moment.`;
  if (code === RpcError.ErrorCode.REQUEST_PAYLOAD_TOO_LARGE) return 'This question is too long.';
  return `${name} cannot be reached right now. Ask again in a moment.`;
}
