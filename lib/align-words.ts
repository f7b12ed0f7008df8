/** How one stretch of the reference corresponds to one of the hypothesis. Indexes count from 0. */
export interface Step {
  kind: 'match' | 'substitute' | 'delete' | 'insert';
  reference: number[];
  hypothesis: number[];
}

export interface Alignment {
  /** Word edits: substitutions, deletions and insertions. */
  edits: number;
  /** In order; together they cover both sides. */
  steps: Step[];
}

/** "follow up" is "followup", "twenty twenty six" is 2026, "five five five five" is 5555. */
const longestCompound = 4;

/**
 * The cheapest word edits that turn one text into the other (Levenshtein over words). Words that only differ
 * in where they are split match at no cost.
 */
export function alignWords(reference: readonly string[], hypothesis: readonly string[]): Alignment {
  const width = hypothesis.length + 1;
  // Only as many rows as a compound reaches back: an hour of one voice has thousands of words.
  const rows = Array.from({ length: longestCompound + 1 }, () => new Uint32Array(width));
  const row = (i: number) => rows[i % rows.length] ?? new Uint32Array();
  // How a cell was reached: words taken from either side, 4 bits each.
  const moves = new Uint8Array((reference.length + 1) * width);
  for (let i = 0; i <= reference.length; i++) {
    row(i)[0] = 0;
    for (let j = 0; j <= hypothesis.length; j++) {
      if (i === 0 && j === 0) continue;
      let best = Number.POSITIVE_INFINITY;
      const consider = (takenI: number, takenJ: number, price: number) => {
        const cost = (row(i - takenI)[j - takenJ] ?? 0) + price;
        if (cost >= best) return;
        best = cost;
        moves[i * width + j] = takenI * 16 + takenJ;
      };
      if (i > 0 && j > 0) {
        const [a = '', b = ''] = [reference[i - 1], hypothesis[j - 1]];
        consider(1, 1, a === b ? 0 : 1);
        if (a.length < b.length) {
          const count = compoundLength(b, reference, i);
          if (count > 0) consider(count, 1, 0);
        } else if (b.length < a.length) {
          const count = compoundLength(a, hypothesis, j);
          if (count > 0) consider(1, count, 0);
        }
      }
      if (i > 0) consider(1, 0, 1);
      if (j > 0) consider(0, 1, 1);
      row(i)[j] = best;
    }
  }
  return { edits: row(reference.length)[hypothesis.length] ?? 0, steps: trace(reference, hypothesis, moves) };
}

/** How many words that end at `end` make up `whole` when written together; 0 when they do not. */
function compoundLength(whole: string, words: readonly string[], end: number): number {
  let rest = whole;
  for (let count = 1; count <= longestCompound && count <= end; count++) {
    const word = words[end - count] ?? '';
    if (word === '' || !rest.endsWith(word)) return 0;
    rest = rest.slice(0, -word.length);
    if (rest === '') return count;
  }
  return 0;
}

function trace(reference: readonly string[], hypothesis: readonly string[], moves: Uint8Array): Step[] {
  const steps: Step[] = [];
  const width = hypothesis.length + 1;
  for (let i = reference.length, j = hypothesis.length; i > 0 || j > 0; ) {
    const move = moves[i * width + j] ?? 0;
    const [takenI, takenJ] = [move >> 4, move & 15];
    const same = takenI > 1 || takenJ > 1 || reference[i - 1] === hypothesis[j - 1];
    const kind = takenJ === 0 ? 'delete' : takenI === 0 ? 'insert' : same ? 'match' : 'substitute';
    steps.push({ kind, reference: range(i - takenI, i), hypothesis: range(j - takenJ, j) });
    i -= takenI;
    j -= takenJ;
  }
  return steps.reverse();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
