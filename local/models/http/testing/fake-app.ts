/** The app on threads that answer at once and remember what they were asked. */
import { z } from 'zod';
import { createLogger } from '../../../../lib/logger.ts';
import { encodePcm16, wavHeader } from '../../audio/wav.ts';
import type { Stretch, StretchText } from '../../speech-to-text/transcriber.ts';
import type { JobOptions, ModelThread } from '../../threads/model-thread.ts';
import type { TextJob, TextResult } from '../../threads/text-thread.ts';
import type { VoiceJob, VoiceResult } from '../../threads/voice-thread.ts';
import { createApp } from '../app.ts';

export interface FakeThread<Input, Output> extends ModelThread<Input, Output> {
  jobs: { input: Input; options: JobOptions }[];
}

export function createFakeThread<Input, Output>(
  work: (input: Input, turn: number) => Output | Promise<Output>,
  ready = true,
): FakeThread<Input, Output> {
  const jobs: FakeThread<Input, Output>['jobs'] = [];
  return {
    jobs,
    ready,
    waiting: 0,
    start: async () => {},
    async run(input, options) {
      options.signal.throwIfAborted();
      jobs.push({ input, options });
      return work(input, jobs.length);
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Hears a word in every other stretch, and asks for the next one 10 s later. */
export const hear = ({ isLast }: Stretch, turn: number): StretchText => ({
  text: turn % 2 === 1 ? `word ${turn}` : '',
  startSeconds: 0.5,
  endSeconds: 1,
  resumeAtFrame: isLast ? 1e9 : 10 * 8_000,
});

const speak = ({ sentence }: VoiceJob): VoiceResult => new TextEncoder().encode(`${sentence}|`);

/** Says what was asked last. */
export function readText(job: TextJob): TextResult {
  if (job.kind === 'read') return { kind: 'read' };
  if (job.kind === 'summarise') return { kind: 'summarise', summary: null };
  if (job.kind === 'chat') {
    return { kind: 'chat', turn: { kind: 'say', text: job.messages.at(-1)?.content ?? '' }, unread: [] };
  }
  const embeddings = job.texts.map((text) => ({ vector: Float32Array.of(text.length, 0.5), tokens: 3 }));
  return { kind: 'embed', embeddings };
}

export function openApp({
  ready = true,
  base = createFakeThread(hear, ready),
  voice = createFakeThread(speak),
  text = createFakeThread(readText),
} = {}) {
  const tiny = createFakeThread(hear, ready);
  const app = createApp({ base, tiny, voice, text, logger: createLogger('test', 'silent') });
  return { app, base, tiny, voice, text };
}

export function wavOf(seconds: number): File {
  const pcm = encodePcm16(new Float32Array(seconds * 8_000));
  return new File([wavHeader(8_000, pcm.length), pcm], 'audio.wav');
}

export function formOf(fields: Record<string, string | File>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: 'POST', body };
}

export const json = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
export const errorSchema = z.object({
  error: z.object({ message: z.string(), type: z.string(), code: z.string(), param: z.null() }),
});
