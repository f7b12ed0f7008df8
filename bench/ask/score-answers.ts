/** How well questions were answered, as a report. */
import type { AskedQuestion } from './read-ask-folder.ts';

export interface AskedAnswer {
  asked: AskedQuestion;
  /** Timeline indexes of the citations, each once, in the order of the answer. */
  cited: number[];
  found: boolean;
}

/** Citations that are looked at. */
const firstCitations = 3;
/** Share of answerable questions with a right line among the first citations. */
const goal = 0.9;

export interface AskScore {
  lines: string[];
  reached: boolean;
}

export function scoreAnswers(answers: readonly AskedAnswer[]): AskScore {
  const answerable = answers.filter(({ asked }) => asked.answerable);
  const others = answers.filter(({ asked }) => !asked.answerable);
  const missed = answerable.filter(
    ({ asked, cited }) => !cited.slice(0, firstCitations).some((line) => asked.lines.includes(line)),
  );
  const answered = others.filter(({ found }) => found);
  const reached = missed.length <= answerable.length * (1 - goal) + 1e-9;
  const right = share(answerable.length - missed.length, answerable.length);
  const refused = share(others.length - answered.length, others.length);
  return {
    lines: [
      ...missed.map(
        ({ asked, cited, found }) =>
          `missed: ${asked.question} (${list(asked.lines)}; ${found ? `cited ${list(cited)}` : 'refused'})`,
      ),
      ...answered.map(({ asked, cited }) => `not refused: ${asked.question} (cited ${list(cited)})`),
      `right line in the first ${firstCitations} citations: ${right}; goal: at least ${goal * 100} %, ${reached ? 'reached' : 'NOT reached'}`,
      `unanswerable questions refused: ${refused}`,
    ],
    reached,
  };
}

const list = (lines: readonly number[]) =>
  `${lines.length === 1 ? 'line' : 'lines'} ${lines.length === 0 ? 'none' : lines.join(', ')}`;

function share(count: number, all: number): string {
  return all === 0 ? 'there are none' : `${count} of ${all} (${((100 * count) / all).toFixed(1)} %)`;
}
