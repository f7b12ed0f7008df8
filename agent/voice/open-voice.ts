import { LLM } from '@livekit/agents-plugin-openai';
import type { Config } from '../../lib/config.ts';
import type { RoomMetadata } from '../../lib/messages.ts';
import { createVoice, type VoiceOptions } from './create-voice.ts';
import { createSpeechServer } from './speech-server.ts';
import type { Interruptible, Voice } from './voice.ts';
import type { VoiceTrack } from './voice-track.ts';

interface OpenVoiceOptions
  extends Omit<VoiceOptions, 'model' | 'speech' | 'source' | 'language' | 'speaker'> {
  config: Config;
  track: VoiceTrack;
  /** Of the AI participant in LiveKit. */
  identity: string;
  metadata: () => RoomMetadata;
}

/** The voice with the models that are configured, on the agent's track, under the name of the persona. */
export function openVoice(options: OpenVoiceOptions): Voice & Interruptible {
  const { config, track, identity, metadata } = options;
  const { meeting, persona } = metadata();
  const speech = config.voice && createSpeechServer(config.voice, meeting.id);
  speech?.setVoice(persona.voice);
  return createVoice({
    ...options,
    // A server without keys shares its turns by caller: each meeting is one.
    model:
      config.chat &&
      new LLM({
        baseURL: config.chat.baseUrl,
        apiKey: config.chat.apiKey ?? meeting.id,
        model: config.chat.model,
      }),
    speech,
    source: track.source,
    language: meeting.language,
    speaker: () => ({ identity, name: metadata().persona.name, trackSid: track.sid() }),
  });
}
