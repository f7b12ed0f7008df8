/** `POST /v1/audio/transcriptions` as OpenAI documents it, for WAV files in English. */
import { Hono } from 'hono';
import { z } from 'zod';
import { parseWav } from '../audio/wav.ts';
import { type TranscriptSegment, transcribeRecording } from '../speech-to-text/transcribe-recording.ts';
import type { Stretch, StretchText } from '../speech-to-text/transcriber.ts';
import type { ModelThread } from '../threads/model-thread.ts';
import { ApiError } from './api-error.ts';
import { callerOf } from './caller.ts';
import { limitBody, megabyte } from './limit-body.ts';
import { parseOr400 } from './parse-or-400.ts';
import { readUpload } from './read-upload.ts';

export type SpeechThread = ModelThread<Stretch, StretchText>;

/** Four hours of 16-bit mono at 16 kHz. */
const maxMegabytes = 512;

const formSchema = z.object({
  file: z.instanceof(Uint8Array<ArrayBuffer>, { error: 'is missing: send a WAV file' }),
  fields: z.object({
    model: z.string({ error: 'is missing' }),
    language: z.string().optional(),
    response_format: z
      .enum(['json', 'verbose_json'], { error: 'must be json or verbose_json' })
      .default('json'),
    /** A hint that other models take; it changes nothing here. */
    prompt: z.string().optional(),
    temperature: z
      .string()
      .refine((value) => Number(value) === 0, 'must be 0: the local models do not sample')
      .optional(),
    stream: z.literal('false', { error: 'is not supported: send requests as someone speaks' }).optional(),
  }),
});

/** `threads` by the model names that clients use. */
export function transcriptionRoutes(threads: ReadonlyMap<string, SpeechThread>) {
  const routes = new Hono();
  routes.post('/audio/transcriptions', limitBody(maxMegabytes), async (c) => {
    const { file, fields } = parseOr400(formSchema, await readUpload(c, maxMegabytes * megabyte));
    const thread = threads.get(fields.model);
    if (!thread) {
      const names = [...threads.keys()].join(', ');
      throw new ApiError(404, 'model_not_found', `There is no model "${fields.model}"; there are ${names}.`);
    }
    requireEnglish(fields.language);
    const wav = parseWav(file);
    const segments = await Array.fromAsync(
      transcribeRecording(wav, thread, { caller: callerOf(c), signal: c.req.raw.signal }),
    );
    const text = segments.map((segment) => segment.text).join(' ');
    if (fields.response_format === 'json') return c.json({ text });
    const duration = wav.frames / wav.sampleRate;
    return c.json({
      task: 'transcribe',
      language: 'english',
      duration,
      text,
      segments: segments.map(toOpenAi),
    });
  });
  return routes;
}

function requireEnglish(language: string | undefined): void {
  if (!language || /^(en([-_].*)?|english)$/i.test(language)) return;
  throw new ApiError(
    400,
    'unsupported_language',
    `The local models understand English only, not "${language}"; set STT_BASE_URL to a server that does.`,
  );
}

function toOpenAi({ startSeconds, endSeconds, text }: TranscriptSegment, id: number) {
  return { id, start: Number(startSeconds.toFixed(3)), end: Number(endSeconds.toFixed(3)), text };
}
