/** True when every word of the search begins a word of the name; without regard to case and accents. */
export function matchesName(name: string, search: string): boolean {
  const words = wordsOf(name);
  return wordsOf(search).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
