/** A real room with the agent's ears and voice in it, someone with a microphone, and someone who listens. */
import { initializeLogger } from '@livekit/agents';
import * as silero from '@livekit/agents-plugin-silero';
import { Room, RoomEvent } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import pino from 'pino';
import { createCaptions } from '../../agent/captions.ts';
import { createMeetingEars } from '../../agent/meeting-ears.ts';
import { createSpeechToText } from '../../agent/speech-to-text.ts';
import type { UnnumberedLine } from '../../agent/transcript-log.ts';
import { createVoice } from '../../agent/voice/create-voice.ts';
import { createSpeechServer } from '../../agent/voice/speech-server.ts';
import type { Interruptible, Voice } from '../../agent/voice/voice.ts';
import { createVoiceTrack } from '../../agent/voice/voice-track.ts';
import { captionTopic, captionAttributes as key } from '../../lib/messages.ts';
import { nowMs } from '../rehearsal/clock.ts';
import { publishMicrophone } from '../rehearsal/microphone.ts';
import { createPlayback } from '../rehearsal/playback.ts';
import { hearEveryone, type Loudness } from './loudness.ts';

const sampleRate = 24_000;
/** Identities in the room. */
export const agent = 'ai-mtg-1';
export const person = 'par_ana';

export interface VoiceRoom extends AsyncDisposable {
  voice: Voice & Interruptible;
  /** What the one who listens hears. */
  loudness: Loudness;
  lines: UnnumberedLine[];
  /** Interim and final captions of the agent's own words, as the one who listens got them. */
  captions: { text: string; final: boolean; trackSid: string; speaker: string }[];
  /** Says something into the microphone. */
  speak(samples: Int16Array): Promise<void>;
}

export interface VoiceRoomOptions {
  livekit: { url: string; apiKey: string; apiSecret: string };
  /** Of speech to text, with the names of the local models. */
  modelsUrl: string;
  /** Of text to speech. */
  speechUrl: string;
}

export async function openVoiceRoom({ livekit, modelsUrl, speechUrl }: VoiceRoomOptions): Promise<VoiceRoom> {
  await using opened = new AsyncDisposableStack();
  initializeLogger({ pretty: false, level: 'silent' });
  const logger = pino({ level: 'silent' });
  const rooms = new RoomServiceClient(livekit.url.replace('ws', 'http'), livekit.apiKey, livekit.apiSecret);
  const name = `studio-${nowMs()}`;
  await rooms.createRoom({ name });
  const enter = async (room: Room, identity: string, kind: 'standard' | 'agent', hears: boolean) => {
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, {
      identity,
      attributes: { 'parley.consent': 'true' },
    });
    token.kind = kind;
    token.addGrant({ roomJoin: true, room: name, agent: kind === 'agent' });
    await room.connect(livekit.url, await token.toJwt(), { autoSubscribe: hears, dynacast: false });
    opened.defer(() => room.disconnect());
  };

  const startedAtMs = nowMs();
  const now = () => nowMs() - startedAtMs;
  const lines: UnnumberedLine[] = [];
  const agentRoom = new Room();
  const toScreens = createCaptions(
    { sendText: async (text, options) => agentRoom.localParticipant?.sendText(text, options) },
    1,
    logger,
  );
  const track = createVoiceTrack();
  const speech = createSpeechServer(
    { baseUrl: speechUrl, apiKey: null, model: 'tts-en', voice: 'alloy' },
    'mtg',
  );
  const voice = createVoice({
    model: null,
    speech,
    source: track.source,
    speaker: () => ({ identity: agent, name: 'Nova', trackSid: track.sid() }),
    language: 'en',
    now,
    onCaption: toScreens.showInterim,
    onLine(line) {
      lines.push(line);
      toScreens.showFinal({ ...line, epoch: 1, seq: lines.length });
    },
    onState: () => undefined,
    logger,
  });
  opened.defer(() => voice.close());
  const stt = { baseUrl: modelsUrl, apiKey: 'mtg', language: 'en' };
  const ears = createMeetingEars({
    room: agentRoom,
    vad: await silero.VAD.load(),
    final: createSpeechToText({ ...stt, model: 'moonshine-base' }),
    interim: createSpeechToText({ ...stt, model: 'moonshine-tiny' }),
    now,
    onLine(line) {
      lines.push(line);
      if (line.kind === 'speech') voice.hearWords(line.trackSid, line.text, line.startMs);
    },
    onInterim: ({ trackSid, text, startMs }) => {
      if (text !== '') voice.hearWords(trackSid, text, startMs);
    },
    onVoice: ({ trackSid }, voicedMs) => voice.hearVoice(trackSid, voicedMs),
    logger,
  });
  await enter(agentRoom, agent, 'agent', false);
  opened.defer(() => ears.close());
  await track.publish(agentRoom);
  ears.open();

  const listener = new Room();
  const captions: VoiceRoom['captions'] = [];
  const loudness = hearEveryone(listener);
  listener.registerTextStreamHandler(captionTopic, (reader) => {
    const { attributes = {} } = reader.info;
    captions.push({
      text: attributes[key.text] ?? '',
      final: attributes[key.final] === 'true',
      trackSid: attributes[key.trackSid] ?? '',
      speaker: attributes[key.speakerName] ?? '',
    });
    void reader.close();
  });
  const hears = new Promise((resolve) => listener.once(RoomEvent.TrackSubscribed, resolve));
  await enter(listener, 'par_ben', 'standard', true);
  await hears;
  const personRoom = new Room();
  await enter(personRoom, person, 'standard', false);
  const microphone = await publishMicrophone(personRoom, sampleRate);
  opened.defer(() => microphone.close());

  const resources = opened.move();
  return {
    voice,
    loudness,
    lines,
    captions,
    async speak(samples) {
      const totalMs = (samples.length / sampleRate) * 1_000;
      const utterance = { index: 1, speaker: 'ana', file: '', startMs: 0, durationMs: totalMs, text: '' };
      const utterances = [{ ...utterance, samples, voiced: null }];
      const playback = createPlayback({ title: '', sampleRate, speakers: [], totalMs, utterances }, 'ana');
      await microphone.play(playback, {
        startAtMs: nowMs(),
        onMark: () => undefined,
        signal: new AbortController().signal,
      });
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
