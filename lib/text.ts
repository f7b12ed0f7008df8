// Characters that have no place in a name, a title or a line: C0/C1 controls, bidi controls, zero-width marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are exactly what is removed here
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text as it may be stored and shown: lone surrogates replaced, controls removed, white space folded, at most
 * `maxLength` characters (never cutting a surrogate pair in two).
 */
export function cleanText(text: string, maxLength: number): string {
  const clean = text.toWellFormed().replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  if (clean.length <= maxLength) return clean;
  return clean
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
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
