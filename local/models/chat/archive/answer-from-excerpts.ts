/** Answers a question about meetings with the lines that answer it, word for word; nothing when they do not. */
import { type ArchiveBrief, type ExcerptLine, notInMeetings } from '../../../../lib/archive-brief.ts';
import { readQuestion } from '../answers/find-answer.ts';
import { quote } from '../answers/quote.ts';
import { type ReadLine, readLines } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import { holdsDetail } from './holds-detail.ts';
import { gatherEvidence, isAnswer } from './judge-answer.ts';
import { neighbour } from './neighbour.ts';
import { rankLines } from './rank-lines.ts';
import { readDetail, subjectOf } from './read-detail.ts';
import { namesIn, pairText, type Question } from './read-features.ts';
import { shareAbout, wordsNear } from './share-about.ts';
import { tellingWords } from './telling-words.ts';

/** The vector of a text, of length 1. */
type Embed = (text: string) => Promise<Float32Array>;

const quotedLines = 3;

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
  const question: Question = {
    ...readQuestion(asked, read),
    weight: (term) => Math.log(1 + (brief.lines + 1) / ((counts.get(term) ?? 0) + 1)),
    likeness: (text) => likeness(asked, text),
    names: namesIn(asked),
  };
  const ranked = rankLines(read, question);
  const cited = ranked.slice(0, quotedLines).map(({ line }) => line);
  const evidence = gatherEvidence(ranked, question, {
    ...(await judgeBy(asked, question, { cited, read, embed })),
    cited: quotedLines,
    said: (term) => (counts.get(term) ?? 0) > 0,
  });
  return isAnswer(evidence) ? cited.map(quote).join('\n') : notInMeetings;
}

async function judgeBy(
  asked: string,
  { weight, terms }: Question,
  { cited, read, embed }: { cited: readonly ReadLine[]; read: readonly ReadLine[]; embed: Embed },
) {
  const words = tellingWords(asked);
  const likeness = await compareAll(embed, [...words, ...cited.flatMap((line) => wordsNear(line, read))]);
  const detail = readDetail(asked);
  const subject = { words: subjectOf(words, detail), weight, likeness };
  return {
    holds: (line: ReadLine) =>
      holdsDetail(line, neighbour(line, read, -1), { detail, words, terms, likeness }),
    about: (line: ReadLine) => shareAbout(line, read, subject),
  };
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
