/** Owns one participant's connection to LiveKit: reads captions and the agent's state, may carry a microphone. */
import { ParticipantKind, Room, RoomEvent, RpcError } from '@livekit/rtc-node';
import { type ApprovalView, approvalMethod, approvalViewSchema } from '../../lib/assistant-messages.ts';
import { agentStateAttribute, captionTopic, epochOfIdentity, type Joined } from '../../lib/messages.ts';
import { nowMs } from './clock.ts';
import type { ReceivedCaption } from './evidence.ts';
import { hearAgent } from './hear-agent.ts';
import { readCaption } from './read-caption.ts';

export interface Attendee {
  readonly joined: Joined;
  readonly room: Room;
  /** From here on the end of the connection is not a loss. */
  expectDisconnect(): void;
  disconnect(): Promise<void>;
}

export interface AttendeeOptions {
  joined: Joined;
  onCaption: (caption: ReceivedCaption) => void;
  /** Every state that an agent of this meeting shows. */
  onAgentState: (agent: { epoch: number; state: string }) => void;
  /** A proposal came up; it is answered as shown at once. Left out: this participant shows none. */
  onApproval?: (view: ApprovalView, atMs: number) => void;
  /** Sound of the AI participant. Left out: this participant hears nothing. */
  onSound?: (samples: Int16Array, atMs: number) => void;
  /** The connection was lost for good, without having been closed here. */
  onLost: (reason: string) => void;
}

/** Connects a participant that reads captions; it subscribes to nobody's sound but the AI participant's, if any. */
export async function connectAttendee(options: AttendeeOptions): Promise<Attendee> {
  const { joined, onCaption, onAgentState, onApproval, onSound, onLost } = options;
  const room = new Room();
  const { id: meetingId } = joined.meeting;
  let leaving = false;

  const isAgent = (identity: string) => room.remoteParticipants.get(identity)?.kind === ParticipantKind.AGENT;
  const reportState = (identity: string) => {
    const state = room.remoteParticipants.get(identity)?.attributes[agentStateAttribute];
    const epoch = epochOfIdentity(meetingId, identity);
    if (state !== undefined && epoch !== null && isAgent(identity)) onAgentState({ epoch, state });
  };

  room.registerTextStreamHandler(captionTopic, (reader, { identity }) => {
    const sender = { identity, isAgent: isAgent(identity) };
    const { attributes = {} } = reader.info;
    const caption = readCaption(meetingId, {
      receiver: joined.participantId,
      atMs: nowMs(),
      sender,
      attributes,
    });
    // The header says it all; an unread stream would keep its listener for the rest of the process.
    void reader.close();
    if (caption) onCaption(caption);
  });
  room.on(RoomEvent.ParticipantAttributesChanged, (_, participant) => reportState(participant.identity));
  room.on(RoomEvent.ParticipantConnected, (participant) => reportState(participant.identity));
  room.on(RoomEvent.Disconnected, (reason) => {
    if (!leaving) onLost(`${joined.name} lost the connection (reason ${reason})`);
  });

  await room.connect(joined.serverUrl, joined.token, { autoSubscribe: false, dynacast: false });
  for (const identity of room.remoteParticipants.keys()) reportState(identity);
  if (onApproval) {
    room.localParticipant?.registerRpcMethod(approvalMethod, async ({ callerIdentity, payload }) => {
      if (!isAgent(callerIdentity) || epochOfIdentity(meetingId, callerIdentity) === null) {
        throw new RpcError(RpcError.ErrorCode.APPLICATION_ERROR, 'only the AI participant may ask this');
      }
      onApproval(approvalViewSchema.parse(JSON.parse(payload)), nowMs());
      return JSON.stringify({ shown: true });
    });
  }
  if (onSound) hearAgent(room, meetingId, onSound);
  return {
    joined,
    room,
    expectDisconnect() {
      leaving = true;
    },
    async disconnect() {
      leaving = true;
      await room.disconnect();
    },
  };
}
