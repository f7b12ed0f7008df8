import { listNames } from '../../people/read-people.ts';
import type { Topic } from '../cut-topics.ts';
import type { Arrangement, Findings } from '../findings.ts';

/** Of a section with more sentences two are shown. */
const longSection = 8;
const mostTitles = 4;

export function arrangeByTopic({ topics }: Pick<Findings, 'topics'>): Arrangement {
  const titles = topics.slice(0, mostTitles).map(({ title }) => `the ${lowered(title)}`);
  return {
    opening: titles.length > 0 ? `The meeting was about ${listNames(titles, 'and')}.` : '',
    sections: topics.map(sectionOf),
  };
}

export const sectionOf = ({ title, sentences }: Topic) => ({
  title,
  parts: [{ label: null, sentences, count: sentences.length > longSection ? 2 : 1 }],
});

/** Names keep their capital: the next word has one too, or the first is not written with small letters. */
export function lowered(text: string): string {
  return /^(?:\p{Lu}{2}|I\b|\S+ \p{Lu})/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
