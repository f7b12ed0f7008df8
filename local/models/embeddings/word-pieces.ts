/** BERT's uncased tokenizer: clean, split at blanks and punctuation, then the longest known pieces of each word. */

const unknownPiece = '[UNK]';
/** Longer words become one unknown piece, as in the reference tokenizer. */
const maxWordCharacters = 100;

/** Ids of the pieces of `text`, without the marks for start and end. */
export function wordPieces(text: string, vocabulary: ReadonlyMap<string, number>): number[] {
  const unknown = vocabulary.get(unknownPiece) ?? 0;
  return splitWords(text).flatMap((word) => {
    if ([...word].length > maxWordCharacters) return [unknown];
    return piecesOf(word, vocabulary) ?? [unknown];
  });
}

function splitWords(text: string): string[] {
  return (
    text
      .toWellFormed()
      .normalize('NFD')
      .replace(/[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu, (c) => (/\s/.test(c) ? ' ' : ''))
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      // Punctuation as BERT sees it (all of ASCII's signs too), and each Chinese character, stand alone.
      .replace(/[\p{P}$+<=>^`|~]|\p{Script=Han}/gu, ' $& ')
      .split(/\s+/)
      .filter(Boolean)
  );
}

function piecesOf(word: string, vocabulary: ReadonlyMap<string, number>): number[] | null {
  const characters = [...word];
  const ids: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let end = characters.length;
    let id: number | undefined;
    for (; end > start; end -= 1) {
      id = vocabulary.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return null;
    ids.push(id);
    start = end;
  }
  return ids;
}
