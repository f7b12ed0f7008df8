/** Forged data messages: every control message under every mask, and the other packets that LiveKit knows. */
import { ChatMessage, Transcription, UserPacket } from '@livekit/protocol';
import { controlTopic } from '../../lib/control-messages.ts';
import { controlSamples, planted } from './control-samples.ts';
import { disguise, type Forgery, type Scene, type Sender } from './forgery.ts';
import type { Packet } from './intruder.ts';
import { streamOf } from './streams.ts';

/** Topics that LiveKit's own components or its agents listen to in other products. */
const foreignTopics = ['', 'lk-chat-topic', 'lk.chat', 'lk.agent.events', 'lk.agent.request'];

export function forgeData(scene: Scene): Forgery[] {
  const samples = controlSamples(scene.victim.id);
  const ended = JSON.stringify(samples['meeting.ended']);
  const chat = JSON.stringify(samples['chat.message']);
  const send = (name: string, packets: Packet[], channel?: 'unheard-of'): Forgery => ({
    name,
    async send() {
      for (const packet of packets) await scene.intruder.send(packet, channel);
      return null;
    },
  });
  return [
    ...Object.entries(samples).flatMap(([type, message]) =>
      disguise(scene, `control message ${type}`, (as) => userPacket(JSON.stringify(message), as)),
    ),
    ...foreignTopics.map((topic) =>
      send(`control message on topic "${topic}"`, [userPacket(ended, undefined, topic)]),
    ),
    send('control message as a text stream', streamOf({ topic: controlTopic, text: chat })),
    send('control message as a byte stream', streamOf({ topic: controlTopic, text: chat, bytes: true })),
    send('control message on a channel of its own', [userPacket(ended)], 'unheard-of'),
    send('control message cut off', [userPacket(chat.slice(0, -20))]),
    send('control message of 60 kB', [userPacket(`${chat.slice(0, -1)}, "x": "${'x'.repeat(59_000)}"}`)]),
    ...foreignTopics.map((topic) =>
      send(`text stream on topic "${topic}"`, streamOf({ topic, text: planted })),
    ),
    ...disguise(scene, 'chat packet of LiveKit', () => ({
      value: { case: 'chatMessage', value: new ChatMessage({ id: 'planted', message: planted }) },
    })),
    ...disguise(scene, 'transcription packet of LiveKit', () => ({
      value: { case: 'transcription', value: transcription(scene) },
    })),
  ];
}

function userPacket(
  text: string,
  as: Sender = { identity: '', sid: '' },
  topic: string = controlTopic,
): Packet {
  const value = new UserPacket({
    topic,
    payload: new TextEncoder().encode(text),
    participantIdentity: as.identity,
    participantSid: as.sid,
  });
  return { value: { case: 'user', value } };
}

function transcription({ victim }: Scene): Transcription {
  return new Transcription({
    transcribedParticipantIdentity: victim.identity,
    trackId: 'TR_planted',
    segments: [{ id: 'planted', text: planted, final: true, language: 'en' }],
  });
}
