/**
 * A summary by rules: sentences that were said, chosen and tidied, never made up. It has the shape that language
 * models are asked for, and cites the lines of every item.
 */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import type { WrittenSummary } from '../../../../lib/summary.ts';
import type { SummaryBrief } from '../../../../lib/summary-brief.ts';
import { summaryLimits } from '../../../../lib/summary-choice.ts';
import { arrange } from './arrange.ts';
import { chooseSentences, weighSentences } from './choose-sentences.ts';
import { cutTopics } from './cut-topics.ts';
import { findDecisions } from './find-decisions.ts';
import { findNumbers } from './find-numbers.ts';
import { findQuestions } from './find-questions.ts';
import { findTasks } from './find-tasks.ts';
import type { Findings } from './findings.ts';
import { cutSentences, type Sentence } from './sentences.ts';
import { createVectors, type Embed, type Vectors } from './vectors.ts';
import { writeOverview } from './write-overview.ts';
import { bestOf, type SectionText, writeSection } from './write-section.ts';

/** Sentences of the overview beside decisions and tasks: one, or more where there are none. */
const tellingSentences = { busy: 1, calm: 3 };
/** The others are told apart by their words alone. */
const comparedSentences = 12;

export async function writeSummary(
  { brief, lines }: { brief: SummaryBrief; lines: readonly BriefLine[] },
  embed: Embed,
): Promise<WrittenSummary> {
  const found = findAll(brief, lines);
  const vectors = createVectors(embed);
  const weigh = weighSentences(found.sentences);
  const { opening, sections } = await arrange(found, vectors);
  const written: SectionText[] = [];
  for (const section of sections.slice(0, summaryLimits.items)) {
    written.push(await writeSection(section, weigh, vectors));
  }
  const telling = await chooseTelling(found, { written, weigh, vectors });
  return {
    overview: writeOverview(opening, found, telling),
    topics: written
      .filter(({ text }) => text !== '')
      .map(({ title, text, lines: cited }) => ({ title, text, lines: cite(cited) })),
    decisions: citeAll(found.decisions, ({ text }) => ({ text })),
    tasks: citeAll(found.tasks, ({ text, owner, due, quote }) => ({ text, owner, due, quote })),
    questions: citeAll(found.questions, ({ text }) => ({ text })),
    numbers: citeAll(findNumbers(found.sentences), ({ text }) => ({ text })),
  };
}

function findAll(brief: SummaryBrief, lines: readonly BriefLine[]): Findings {
  const { persona, startedAt, timeZone } = brief;
  const speakers = [...new Set(lines.map(({ speaker }) => speaker))].filter((name) => name !== persona);
  const people = [...new Set([...brief.people, ...speakers])].filter((name) => name !== persona);
  const sentences = cutSentences(lines, { persona, people });
  const decisions = findDecisions(sentences);
  const tasks = findTasks({ sentences, people, clock: { now: startedAt, timeZone } });
  return {
    brief,
    speakers,
    sentences,
    topics: cutTopics(sentences),
    decisions,
    tasks,
    questions: findQuestions(sentences, { decisions, tasks }),
  };
}

interface Choice {
  written: readonly SectionText[];
  weigh: (sentence: Sentence) => number;
  vectors: Vectors;
}

/** Sentences for the overview that no decision and no task has already. */
async function chooseTelling(
  { sentences, decisions, tasks }: Findings,
  { written, weigh, vectors }: Choice,
): Promise<Sentence[]> {
  const listed = new Set([...decisions, ...tasks].flatMap(({ lines }) => lines));
  const isFree = ({ asks, lines }: Sentence) => !asks && !lines.some((line) => listed.has(line));
  const chosen = written.flatMap((section) => section.chosen);
  const pool = bestOf((chosen.length > 0 ? chosen : sentences).filter(isFree), weigh, comparedSentences);
  await vectors.read(pool.map(({ said }) => said));
  return chooseSentences(pool, {
    weigh,
    likeness: (a, b) => vectors.likeness(a.said, b.said),
    count: decisions.length + tasks.length > 1 ? tellingSentences.busy : tellingSentences.calm,
  });
}

function citeAll<Item extends { lines: readonly BriefLine[] }, Written>(
  items: readonly Item[],
  write: (item: Item) => Written,
): (Written & { lines: string[] })[] {
  return items.slice(0, summaryLimits.items).map((item) => ({ ...write(item), lines: cite(item.lines) }));
}

const cite = (lines: readonly BriefLine[]): string[] => [
  ...new Set(lines.map(({ epoch, seq }) => `${epoch}.${seq}`)),
];
