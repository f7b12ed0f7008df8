/** Items that are said; the others are only written, below a blank line. */
const spokenItems = 2;
const writtenItems = 30;

interface ListWords {
  intro: string;
  /** What is said when there is nothing. */
  none: string;
  items: readonly string[];
  spoken: boolean;
}

/** A list to read, or its newest items to hear with the whole list below a blank line. */
export function wordList({ intro, none, items, spoken }: ListWords): string {
  if (items.length === 0) return none;
  const written = items.slice(-writtenItems).map((item) => `- ${item}`);
  if (!spoken) return [intro, ...written].join('\n');
  if (items.length <= spokenItems) return [intro, ...items].join(' ');
  const said = `${intro} There are ${items.length}; the latest: ${items.at(-1)}`;
  return [said, '', ...written].join('\n');
}
