/**
 * A request as rules read it: lower-case words without punctuation, numbers as digits. What a rule takes is
 * crossed out, so that the next rule does not read it again and `rest()` is what nobody understood yet, as it was
 * said.
 */
import { foldLetters } from '../../../../lib/fold-letters.ts';
import { readNumber } from './number-words.ts';

export interface SpokenText {
  /** Words with single spaces between; what was taken is `_`. */
  readonly plain: string;
  /** The first match, crossed out, or null. The pattern must not be global. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** The words as they were said between two positions of `plain`, without what was taken. */
  said(from: number, to?: number): string;
  rest(): string;
}

interface Piece {
  /** Position in `plain`. */
  at: number;
  word: string;
  rawFrom: number;
  rawTo: number;
}

export function createSpokenText(raw: string): SpokenText {
  const pieces = cutPieces(raw);
  let plain = pieces.map(({ word }) => word).join(' ');

  function crossOut(match: RegExpExecArray): RegExpExecArray {
    const to = match.index + match[0].length;
    plain = plain.slice(0, match.index) + match[0].replace(/\S/g, '_') + plain.slice(to);
    return match;
  }
  function said(from: number, to = plain.length): string {
    const kept = pieces.filter(({ at, word }) => at >= from && at + word.length <= to && plain[at] !== '_');
    let text = '';
    let end = -1;
    for (const { rawFrom, rawTo } of kept) {
      // What stood between two words that are both kept stays: hyphens, apostrophes, commas.
      const between = end < 0 ? '' : raw.slice(end, rawFrom);
      const joined = /\p{L}/u.test(between) || between.length > 3 ? ' ' : between;
      text += joined + raw.slice(rawFrom, rawTo);
      end = rawTo;
    }
    return text.trim();
  }

  return {
    get plain() {
      return plain;
    },
    take(pattern) {
      const match = pattern.exec(plain);
      return match && crossOut(match);
    },
    said,
    rest: () => said(0),
  };
}

function cutPieces(raw: string): Piece[] {
  const found = [
    ...raw.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:[.:,](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu),
  ].map((match) => ({
    word: plainWord(match[0]),
    rawFrom: match.index,
    rawTo: match.index + match[0].length,
  }));
  const pieces: Piece[] = [];
  let at = 0;
  for (let i = 0; i < found.length; ) {
    const number = readNumber(found.slice(i, i + 2).map(({ word }) => word));
    const last = found[i + (number?.words ?? 1) - 1];
    const first = found[i];
    if (!first || !last) break;
    const word = number?.digits ?? first.word;
    pieces.push({ at, word, rawFrom: first.rawFrom, rawTo: last.rawTo });
    at += word.length + 1;
    i += number?.words ?? 1;
  }
  return pieces;
}

/** "A.M" is `am`, "O’Clock" is `o'clock`; "10:30" and "10.30" stay. */
function plainWord(raw: string): string {
  const word = foldLetters(raw).replaceAll('’', "'");
  return /\d/.test(word) ? word.replace(/(?<=\d)([ap])\.m$/, '$1m') : word.replaceAll('.', '');
}
