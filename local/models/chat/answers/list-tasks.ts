import { type AssistantBrief, formatCitation } from '../../../../lib/assistant-brief.ts';
import { findTasks } from '../summary/find-tasks.ts';
import type { FoundTask } from '../summary/found-task.ts';
import { cutSentences } from '../summary/sentences.ts';
import type { Asked } from '../turn.ts';

/** What people took on, as the summary finds it. */
export function listTasks({ lines, brief }: Pick<Asked, 'lines' | 'brief'>): FoundTask[] {
  const { persona, now, timeZone } = brief;
  const names = [...brief.people.map(({ name }) => name), ...lines.map(({ speaker }) => speaker)];
  const people = [...new Set(names)].filter((name) => name !== persona);
  const sentences = cutSentences(lines, { persona, people });
  return findTasks({ sentences, people, clock: { now, timeZone } });
}

export function wordTask({ text, owner, due }: AssistantBrief['openTasks'][number]): string {
  return `${text}${owner ? ` (${owner})` : ''}${due ? `, due ${due}` : ''}.`;
}

/** The same with the line in which it was taken on. */
export function wordHeardTask({ text, owner, due, lines: [line] }: FoundTask, of: 'owner' | 'all'): string {
  const words = wordTask({ text, owner: of === 'all' ? owner : null, due });
  return line ? `${words} ${formatCitation(line)}` : words;
}
