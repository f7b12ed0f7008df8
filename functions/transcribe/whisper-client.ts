/** Speech to text of pieces of a recording, by either kind of server that `WHISPER_*` can name. */
import { NonRetriableError, RetryAfterError } from 'inngest';
import { z } from 'zod';
import type { WhisperServer } from '../../lib/config.ts';
import { type FormAnswer, postForm } from './post-form.ts';
import type { SpokenPart } from './revise-lines.ts';

export interface WhisperClient {
  /** Parts of speech, in milliseconds of the given sound: 16-bit mono at 16 kHz, 10 minutes at most. */
  transcribe(sound: Int16Array, language: string): Promise<SpokenPart[]>;
}

/** A small machine takes as long for speech as it lasts, and others wait in front of it. */
const timeoutMs = 60 * 60_000;
export const sampleRate = 16_000;

/** Thrown where the server takes no request of this size. */
export class SoundTooLongError extends NonRetriableError {
  override readonly name = 'SoundTooLongError';
}

const answerSchema = z.object({
  segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
});

export function createWhisperClient(server: WhisperServer): WhisperClient {
  return {
    async transcribe(sound, language) {
      const file = new Blob([wavOf(sound)], { type: 'audio/wav' });
      const answer = await send(server, file, language.split('-')[0] ?? 'en');
      const { segments } = answerSchema.parse(JSON.parse(answer));
      return segments.map(({ start, end, text }) => ({
        startMs: Math.round(start * 1_000),
        endMs: Math.round(end * 1_000),
        text: text.trim(),
      }));
    },
  };
}

async function send(server: WhisperServer, file: Blob, language: string): Promise<string> {
  const form = new FormData();
  const signal = AbortSignal.timeout(timeoutMs);
  if (server.kind === 'asr-webservice') {
    form.set('audio_file', file, 'speech.wav');
    const query = new URLSearchParams({ task: 'transcribe', output: 'json', encode: 'false', language });
    return checked(await postForm(`${server.url}/asr?${query}`, { form, signal }));
  }
  form.set('file', file, 'speech.wav');
  form.set('model', server.model);
  form.set('language', language);
  form.set('response_format', 'verbose_json');
  const headers: Record<string, string> = server.apiKey ? { authorization: `Bearer ${server.apiKey}` } : {};
  return checked(await postForm(`${server.baseUrl}/audio/transcriptions`, { form, signal, headers }));
}

/** A refusal that will be the same next time ends the function; a busy server says when to come back. */
function checked({ status, headers, text }: FormAnswer): string {
  if (status >= 200 && status < 300) return text;
  const problem = `speech to text answers ${status}: ${text.slice(0, 300)}`;
  if (status === 413) throw new SoundTooLongError(problem);
  if (status === 429 || status === 503) {
    throw new RetryAfterError(problem, retryAfterMs(headers['retry-after'], Date.now()) ?? 20_000);
  }
  if (status >= 400 && status < 500 && status !== 408) throw new NonRetriableError(problem);
  throw new Error(problem);
}

/** Of a `Retry-After` header (RFC 9110, 10.2.3): seconds, or a date. Null when it says nothing of use. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return ms > 0 ? ms : null;
}

/** RIFF with 16-bit PCM, as every such server reads it. */
function wavOf(sound: Int16Array): ArrayBuffer {
  const header = Buffer.alloc(44);
  const bytes = sound.length * 2;
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(bytes, 40);
  const wav = new Uint8Array(44 + bytes);
  wav.set(header);
  wav.set(new Uint8Array(sound.buffer, sound.byteOffset, bytes), 44);
  return wav.buffer;
}
