/** What is kept of a model's answer: text of bounded length, lines that exist, people who were there. */
import type { LineRef } from '../../lib/assistant-messages.ts';
import type { Summary, WrittenSummary } from '../../lib/summary.ts';
import { summaryLimits } from '../../lib/summary-choice.ts';
import { cleanParagraphs, cleanText } from '../../lib/text.ts';
import { matchOwner } from './match-owner.ts';

/** Characters of an item, and of the overview. */
const mostText = 1_000;
const mostOverview = 4_000;
/** Lines that one item may name. */
const mostLines = 20;

interface Source {
  /** Everything that was said. */
  lines: readonly (LineRef & { text: string })[];
  /** Names of those who were there. */
  people: readonly string[];
}

export interface Settled {
  content: Summary;
  /** Citations of lines that do not exist. */
  droppedCitations: number;
}

/** Items that are left without any line are left out: nobody could check them. The overview is of all lines. */
export function settleSummary(written: WrittenSummary, { lines, people }: Source): Settled {
  const texts = new Map(lines.map((line) => [keyOf(line), line.text]));
  let droppedCitations = 0;

  const cite = (cited: readonly string[]): LineRef[] => {
    const refs = new Map<string, LineRef>();
    for (const each of cited) {
      const ref = readCitation(each);
      if (ref && texts.has(keyOf(ref))) refs.set(keyOf(ref), ref);
      else droppedCitations += 1;
    }
    return [...refs.values()].slice(0, mostLines);
  };
  const settle = <T extends { text: string; lines: string[] }>(items: readonly T[]) =>
    items
      .map(({ lines: cited, ...item }) => ({
        ...item,
        text: cleanText(item.text, mostText),
        lines: cite(cited),
      }))
      .filter((item) => item.text !== '' && item.lines.length > 0)
      .slice(0, summaryLimits.items);

  const content: Summary = {
    overview: cleanParagraphs(written.overview, mostOverview),
    topics: settle(written.topics).map((topic) => ({ ...topic, title: cleanText(topic.title, mostText) })),
    decisions: settle(written.decisions),
    tasks: settle(written.tasks).map((task) => ({
      ...task,
      owner: matchOwner(task.owner, people),
      quote: quoteOf(
        cleanText(task.quote, mostText),
        task.lines.map((line) => texts.get(keyOf(line)) ?? ''),
      ),
    })),
    questions: settle(written.questions),
    numbers: settle(written.numbers),
  };
  return { content, droppedCitations };
}

const keyOf = ({ epoch, seq }: LineRef): string => `${epoch}.${seq}`;

/** `1.12`, also in the brackets of an answer in a meeting. */
function readCitation(text: string): LineRef | null {
  const [, epoch, seq] = /^\[?(\d{1,9})\.(\d{1,9})\]?$/.exec(text.trim()) ?? [];
  return epoch === undefined || seq === undefined ? null : { epoch: Number(epoch), seq: Number(seq) };
}

/** The words if somebody said them in one of the lines; else the first of the lines. */
function quoteOf(quote: string, lines: readonly string[]): string {
  const words = wordsOf(quote);
  const isSaid = words !== '' && lines.some((line) => wordsOf(line).includes(words));
  return isSaid ? quote : cleanText(lines[0] ?? '', mostText);
}

/** With a space around each word, so that no half word is found. */
function wordsOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}
