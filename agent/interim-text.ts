/**
 * The part of interim text that is steady enough to show. A model that hears an open segment again and again
 * changes its last words; words that two runs agree on stay.
 */
export function steadyText(previous: string | null, current: string): string {
  const words = current.split(/\s+/).filter((word) => word !== '');
  if (previous === null) return words.slice(0, -1).join(' ');
  const before = previous.split(/\s+/);
  const agreed = words.findIndex((word, i) => plain(word) !== plain(before[i] ?? ''));
  if (agreed === -1) return words.join(' ');
  // Where the runs part ways, all but the newest word is still worth showing: waiting would look like deafness.
  return words.slice(0, Math.max(agreed, words.length - 1)).join(' ');
}

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
