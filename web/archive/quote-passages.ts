/** The answer where no model is configured: the lines that have most of the question's words, as they stand. */
import { wordsOf } from '../../lib/search-words.ts';
import { matchesWord, type QuestionWord } from './question-words.ts';
import type { Retrieved } from './retrieve.ts';
import type { Statement } from './statements.ts';

const mostLines = 3;
/** Share of the question's words, rare ones counting more, that a line has to have. */
const enough = 0.5;

export function quotePassages({ excerpts, words }: Pick<Retrieved, 'excerpts' | 'words'>): Statement[] {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  return excerpts
    .flatMap(({ lines }, index) =>
      lines.map(({ text, speakerName }, at) => ({
        text: `${speakerName}: ${text}`,
        cited: [{ excerpt: index + 1, line: at + 1 }],
        share: shareOf(`${speakerName} ${text}`, words) / total,
      })),
    )
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostLines)
    .map(({ text, cited }) => ({ text, cited }));
}

function shareOf(text: string, words: readonly QuestionWord[]): number {
  const said = wordsOf(text);
  return words
    .filter((wanted) => said.some(({ word }) => matchesWord(word, wanted)))
    .reduce((sum, { weight }) => sum + weight, 0);
}
