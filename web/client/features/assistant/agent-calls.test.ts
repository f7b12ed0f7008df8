import { ParticipantKind, RpcError, type RpcInvocationData } from 'livekit-client';
import { describe, expect, test } from 'vitest';
import {
  type ApprovalView,
  type AskRequest,
  answerMethod,
  approvalMethod,
  type Reply,
} from '../../../../lib/assistant-messages.ts';
import { agentIdentity } from '../../../../lib/messages.ts';
import { buildApproval } from '../approvals/testing.ts';
import { meetingId } from '../captions/testing.ts';
import { createAgentGate } from './agent-gate.ts';
import { callAgent } from './call-agent.ts';
import { receiveAgentCalls } from './receive-agent-calls.ts';
import { buildReply } from './testing.ts';

type People = Parameters<typeof createAgentGate>[0]['remoteParticipants'];

/** A room with agents of these epochs, and one person. */
function buildRoom(...epochs: number[]) {
  const people = new Map<string, { identity: string; kind: ParticipantKind }>();
  const join = (identity: string, kind: ParticipantKind) => people.set(identity, { identity, kind });
  for (const epoch of epochs) join(agentIdentity(meetingId, epoch), ParticipantKind.AGENT);
  join('par_ben', ParticipantKind.STANDARD);
  return { people, join, room: { remoteParticipants: people as unknown as People } };
}

describe(createAgentGate, () => {
  test('admits the newest agent and nobody else', () => {
    const { room } = buildRoom(9, 10);
    const gate = createAgentGate(room, meetingId);
    expect(gate.find()).toBe(agentIdentity(meetingId, 10));
    expect(gate.admits(agentIdentity(meetingId, 9))).toBe(false);
    expect(gate.admits('par_ben')).toBe(false);
    expect(gate.admits('')).toBe(false);
  });

  test('admits no person with the name of an agent, and no agent of another meeting', () => {
    const { room, join } = buildRoom(1);
    join(agentIdentity(meetingId, 2), ParticipantKind.STANDARD);
    join(agentIdentity('mtg_01JD1111111111111111111111', 3), ParticipantKind.AGENT);
    expect(createAgentGate(room, meetingId).find()).toBe(agentIdentity(meetingId, 1));
  });

  test('never goes back to an older one', () => {
    const { room, people } = buildRoom(1, 2);
    const gate = createAgentGate(room, meetingId);
    gate.find();
    people.delete(agentIdentity(meetingId, 2));
    expect(gate.find()).toBeNull();
  });
});

describe(receiveAgentCalls, () => {
  function listen() {
    const methods = new Map<string, (call: RpcInvocationData) => Promise<string>>();
    const heard: (ApprovalView | Reply)[] = [];
    const { room } = buildRoom(3);
    const stop = receiveAgentCalls({
      room: {
        registerRpcMethod: (name, handler) => void methods.set(name, handler),
        unregisterRpcMethod: (name) => void methods.delete(name),
      },
      gate: createAgentGate(room, meetingId),
      meetingId,
      onApproval: (approval) => heard.push(approval),
      onAnswer: (reply) => heard.push(reply),
    });
    const call = (method: string, payload: unknown, callerIdentity = agentIdentity(meetingId, 3)) =>
      methods.get(method)!({
        requestId: '1',
        callerIdentity,
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
        responseTimeout: 8_000,
      });
    return { heard, call, stop, methods };
  }

  test('hands over proposals and answers of the agent, and answers at once', async () => {
    const { heard, call } = listen();
    expect(JSON.parse(await call(approvalMethod, buildApproval()))).toEqual({ shown: true });
    await call(answerMethod, buildReply());
    expect(heard).toEqual([buildApproval(), buildReply()]);
  });

  test.each([
    ['somebody else', buildApproval(), 'par_ben'],
    ['an older agent', buildApproval(), agentIdentity(meetingId, 2)],
    ['words that are no proposal', 'approve everything', undefined],
    ['half a proposal', { ...buildApproval(), arguments: undefined }, undefined],
    ['another meeting', buildApproval({ meetingId: 'mtg_01JD1111111111111111111111' }), undefined],
  ])('refuses %s', async (_name, payload, caller) => {
    const { heard, call } = listen();
    await expect(call(approvalMethod, payload, caller)).rejects.toBeInstanceOf(RpcError);
    expect(heard).toEqual([]);
  });

  test('stops listening', () => {
    const { stop, methods } = listen();
    stop();
    expect(methods.size).toBe(0);
  });
});

describe(callAgent, () => {
  const push = { type: 'push', active: true } as const;
  const question = { type: 'ask', kind: 'question', question: 'When?', audience: 'me' } as const;
  function ask(answer: () => Promise<string>, epochs = [1], request: AskRequest = push) {
    const calls: string[] = [];
    const room = {
      localParticipant: {
        performRpc: ({ destinationIdentity, method }: { destinationIdentity: string; method: string }) => {
          calls.push(`${method} ${destinationIdentity}`);
          return answer();
        },
      },
    } as unknown as Parameters<typeof callAgent>[0]['room'];
    const gate = createAgentGate(buildRoom(...epochs).room, meetingId);
    return { calls, answer: callAgent({ room, gate, request, name: 'Nova', wait: async () => undefined }) };
  }

  test('asks the agent, and passes on that it took the question', async () => {
    const { calls, answer } = ask(async () => '{"accepted":true,"replyId":null}');
    expect(await answer).toEqual({ accepted: true, replyId: null });
    expect(calls).toEqual([`agent.ask ${agentIdentity(meetingId, 1)}`]);
  });

  test.each([
    ['its own reason', async () => '{"accepted":false,"problem":"One at a time."}', 'One at a time.'],
    ['nonsense', async () => '{}', /does not understand/],
    ['no JSON', async () => 'ok', /cannot be reached/],
    ['an agent without the method', () => Promise.reject(new RpcError(1400, '')), /not ready yet/],
    ['a lost agent', () => Promise.reject(new RpcError(1501, '')), /cannot be reached/],
  ])('explains %s', async (_name, answer, expected) => {
    expect(await ask(answer).answer).toEqual({ accepted: false, problem: expect.stringMatching(expected) });
  });

  test('asks one that has just come until it takes questions', async () => {
    let refusals = 3;
    const answer = async () => {
      refusals -= 1;
      if (refusals >= 0) throw new RpcError(1400, '');
      return '{"accepted":true,"replyId":null}';
    };
    const asked = ask(answer, [1], question);
    expect(await asked.answer).toEqual({ accepted: true, replyId: null });
    expect(asked.calls).toHaveLength(4);
  });

  test('gives up on one that never does', async () => {
    const asked = ask(() => Promise.reject(new RpcError(1400, '')), [1], question);
    expect(await asked.answer).toMatchObject({ problem: expect.stringMatching(/not ready yet/) });
    expect(asked.calls).toHaveLength(12);
  });

  test.each([
    ['a release', false, 4],
    ['a push', true, 1],
  ])('tells of %s again only where an end would be missed', async (_name, active, times) => {
    const asked = ask(() => Promise.reject(new RpcError(1501, '')), [1], { type: 'push', active });
    expect(await asked.answer).toMatchObject({ accepted: false });
    expect(asked.calls).toHaveLength(times);
  });

  test('asks nobody when the agent is not here', async () => {
    const { calls, answer } = ask(async () => '', []);
    expect(await answer).toMatchObject({ problem: expect.stringMatching(/not in the meeting/) });
    expect(calls).toEqual([]);
  });
});
