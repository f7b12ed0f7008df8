import type { Room } from 'livekit-client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AskAnswer, AskRequest } from '../../../../lib/assistant-messages.ts';
import type { Joined } from '../../../../lib/messages.ts';
import { type Approvals, useApprovals } from '../approvals/useApprovals.ts';
import { readRoomMetadata } from '../meeting/room-metadata.ts';
import { createAgentGate } from './agent-gate.ts';
import { callAgent } from './call-agent.ts';
import { receiveAgentCalls } from './receive-agent-calls.ts';
import { type Replies, useReplies } from './useReplies.ts';

export interface Assistant {
  approvals: Approvals;
  replies: Replies;
  /** Asks the AI participant. */
  call(request: AskRequest): Promise<AskAnswer>;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Everything that passes between this person and the AI participant beside sound and captions. It listens from before
 * the connection is made: what is called for without a listener is refused.
 */
export function useAssistant(room: Room, joined: Joined): Assistant {
  const meetingId = joined.meeting.id;
  const access = { meetingId, apiToken: joined.apiToken };
  const [gate] = useState(() => createAgentGate(room, meetingId));
  const nameAtJoin = joined.meeting.personaName;
  const call = useCallback(
    (request: AskRequest) => {
      const name = readRoomMetadata(room.metadata)?.persona.name ?? nameAtJoin;
      return callAgent({ room, gate, request, name, wait });
    },
    [room, gate, nameAtJoin],
  );
  const approvals = useApprovals(room, access, joined.participantId);
  const replies = useReplies({ room, access, call });
  const latest = useRef({ approvals, replies });
  latest.current = { approvals, replies };
  useEffect(
    () =>
      receiveAgentCalls({
        room,
        gate,
        meetingId,
        onApproval: (approval) => latest.current.approvals.request(approval),
        onAnswer: (reply) => latest.current.replies.receive(reply),
      }),
    [room, gate, meetingId],
  );
  return { approvals, replies, call };
}
