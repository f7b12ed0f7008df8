/**
 * A participant without anything of Parley, in a process of its own as an agent job is: the baseline of what
 * LiveKit itself costs. It is told what to do over IPC and tells when it has done it.
 */
import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { quietLiveKit } from '../e2e/rehearsal/quiet-livekit.ts';
import { type BareOrder, bareTopic } from './bare-orders.ts';

quietLiveKit();
const room = new Room();

async function follow(order: BareOrder): Promise<void> {
  switch (order.type) {
    case 'connect': {
      if (order.hears) hearEveryone();
      await room.connect(order.url, order.token, { autoSubscribe: order.hears, dynacast: false });
      await room.localParticipant?.setAttributes(order.attributes);
      await publishSilence();
      process.send?.({ type: 'done' });
      return;
    }
    case 'send': {
      const attributes = { id: order.id, sentAtMs: String(nowMs()) };
      await room.localParticipant?.sendText(order.text, { topic: bareTopic, attributes });
      return;
    }
    case 'leave':
      await room.disconnect();
      process.exit(0);
      return;
    default:
      order satisfies never;
  }
}

function hearEveryone(): void {
  room.on(RoomEvent.TrackSubscribed, async (track) => {
    const frames = new AudioStream(track, { sampleRate: 16_000, numChannels: 1 }).getReader();
    while (!(await frames.read()).done);
  });
}

/** Participants without a track are announced to others up to 3 s late. */
async function publishSilence(): Promise<void> {
  const source = new AudioSource(16_000, 1);
  const track = LocalAudioTrack.createAudioTrack('silence', source);
  await room.localParticipant?.publishTrack(
    track,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
  );
  await source.captureFrame(new AudioFrame(new Int16Array(160), 16_000, 1, 160));
}

process.on('message', (order: BareOrder) => {
  follow(order).catch((error: unknown) => process.send?.({ type: 'failed', message: String(error) }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ type: 'done' });
