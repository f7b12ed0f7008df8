/**
 * Greedy decoders sometimes fall into a loop on odd audio ("the one the one the one ..."). People do repeat
 * themselves, so only what no one says counts as a loop.
 */

/** Longest repeated phrase looked for, in tokens: about 12 words. */
const maxPhrase = 16;

/** How often in a row a phrase of this many tokens may come: "no, no, no, no" is speech. */
function allowedRuns(phrase: number): number {
  if (phrase === 1) return 8;
  return phrase <= 3 ? 5 : 3;
}

/** True when the end of `tokens` is a phrase that came too often in a row. */
export function hasLoop(tokens: readonly number[]): boolean {
  return loopPhrase(tokens) !== null;
}

/** The tokens with a loop at their end cut down to one round; other tokens are left alone. */
export function withoutLoop(tokens: readonly number[]): number[] {
  const phrase = loopPhrase(tokens);
  if (phrase === null) return [...tokens];
  let end = tokens.length;
  while (end > phrase && tokens[end - 1] === tokens[end - 1 - phrase]) end -= 1;
  return tokens.slice(0, end);
}

function loopPhrase(tokens: readonly number[]): number | null {
  for (let phrase = 1; phrase <= maxPhrase; phrase += 1) {
    const needed = phrase * allowedRuns(phrase);
    if (needed + phrase > tokens.length) continue;
    let same = 0;
    while (same < needed && tokens[tokens.length - 1 - same] === tokens[tokens.length - 1 - same - phrase]) {
      same += 1;
    }
    if (same === needed) return phrase;
  }
  return null;
}
