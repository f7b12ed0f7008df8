/**
 * The code in what a person typed or pasted: a link to `/m/…`, or the code in any case, with or without dashes.
 * Null when it cannot be a code (three, four and three letters, none of them `l`).
 */
export function readMeetingCode(input: string): string | null {
  const text = input.trim();
  const inLink = /\/m\/([^/?#\s]+)/.exec(text)?.[1];
  const letters = (inLink ?? text).toLowerCase().replace(/[\s-]/g, '');
  if (!/^[a-km-z]{10}$/.test(letters)) return null;
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}
