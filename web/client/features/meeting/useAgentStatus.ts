import { useParticipantAttributes, useRemoteParticipants } from '@livekit/components-react';
import { ParticipantKind } from 'livekit-client';
import { useEffect, useState } from 'react';
import { agentStateAttribute, type RoomMetadata } from '../../../../lib/messages.ts';
import { type AgentStatus, agentStatusOf, newestAgent } from './agent-status.ts';

/** What the newest agent of this meeting says that it is doing, or that none is here. */
export function useAgentStatus(meetingId: string, features: RoomMetadata['features']): AgentStatus {
  // It says what it does in its attributes; who speaks and how well is heard several times a second of everyone.
  const others = useRemoteParticipants({ updateOnlyOn: [] });
  const agents = others.filter((participant) => participant.kind === ParticipantKind.AGENT);
  const agent = newestAgent(meetingId, agents);
  const { attributes } = useParticipantAttributes({ participant: agent ?? undefined });
  const [seenBefore, setSeenBefore] = useState(false);
  useEffect(() => {
    if (agent) setSeenBefore(true);
  }, [agent]);
  const state = attributes?.[agentStateAttribute];
  return agentStatusOf({ present: agent !== null, state, seenBefore }, features);
}
