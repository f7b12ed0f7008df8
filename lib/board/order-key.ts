/**
 * Positions between any two others, as strings that sort by their characters: what Excalidraw calls a fractional index.
 * (github.com/rocicorp/fractional-indexing)
 */

/** Longer ones come of thousands of insertions at the very same place. */
const mostDigits = 200;

/** True for a key that the algorithm can have made; it throws for others. */
export function isOrderKey(text: string): boolean {
  if (text.length > mostDigits || !/^[A-Za-z][0-9A-Za-z]*$/.test(text)) return false;
  const length = integerLength(text.charCodeAt(0));
  if (text.length < length) return false;
  // The one integer that nothing comes before.
  if (text === `A${'0'.repeat(26)}`) return false;
  return text.length === length || !text.endsWith('0');
}

/** Characters of the part before the fraction, which its first letter says: `a` and `Z` have 2, `z` and `A` 27. */
function integerLength(head: number): number {
  const isUpper = head <= 'Z'.charCodeAt(0);
  return isUpper ? 'Z'.charCodeAt(0) - head + 2 : head - 'a'.charCodeAt(0) + 2;
}

interface Ordered {
  id: string;
  index: string;
}

/** The order from back to front, the same everywhere: two people may have chosen the same place at once. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.index !== b.index) return a.index < b.index ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
