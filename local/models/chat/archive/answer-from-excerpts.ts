/** Answers a question about meetings with the lines that answer it, word for word; nothing when they do not. */
import { type ArchiveBrief, type ExcerptLine, notInMeetings } from '../../../../lib/archive-brief.ts';
import { wordsOf } from '../../../../lib/search-words.ts';
import { readQuestion } from '../answers/find-answer.ts';
import { quote } from '../answers/quote.ts';
import { type ReadLine, readLines } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import { gatherEvidence, isAnswer } from './judge-answer.ts';
import { rankLines } from './rank-lines.ts';
import { namesIn, pairText } from './read-features.ts';

/** The vector of a text, of length 1. */
type Embed = (text: string) => Promise<Float32Array>;

const quotedLines = 3;
/** Lines around the best one whose words still belong to it. */
const around = { before: 3, behind: 1 };

export async function answerFromExcerpts(
  { brief, lines }: { brief: ArchiveBrief; lines: readonly ExcerptLine[] },
  embed: Embed,
): Promise<string> {
  const read = readExcerpts(lines);
  const { asked } = brief;
  const likeness = await compareAll(embed, [
    asked,
    ...read.flatMap((line) => [line.line.text, pairText(line, read[line.at - 1])]),
  ]);
  const counts = countTerms(brief, read);
  const question = {
    ...readQuestion(asked, read),
    weight: (term: string) => Math.log(1 + (brief.lines + 1) / ((counts.get(term) ?? 0) + 1)),
    likeness: (text: string) => likeness(asked, text),
    names: namesIn(asked),
  };
  const ranked = rankLines(read, question);
  const [best] = ranked;
  if (!best) return notInMeetings;
  const weakest = await findWeakest(asked, wordsAround(best.line, read), embed);
  const said = (term: string) => (counts.get(term) ?? 0) > 0;
  if (!isAnswer(gatherEvidence(ranked, question, { said, weakest }))) return notInMeetings;
  return ranked
    .slice(0, quotedLines)
    .map(({ line }) => quote(line))
    .join('\n');
}

function readExcerpts(lines: readonly ExcerptLine[]): ReadLine[] {
  const brief = lines.map(({ excerpt, line, at, speaker, text }) => ({
    epoch: excerpt,
    seq: line,
    atMs: Date.parse(at),
    speaker,
    text,
  }));
  return readLines(brief, '');
}

/** In how many lines of everything that may be read each term is, as far as it is known. */
function countTerms({ words }: ArchiveBrief, read: readonly ReadLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms, line } of read) {
    for (const term of new Set([...terms, ...termsOf(line.speaker)]))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  for (const { word, lines } of words) {
    for (const term of termsOf(word)) counts.set(term, Math.max(counts.get(term) ?? 0, lines));
  }
  return counts;
}

function wordsAround({ at }: ReadLine, read: readonly ReadLine[]): string[] {
  return read
    .slice(Math.max(0, at - around.before), at + around.behind + 1)
    .flatMap(({ line }) => tellingWords(`${line.text} ${line.speaker}`));
}

/** The lowest, over the words of the question, of the highest likeness to a word around the answer. */
async function findWeakest(asked: string, around: readonly string[], embed: Embed): Promise<number> {
  const words = tellingWords(asked);
  const likeness = await compareAll(embed, [...words, ...around]);
  const terms = new Set(around.flatMap(termsOf));
  const nearest = words.map((word) =>
    termsOf(word).every((term) => terms.has(term))
      ? 1
      : Math.max(0, ...around.map((other) => likeness(word, other))),
  );
  return nearest.length === 0 ? 0 : Math.min(...nearest);
}

const tellingWords = (text: string): string[] =>
  wordsOf(text).flatMap(({ word }) => (termsOf(word).length > 0 ? [word] : []));

/** Likeness of any two of the texts, -1 to 1. */
async function compareAll(embed: Embed, texts: readonly string[]): Promise<(a: string, b: string) => number> {
  const vectors = new Map<string, Float32Array>();
  for (const text of texts) {
    if (!vectors.has(text)) vectors.set(text, await embed(text));
  }
  return (a, b) => {
    const [x, y] = [vectors.get(a), vectors.get(b)];
    return x && y ? x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0) : 0;
  };
}
