import { describe, expect, it } from 'vitest';
import { notInMeetings } from '../../../../lib/archive-brief.ts';
import { wordsOf } from '../../../../lib/search-words.ts';
import { termsOf } from '../answers/terms.ts';
import { answerFromExcerpts } from './answer-from-excerpts.ts';

const meeting: [string, string][] = [
  ['Nora', 'Let us talk about the storage for the winter.'],
  ['Tariq', 'The hall in Altona is too small and the roof leaks.'],
  ['Paul', 'What does the depot in Wandsbek cost?'],
  ['Tariq', 'Nine euros fifty per square metre.'],
  ['Nora', 'And who cancels the hall?'],
  ['Greta', 'I can do that.'],
  ['Nora', 'Good. It is decided: we take the depot in Wandsbek.'],
];

/** Likeness by shared words: enough to see how the pieces work together. */
async function embed(text: string): Promise<Float32Array> {
  const vector = new Float32Array(512);
  for (const term of termsOf(text)) {
    let hash = 7;
    for (const letter of term) hash = (hash * 31 + letter.charCodeAt(0)) % vector.length;
    vector[hash] = 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function ask(asked: string): Promise<string> {
  const said = meeting.map(([speaker, text]) => termsOf(`${speaker} ${text}`));
  const words = wordsOf(asked).map(({ word }) => ({
    word,
    lines: said.filter((terms) => termsOf(word).some((term) => terms.includes(term))).length,
  }));
  const brief = {
    v: 1,
    request: 'archive',
    now: '2026-03-02T10:00:00Z',
    timeZone: 'UTC',
    asked,
    words,
    lines: 7,
  } as const;
  const lines = meeting.map(([speaker, text], at) => ({
    excerpt: 1,
    line: at + 1,
    meeting: 'Planning',
    at: '2026-03-02T09:00:00Z',
    speaker,
    text,
  }));
  return answerFromExcerpts({ brief, lines }, embed);
}

describe(answerFromExcerpts, () => {
  it.each([
    ['Why is the hall in Altona too small?', '[1.2]'],
    ['What does the depot in Wandsbek cost?', '[1.4]'],
    ['What was decided about the depot in Wandsbek?', '[1.7]'],
  ])('quotes the line that answers "%s" first', async (question, citation) => {
    const [first] = (await ask(question)).split('\n');
    expect(first).toContain(citation);
  });

  it('quotes three lines at most, each with its citation', async () => {
    const lines = (await ask('What does the depot in Wandsbek cost?')).split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/ \[1\.\d\]$/);
  });

  it.each(['Who won the football match in Bremen?', 'What is the salary of the director?'])(
    'refuses "%s"',
    async (question) => {
      expect(await ask(question)).toBe(notInMeetings);
    },
  );

  it('refuses where there is nothing', async () => {
    const brief = {
      ...{ v: 1 as const, request: 'archive' as const, now: '', timeZone: 'UTC' },
      ...{ asked: 'When?', words: [], lines: 0 },
    };
    expect(await answerFromExcerpts({ brief, lines: [] }, embed)).toBe(notInMeetings);
  });
});
