import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseTimeline, type Timeline } from '../../e2e/rehearsal/timeline.ts';

const questionSchema = z.object({
  question: z.string().min(1),
  /** Indexes of utterances that answer it; empty where the meeting does not say. */
  lines: z.array(z.int()),
  answerable: z.boolean(),
});
export type AskedQuestion = z.infer<typeof questionSchema>;

/** Reads `timeline.json` and `questions.json`; no sound is needed. Throws an `Error` with all that is wrong. */
export async function readAskFolder(
  folder: string,
): Promise<{ timeline: Timeline; questions: AskedQuestion[] }> {
  const [timelineText, questionsText] = await Promise.all(
    ['timeline.json', 'questions.json'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  const timeline = parseTimeline(timelineText ?? '');
  const questions = z
    .array(questionSchema)
    .min(1)
    .parse(JSON.parse(questionsText ?? ''));
  const known = new Set(timeline.utterances.map(({ index }) => index));
  const wrong = questions.filter(
    ({ lines, answerable }) => answerable !== lines.length > 0 || lines.some((line) => !known.has(line)),
  );
  if (wrong.length > 0) {
    const list = wrong.map(({ question }) => `  - ${question}`).join('\n');
    throw new Error(`These questions name no line, or one that the timeline does not have:\n${list}`);
  }
  return { timeline, questions };
}
