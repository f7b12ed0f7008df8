/** Speech to text of pieces of a recording, by either kind of server that `WHISPER_*` can name. */
import { NonRetriableError, RetryAfterError } from 'inngest';
import { z } from 'zod';
import type { WhisperServer } from '../../lib/config.ts';
import type { SpokenPart } from './revise-lines.ts';

export interface WhisperClient {
  /** Parts of speech, in milliseconds of the given sound: 16-bit mono at 16 kHz, 10 minutes at most. */
  transcribe(sound: Int16Array, language: string): Promise<SpokenPart[]>;
}

/** A minute of sound takes a small machine about as long. */
const timeoutMs = 20 * 60_000;
export const sampleRate = 16_000;

const answerSchema = z.object({
  segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
});

export function createWhisperClient(server: WhisperServer): WhisperClient {
  return {
    async transcribe(sound, language) {
      const file = new Blob([wavOf(sound)], { type: 'audio/wav' });
      const answer = await send(server, file, language.split('-')[0] ?? 'en');
      const { segments } = answerSchema.parse(await answer.json());
      return segments.map(({ start, end, text }) => ({
        startMs: Math.round(start * 1_000),
        endMs: Math.round(end * 1_000),
        text: text.trim(),
      }));
    },
  };
}

async function send(server: WhisperServer, file: Blob, language: string): Promise<Response> {
  const form = new FormData();
  const signal = AbortSignal.timeout(timeoutMs);
  if (server.kind === 'asr-webservice') {
    form.set('audio_file', file, 'speech.wav');
    const query = new URLSearchParams({ task: 'transcribe', output: 'json', encode: 'false', language });
    return checked(await fetch(`${server.url}/asr?${query}`, { method: 'POST', body: form, signal }));
  }
  form.set('file', file, 'speech.wav');
  form.set('model', server.model);
  form.set('language', language);
  form.set('response_format', 'verbose_json');
  const headers = server.apiKey ? { authorization: `Bearer ${server.apiKey}` } : undefined;
  return checked(
    await fetch(`${server.baseUrl}/audio/transcriptions`, {
      method: 'POST',
      body: form,
      signal,
      ...(headers ? { headers } : {}),
    }),
  );
}

/** A refusal that will be the same next time ends the function; a busy server says when to come back. */
async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const text = (await answer.text().catch(() => '')).slice(0, 300);
  const problem = `speech to text answers ${answer.status}: ${text}`;
  const retryAfter = Number(answer.headers.get('retry-after'));
  if (answer.status === 429 || answer.status === 503) {
    throw new RetryAfterError(problem, retryAfter > 0 ? retryAfter * 1_000 : 20_000);
  }
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 408) {
    throw new NonRetriableError(problem);
  }
  throw new Error(problem);
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
