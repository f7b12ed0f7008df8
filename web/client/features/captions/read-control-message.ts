import { type ControlMessage, controlMessageSchema, controlTopic } from '../../../../lib/control-messages.ts';

/** A data packet as livekit-client hands it over. */
export interface DataPacket {
  payload: Uint8Array;
  topic: string | undefined;
  /** False when livekit-client knows no participant for it, which proves nothing by itself. */
  hasParticipant: boolean;
  /** Stamped by livekit-server: empty only for packets that the server sent. */
  participantIdentity: string | undefined;
}

/** The control message in a packet, or null when it is none or did not come from the server. */
export function readControlMessage(packet: DataPacket): ControlMessage | null {
  const fromServer = packet.participantIdentity === '' && !packet.hasParticipant;
  if (!fromServer || packet.topic !== controlTopic) return null;
  const parsed = controlMessageSchema.safeParse(readJson(packet.payload));
  return parsed.success ? parsed.data : null;
}

function readJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return undefined;
  }
}
