import type { AssistantBrief } from '../../../../lib/assistant-brief.ts';
import { listDecisions } from './list-decisions.ts';
import { listOpenQuestions } from './list-open-questions.ts';
import { listPromises } from './list-promises.ts';
import { quote } from './quote.ts';
import type { ReadLine } from './read-lines.ts';
import { decisionStatement, listedDecision } from './word-decision.ts';

/** Lines that stand for a meeting in which nothing was decided, promised or asked. */
const centralLines = 3;

/** What happened so far: decisions, promises, open questions; else the lines that the others are most about. */
export function catchUp(lines: readonly ReadLine[], brief: AssistantBrief): string {
  if (lines.length === 0) return 'Nothing has been said yet.';
  const sections = sectionsOf(lines, brief);
  if (sections.length === 0) {
    const written = findCentral(lines).map(quote);
    return brief.spoken
      ? written.slice(0, 2).join(' ')
      : ['This is what it was about:', ...written.map((item) => `- ${item}`)].join('\n');
  }
  const written = sections.flatMap(({ title, items }) => [`${title}:`, ...items.map((item) => `- ${item}`)]);
  if (!brief.spoken) return written.join('\n');
  const [first] = sections;
  const counts = sections.map(({ one, many, items }) => `${items.length} ${items.length === 1 ? one : many}`);
  return [`So far: ${counts.join(', ')}. ${first?.items.at(-1) ?? ''}`, '', ...written].join('\n');
}

/** For a mail: the same without citations, which nobody could follow there. */
export function notesOf(lines: readonly ReadLine[], brief: AssistantBrief): string {
  const sections = sectionsOf(lines, brief).map(({ title, items }) =>
    [`${title}:`, ...items.map((item) => `- ${item.replace(/ ?\[\d+\.\d+\]/g, '')}`)].join('\n'),
  );
  const title = brief.meetingTitle === '' ? 'our meeting' : `"${brief.meetingTitle}"`;
  return [
    `Notes of ${title}:`,
    ...(sections.length > 0 ? sections : ['Nothing was decided, promised or left open.']),
  ].join('\n\n');
}

/** What was decided last, as a statement. */
export function latestDecision(lines: readonly ReadLine[]): string | null {
  const last = listDecisions(lines).at(-1);
  return last ? (decisionStatement(last) ?? last.line.text) : null;
}

interface Section {
  title: string;
  /** What one item is called, and several. */
  one: string;
  many: string;
  items: string[];
}

function sectionsOf(lines: readonly ReadLine[], brief: AssistantBrief): Section[] {
  const speakers = [...new Set(lines.map(({ line }) => line.speaker))];
  const promises = speakers.flatMap((name) => listPromises(lines, name)).sort((a, b) => a.at - b.at);
  const decisions = listDecisions(lines);
  return [
    { title: 'Decided', one: 'decision', many: 'decisions', items: decisions.map(listedDecision) },
    {
      title: 'Promised',
      one: 'promise',
      many: 'promises',
      items: [...new Set(promises)].filter((line) => !decisions.includes(line)).map(quote),
    },
    { title: 'Open tasks', one: 'open task', many: 'open tasks', items: brief.openTasks.map(wordTask) },
    {
      title: 'Open questions',
      one: 'open question',
      many: 'open questions',
      items: listOpenQuestions(lines).map(quote),
    },
  ].filter(({ items }) => items.length > 0);
}

export function wordTask({ text, owner, due }: AssistantBrief['openTasks'][number]): string {
  return `${text}${owner ? ` (${owner})` : ''}${due ? `, due ${due}` : ''}.`;
}

/** Lines whose words most other lines have too; in order. */
function findCentral(lines: readonly ReadLine[]): ReadLine[] {
  const counts = new Map<string, number>();
  for (const { terms } of lines)
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weight = ({ terms }: ReadLine) =>
    [...new Set(terms)].reduce((sum, term) => sum + (counts.get(term) ?? 0) - 1, 0);
  return [...lines]
    .filter(({ isQuestion }) => !isQuestion)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, centralLines)
    .sort((a, b) => a.at - b.at);
}
