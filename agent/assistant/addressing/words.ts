/** A line of speech as words with the punctuation that speech-to-text put around them. */

export interface Word {
  /** As written: `Nova's`. */
  text: string;
  /** Lower case, without diacritics, without a possessive ending: `nova`. */
  plain: string;
  possessive: boolean;
  /** Punctuation between this word and the next one, without spaces: `,`, `.`, `?`, ``. */
  after: string;
  /** Where the word begins and ends in the line. */
  start: number;
  end: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’\-.&](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;

/** Letters that a name is compared by: no case, no accents, no ligatures. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’\-.&\s]/g, '');
}

export function wordsOf(line: string): Word[] {
  const found = [...line.matchAll(wordPattern)];
  return found.map((match, i) => {
    const [text] = match;
    const end = match.index + text.length;
    const possessive = /['’]s$/iu.test(text);
    return {
      text,
      plain: plainLetters(possessive ? text.slice(0, -2) : text),
      possessive,
      after: line.slice(end, found[i + 1]?.index ?? line.length).replace(/\s/g, ''),
      start: match.index,
      end,
    };
  });
}

/** True when a sentence ends after the word. */
export function endsSentence(word: Word): boolean {
  return /[.?!…:;]/.test(word.after);
}
