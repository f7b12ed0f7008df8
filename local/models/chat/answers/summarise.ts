import type { AssistantBrief } from '../../../../lib/assistant-brief.ts';
import type { FoundTask } from '../summary/found-task.ts';
import { listDecisions } from './list-decisions.ts';
import { listOpenQuestions } from './list-open-questions.ts';
import { wordHeardTask, wordTask } from './list-tasks.ts';
import { quote } from './quote.ts';
import type { ReadLine } from './read-lines.ts';
import { listedDecision } from './word-decision.ts';

/** Lines that stand for a meeting in which nothing was decided, promised or asked. */
const centralLines = 3;

/** What rules heard in the meeting. */
interface Heard {
  lines: readonly ReadLine[];
  tasks: readonly FoundTask[];
  brief: AssistantBrief;
}

/** What happened so far: decisions, promises, open questions; else the lines that the others are most about. */
export function catchUp({ lines, tasks, brief }: Heard): string {
  if (lines.length === 0) return 'Nothing has been said yet.';
  const sections = sectionsOf({ lines, tasks, brief });
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
export function notesOf(heard: Heard): string {
  const { brief } = heard;
  const sections = sectionsOf(heard).map(({ title, items }) =>
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
  return listDecisions(lines).at(-1)?.decides?.text ?? null;
}

interface Section {
  title: string;
  /** What one item is called, and several. */
  one: string;
  many: string;
  items: string[];
}

function sectionsOf({ lines, tasks, brief }: Heard): Section[] {
  const decisions = listDecisions(lines);
  return [
    { title: 'Decided', one: 'decision', many: 'decisions', items: decisions.map(listedDecision) },
    {
      title: 'Promised',
      one: 'promise',
      many: 'promises',
      items: tasks.map((task) => wordHeardTask(task, 'all')),
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
