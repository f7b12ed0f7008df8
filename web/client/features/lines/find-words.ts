/** Where something that is searched for stands in a text. */
export interface Found {
  /** Of the text in the list. */
  index: number;
  start: number;
  end: number;
}

/** Matches that are kept: nobody steps through more, and one letter of a long meeting has a hundred thousand. */
export const mostFound = 1_000;

/** All places of the words, whatever their case and accents. Nothing for a query without letters. */
export function findWords(texts: readonly string[], query: string): Found[] {
  const wanted = fold(query.trim()).text;
  if (wanted === '') return [];
  const found: Found[] = [];
  for (const [index, text] of texts.entries()) {
    const { text: folded, places } = fold(text);
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      found.push(
        places
          ? { index, start: places[at] ?? 0, end: places[end] ?? text.length }
          : { index, start: at, end },
      );
      if (found.length === mostFound) return found;
    }
  }
  return found;
}

/** Lower case without accents, and where each of its characters stood; null where they stand as they did. */
function fold(text: string): { text: string; places: number[] | null } {
  // What most lines are: nothing to take apart.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return { text: text.toLowerCase(), places: null };
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  return { text: folded, places: [...places, text.length] };
}
