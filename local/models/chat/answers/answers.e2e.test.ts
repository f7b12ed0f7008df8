import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../../lib/assistant-brief.ts';
import { loadEmbedder } from '../../embeddings/embedder.ts';
import { fetchModels } from '../../fetch-models.ts';
import { createTextComparer } from '../compare-texts.ts';
import { respond } from '../respond.ts';
import { exampleMeetings } from '../testing/meetings.ts';
import { askedWith, transcript } from '../testing/transcript.ts';

const folder = fileURLToPath(new URL('../../../../.parley/models', import.meta.url));

describe('answers with the real embeddings', () => {
  it('cite the right line for nine of ten questions, and refuse nine of ten that were not answered', async () => {
    const { embeddings } = await fetchModels({ folder });
    // Time stands still: every line is read, however slow the machine is.
    const { compare } = createTextComparer(await loadEmbedder(embeddings), () => 0);
    const wrong = { answerable: [] as string[], unanswerable: [] as string[] };
    const count = { answerable: 0, unanswerable: 0 };
    for (const { title, people, lines, questions } of exampleMeetings) {
      for (const { asker, question, line } of questions) {
        const kind = line === null ? 'unanswerable' : 'answerable';
        const turn = await respond(
          askedWith({
            request: question,
            lines: transcript(...lines.map(([speaker, text]) => `${speaker}: ${text}`)),
            brief: { meetingTitle: title, asker, people: people.map((name) => ({ name, present: true })) },
          }),
          compare,
        );
        const text = turn.kind === 'say' ? turn.text : turn.tool;
        const cited = findCitations(text).map(({ seq }) => seq);
        const isRight = line === null ? cited.length === 0 : [line].flat().some((seq) => cited.includes(seq));
        count[kind] += 1;
        if (!isRight) wrong[kind].push(`${question} -> ${text}`);
      }
    }
    expect(wrong.answerable.length / count.answerable, wrong.answerable.join('\n')).toBeLessThanOrEqual(0.1);
    expect(wrong.unanswerable.length / count.unanswerable, wrong.unanswerable.join('\n')).toBeLessThanOrEqual(
      0.1,
    );
  });
});
