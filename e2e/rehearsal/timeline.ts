import { z } from 'zod';

const utterance = z.object({
  index: z.int().min(0),
  speaker: z.string().min(1),
  /** Name of a WAV beside `timeline.json`. */
  file: z.string().min(1),
  startMs: z.number().min(0),
  durationMs: z.number().min(0),
  text: z.string(),
});

const timeline = z.object({
  title: z.string(),
  sampleRate: z.int().min(8_000).max(192_000),
  speakers: z.record(z.string(), z.object({ name: z.string().min(1), email: z.email().optional() })),
  totalMs: z.number().min(0),
  utterances: z.array(utterance).min(1),
});

export type Timeline = z.infer<typeof timeline>;
export type Utterance = z.infer<typeof utterance>;

/** Parses the text of a `timeline.json`. Throws an `Error` with every problem in its message, one line each. */
export function parseTimeline(text: string): Timeline {
  const parsed = timeline.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues
        .map((issue) => `${issue.path.join('.') || 'timeline'}: ${issue.message}`)
        .join('\n'),
    );
  }
  const { speakers, utterances } = parsed.data;
  const strangers = new Set(
    utterances.map((line) => line.speaker).filter((id) => !Object.hasOwn(speakers, id)),
  );
  if (strangers.size > 0)
    throw new Error(`utterances of ${[...strangers].join(', ')}, who is not among the speakers`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('is not JSON', { cause: error });
  }
}
