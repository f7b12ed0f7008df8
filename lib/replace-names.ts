/**
 * Replaces names in every text of a value, in whatever case and however their words are spaced, also as HTML has them.
 * Only whole words: `Ana` stays in `Anatomy`. A value in which none stands comes back as it is.
 */
export function replaceNames<T>(value: T, names: readonly string[], replacement: string): T {
  const pattern = patternOf(names);
  return pattern ? replaceIn(value, (text) => text.replace(pattern, () => replacement)) : value;
}

function patternOf(names: readonly string[]): RegExp | null {
  const forms = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => [name, escapeHtml(name)])
    // Of two that begin alike the longer one is meant.
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.split(/\s+/).map(RegExp.escape).join('\\s+'));
  if (forms.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function replaceIn<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T;
  if (Array.isArray(value)) return value.map((each) => replaceIn(each, replace)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaceIn(each, replace)])) as T;
}

/** As React writes text. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}
