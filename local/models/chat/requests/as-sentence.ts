/** Capital at the beginning, full stop at the end. */
export function asSentence(words: string): string {
  return `${capitalised(words).replace(/[\s,;:.!?…-]+$/u, '')}.`;
}

/** With a capital, and without punctuation around. */
export function capitalised(words: string): string {
  const text = words.replace(/^[\s,;:.!?…-]+/u, '').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
