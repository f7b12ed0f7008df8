/** What all forgeries need to know of the meeting, and what they have in common. */
import type { DataPacket } from '@livekit/protocol';
import type { ApprovalView, Reply } from '../../lib/assistant-messages.ts';
import type { Id, MeetingId, ParticipantId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import type { Intruder, Packet } from './intruder.ts';
import type { Channel } from './wiretap.ts';

export interface Forgery {
  name: string;
  /** Resolves with how the receiver said that it took it, or null: then only its effects could tell. */
  send(): Promise<string | null>;
  /** Happenings that are the intruder's own good right. */
  allows?: RegExp;
}

/** A participant as livekit-server names it. */
export interface Sender {
  identity: string;
  sid: string;
}

export interface Scene {
  baseUrl: string;
  intruder: Intruder;
  victim: Sender & { id: ParticipantId; joined: Joined };
  agent: Sender;
  /** Headers of the agent's own captions, as they arrived. */
  captions: readonly DataPacket[];
  /** A genuine proposal that waits for the victim's answer. */
  approval: ApprovalView;
  /** A genuine answer of the agent to the victim. */
  reply: Reply;
  /** The victim's, and open. */
  pollId: Id<'pol'>;
  documents: DocumentPeople;
}

/** People who may do less with documents than others, and where nobody of this meeting may look. */
export interface DocumentPeople {
  viewerToken: string;
  removedToken: string;
  otherMeetingId: MeetingId;
}

/** Whom a packet names as its sender, each once; livekit-server is to write over it. */
function masksOf({ intruder, victim, agent }: Scene): Record<string, Sender> {
  return {
    'under its own name': { identity: intruder.joined.participantId, sid: intruder.sid },
    'as the server': { identity: '', sid: '' },
    'as the agent': agent,
    'as the host': victim,
  };
}

/** The same packet under every mask, on every way to the victim. */
export function disguise(scene: Scene, name: string, makePacket: (as: Sender) => Packet): Forgery[] {
  const send = (as: Sender, over: Packet, channel?: Channel) => async () => {
    const marked = { ...makePacket(as), participantIdentity: as.identity, participantSid: as.sid, ...over };
    await scene.intruder.send(marked, channel);
    return null;
  };
  const server = { identity: '', sid: '' };
  return [
    ...Object.entries(masksOf(scene)).map(([mask, as]) => ({ name: `${name}, ${mask}`, send: send(as, {}) })),
    {
      name: `${name}, as the server, to the victim alone`,
      send: send(server, { destinationIdentities: [scene.victim.identity] }),
    },
    { name: `${name}, as the server, unreliably`, send: send(server, {}, '_lossy') },
  ];
}
