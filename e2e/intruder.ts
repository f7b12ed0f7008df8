/** A participant with a valid token who sends what only the agent or the server may send. */
import { Room } from '@livekit/rtc-node';
import { controlTopic } from '../lib/control-messages.ts';
import { agentIdentity, captionTopic, epochOfIdentity, captionAttributes as key } from '../lib/messages.ts';
import { createApiClient } from './rehearsal/api-client.ts';

export interface Intruder {
  /** Sends every forgery it knows, with `words` as the text; returns how many it sent. */
  forgeEverything(words: string): Promise<number>;
  leave(): Promise<void>;
}

/** Joins a meeting by its code like anyone else. */
export async function joinAsIntruder(baseUrl: string, code: string, name: string): Promise<Intruder> {
  const api = createApiClient(baseUrl);
  const joined = await api.join(code, { name, email: 'eve@example.test' });
  const room = new Room();
  await room.connect(joined.serverUrl, joined.token, { autoSubscribe: false, dynacast: false });
  const meetingId = joined.meeting.id;

  const agent = () =>
    [...room.remoteParticipants.keys()].find((identity) => epochOfIdentity(meetingId, identity) !== null) ??
    agentIdentity(meetingId, 1);

  const attributes = (over: Record<string, string> = {}) => ({
    [key.segmentId]: `forged-${Math.random()}`,
    [key.final]: 'true',
    [key.trackSid]: 'TR_forged',
    [key.speaker]: joined.participantId,
    [key.speakerName]: 'Ana Ruiz',
    [key.epoch]: String(epochOfIdentity(meetingId, agent()) ?? 1),
    [key.seq]: '9999',
    [key.startMs]: '1000',
    [key.endMs]: '2000',
    [key.kind]: 'speech',
    ...over,
  });

  return {
    async forgeEverything(words) {
      const { localParticipant } = room;
      if (!localParticipant) throw new Error('not connected');
      const control = (message: object) => new TextEncoder().encode(JSON.stringify(message));
      const text = { [key.text]: words };
      const newer = { [key.epoch]: '999' };
      const forgeries: (() => Promise<unknown>)[] = [
        () => localParticipant.sendText(words, { topic: captionTopic, attributes: attributes(text) }),
        () =>
          localParticipant.sendText(words, {
            topic: captionTopic,
            attributes: attributes({ ...text, ...newer }),
          }),
        () =>
          localParticipant.sendText(words, {
            topic: captionTopic,
            attributes: attributes({ ...text, [key.final]: 'false' }),
          }),
        async () => {
          const writer = await localParticipant.streamText({
            topic: captionTopic,
            attributes: attributes(text),
            senderIdentity: agent(),
          });
          await writer.write(words);
          await writer.close();
        },
        ...[{ type: 'meeting.ended' }, { type: 'transcript.changed' }].map(
          (message) => () =>
            localParticipant.publishData(control(message), { reliable: true, topic: controlTopic }),
        ),
        () => localParticipant.publishData(control({ type: 'meeting.ended' }), { reliable: true }),
        () => localParticipant.setAttributes({ 'parley.state': 'listening', 'parley.consent': 'true' }),
        () => localParticipant.updateMetadata(JSON.stringify({ kind: 'AGENT' })),
      ];
      let sent = 0;
      for (const forge of forgeries) {
        // What the server refuses outright has been tried all the same.
        await Promise.race([
          forge().catch(() => undefined),
          new Promise((resolve) => setTimeout(resolve, 2_000)),
        ]);
        sent += 1;
      }
      return sent;
    },
    async leave() {
      await api.leave(joined).catch(() => undefined);
      await room.disconnect();
    },
  };
}
