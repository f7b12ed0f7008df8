/**
 * A summary by rules: sentences that were said, chosen and tidied, never made up. It has the shape that language
 * models are asked for, and cites the lines of every item.
 */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { summaryLimits, type WrittenSummary } from '../../../../lib/summary.ts';
import type { SummaryBrief } from '../../../../lib/summary-brief.ts';
import { chooseSentences, type Likeness, weighSentences } from './choose-sentences.ts';
import { cutTopics } from './cut-topics.ts';
import { findDecisions } from './find-decisions.ts';
import { findNumbers } from './find-numbers.ts';
import { findQuestions } from './find-questions.ts';
import { findTasks } from './find-tasks.ts';
import type { Findings, Section } from './findings.ts';
import { cutSentences, type Sentence } from './sentences.ts';
import { wordSentence } from './word-sentences.ts';
import { writeOverview } from './write-overview.ts';

/** One unit vector of a text. */
export type Embed = (text: string) => Promise<Float32Array>;

/** Sentences of a section that are compared by meaning; the others are told apart by their words alone. */
const comparedSentences = 4;
/** Of a section with many sentences two are shown. */
const longSection = 8;
/** Sentences of the overview that stand for a meeting without decisions and tasks. */
const tellingSentences = 3;

export async function writeSummary(
  { brief, lines }: { brief: SummaryBrief; lines: readonly BriefLine[] },
  embed: Embed,
): Promise<WrittenSummary> {
  const found = findAll(brief, lines);
  const { sentences, decisions, tasks, questions } = found;
  const weigh = weighSentences(sentences);
  const sections: Section[] = found.topics.map(({ title, sentences: about }) => ({
    title,
    sentences: about,
  }));
  const candidates = sections.map((section) => best(section.sentences, weigh, comparedSentences));
  const likeness = await compareAll(candidates.flat(), embed);
  const chosen = candidates.map((each, i) =>
    chooseSentences(each, {
      weigh,
      likeness,
      count: (sections[i]?.sentences.length ?? 0) > longSection ? 2 : 1,
    }),
  );
  const telling = decisions.length + tasks.length > 1 ? 1 : tellingSentences;
  const pool = candidates.length > 0 ? candidates.flat() : sentences.slice(0, 200);
  return {
    overview: writeOverview(found, chooseSentences(pool, { weigh, likeness, count: telling })),
    topics: sections.map(({ title }, i) => ({
      title,
      text: (chosen[i] ?? []).map(wordSentence).join(' '),
      lines: cite((chosen[i] ?? []).flatMap((sentence) => sentence.lines)),
    })),
    decisions: decisions
      .map(({ text, lines: cited }) => ({ text, lines: cite(cited) }))
      .slice(0, summaryLimits.items),
    tasks: tasks
      .map(({ text, owner, due, quote, lines: cited }) => ({ text, owner, due, quote, lines: cite(cited) }))
      .slice(0, summaryLimits.items),
    questions: questions
      .map(({ text, lines: cited }) => ({ text, lines: cite(cited) }))
      .slice(0, summaryLimits.items),
    numbers: findNumbers(sentences).map(({ text, lines: cited }) => ({ text, lines: cite(cited) })),
  };
}

function findAll(brief: SummaryBrief, lines: readonly BriefLine[]): Findings {
  const { persona, startedAt, timeZone } = brief;
  const people = [...new Set([...brief.people, ...lines.map(({ speaker }) => speaker)])].filter(
    (name) => name !== persona,
  );
  const sentences = cutSentences(lines, { persona, people });
  const decisions = findDecisions(sentences);
  return {
    brief,
    sentences,
    topics: cutTopics(sentences),
    decisions,
    tasks: findTasks({ sentences, people, clock: { now: startedAt, timeZone } }),
    questions: findQuestions(sentences, decisions),
  };
}

const cite = (lines: readonly BriefLine[]): string[] => [
  ...new Set(lines.map(({ epoch, seq }) => `${epoch}.${seq}`)),
];

const best = (
  sentences: readonly Sentence[],
  weigh: (sentence: Sentence) => number,
  count: number,
): Sentence[] =>
  sentences
    .filter((each) => weigh(each) > 0)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, count);

async function compareAll(sentences: readonly Sentence[], embed: Embed): Promise<Likeness> {
  const vectors = new Map<Sentence, Float32Array>();
  for (const sentence of sentences) vectors.set(sentence, await embed(sentence.said));
  return (a, b) => {
    const [one, other] = [vectors.get(a), vectors.get(b)];
    return one && other ? one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0) : 0;
  };
}
