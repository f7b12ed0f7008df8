/** Speech-to-text behind one small interface: a segment's samples in, text out. */
import { APIStatusError } from '@livekit/agents';
import { STT } from '@livekit/agents-plugin-openai';
import { AudioFrame } from '@livekit/rtc-node';
import { limits } from '../lib/messages.ts';
import { cleanText } from '../lib/text.ts';
import { sampleRate } from './segmenter.ts';

export interface SpeechToText {
  /** Text of 16 kHz mono speech, empty when there is none. Rejects on failure or when the signal aborts. */
  recognize(samples: Int16Array, signal: AbortSignal): Promise<string>;
}

interface SpeechToTextOptions {
  baseUrl: string;
  apiKey: string;
  model: string;
  /** BCP 47 tag of the meeting. */
  language: string;
}

/** Any server with OpenAI's `audio/transcriptions`. */
export function createSpeechToText({ baseUrl, apiKey, model, language }: SpeechToTextOptions): SpeechToText {
  const stt = new STT({ baseURL: baseUrl, apiKey, model, language, useRealtime: false });
  // Without a listener the framework's emitter throws on the first failure.
  stt.on('error', () => undefined);
  return {
    async recognize(samples, signal) {
      // The plugin sends the frame's whole buffer, so the frame must own it.
      const owned = samples.byteLength === samples.buffer.byteLength ? samples : samples.slice();
      const event = await stt.recognize(new AudioFrame(owned, sampleRate, 1, owned.length), signal);
      return cleanText(event.alternatives?.[0]?.text ?? '', limits.line);
    },
  };
}

/** False when the server will refuse the same request again: a wrong key, a wrong model, a bad file. */
export function isWorthRetrying(error: unknown): boolean {
  const status =
    error instanceof APIStatusError
      ? error.statusCode
      : error instanceof Error && 'status' in error
        ? Number(error.status)
        : null;
  return status === null || status === 408 || status === 409 || status === 429 || status >= 500;
}
