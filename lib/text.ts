/**
 * What has no place in a name, a title or a line: controls, marks that turn the direction of text, and what cannot be
 * seen. Joiners and selectors that emoji and some scripts are made with stay.
 */
const unprintable =
  /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;
const softHyphens = /\u00ad/g;
/** More marks on one letter than any script has, which reach over the lines beside it. */
const pileOfMarks = /(\p{M}{5})\p{M}+/gu;
/** Something that can be seen; U+2800 is a symbol without a dot. */
const visible = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * Text as it may be stored and shown: lone surrogates replaced, controls removed, white space folded, at most
 * `maxLength` characters (never cutting a surrogate pair in two). Empty when nothing of it can be seen.
 */
export function cleanText(text: string, maxLength: number): string {
  const clean = text
    .toWellFormed()
    .replace(softHyphens, '')
    .replace(unprintable, ' ')
    .replace(pileOfMarks, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const cut = clean
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return visible.test(cut) ? cut : '';
}

/** A piece of a longer text without what has no place in it; blanks at its ends stay. */
export function dropUnprintable(text: string): string {
  return text
    .toWellFormed()
    .replace(softHyphens, '')
    .replace(unprintable, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(pileOfMarks, '$1');
}

/** As `cleanText`, but keeps line breaks; at most one empty line between two that are not. */
export function cleanParagraphs(text: string, maxLength: number): string {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => cleanText(line, maxLength));
  const clean = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return clean
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
