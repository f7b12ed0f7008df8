/** `POST /v1/audio/speech` as OpenAI documents it: one English voice, `pcm` streamed sentence by sentence. */
import { Hono } from 'hono';
import { z } from 'zod';
import { wavHeader } from '../audio/wav.ts';
import { splitSentences } from '../text-to-speech/sentences.ts';
import { spokenText } from '../text-to-speech/spoken-text.ts';
import { voiceRate } from '../text-to-speech/voice.ts';
import type { ModelThread } from '../threads/model-thread.ts';
import type { VoiceJob, VoiceResult } from '../threads/voice-thread.ts';
import { callerOf } from './caller.ts';
import { limitBody } from './limit-body.ts';
import { parseOr400, readJson } from './parse-or-400.ts';

export const speechModels = ['tts-en', 'tts-1'];

/** OpenAI's own bound. */
const maxCharacters = 4_096;

const requestSchema = z.object({
  model: z.enum(speechModels, { error: `must be ${speechModels.join(' or ')}` }),
  input: z.string().min(1, 'is empty').max(maxCharacters, `has more than ${maxCharacters} characters`),
  /** There is one voice; OpenAI's default name stands for it too. */
  voice: z.enum(['en-male', 'alloy'], { error: 'must be en-male, the only voice here' }).default('en-male'),
  response_format: z
    .enum(['pcm', 'wav'], { error: 'must be pcm (24 kHz, 16 bit, mono) or wav' })
    .default('wav'),
  speed: z.number().min(0.25).max(4).default(1),
});

export function speechRoutes(thread: ModelThread<VoiceJob, VoiceResult>) {
  const routes = new Hono();
  routes.post('/audio/speech', limitBody(1), async (c) => {
    const { input, response_format, speed } = parseOr400(requestSchema, await readJson(c));
    const sentences = splitSentences(spokenText(input));
    const gone = new AbortController();
    const signal = AbortSignal.any([c.req.raw.signal, gone.signal]);
    const pieces = speak(thread, sentences, speed, { caller: callerOf(c), signal });
    // The first sentence is spoken before the status goes out, so that a failure is still an error answer.
    const first = await pieces.next();
    if (response_format === 'pcm') {
      c.header('content-type', 'audio/pcm');
      return c.body(streamOf(first, pieces, gone));
    }
    const all = first.done ? [] : [first.value, ...(await Array.fromAsync(pieces))];
    const bytes = all.reduce((sum, piece) => sum + piece.length, 0);
    c.header('content-type', 'audio/wav');
    return c.body(Buffer.concat([wavHeader(voiceRate, bytes), ...all]));
  });
  return routes;
}

type Pcm = Uint8Array<ArrayBuffer>;

async function* speak(
  thread: ModelThread<VoiceJob, VoiceResult>,
  sentences: string[],
  speed: number,
  options: { caller: string; signal: AbortSignal },
): AsyncGenerator<Pcm> {
  for (const sentence of sentences) {
    yield await thread.run({ sentence, speed }, options);
  }
}

function streamOf(first: IteratorResult<Pcm>, rest: AsyncGenerator<Pcm>, gone: AbortController) {
  return new ReadableStream<Pcm>({
    start(controller) {
      if (first.done) controller.close();
      else controller.enqueue(first.value);
    },
    async pull(controller) {
      const next = await rest.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => gone.abort(),
  });
}
