import { foldLetters } from '../../../../lib/fold-letters.ts';

/** How an English name sounds, roughly: first vowel or consonant kept, later vowels dropped. "Chloe" is "Khloë". */
export function soundOf(name: string): string {
  return (
    foldLetters(name)
      .replace(/[^a-z]/g, '')
      .replace(/^(?:kn|gn|pn)/, 'n')
      .replace(/^wr/, 'r')
      .replace(/^x/, 's')
      // "Nover" for Nova, "Peta" for Peter.
      .replace(/(?:er|or|ar)$/, 'a')
      .replace(/ph/g, 'f')
      .replace(/ght/g, 't')
      .replace(/sch|sh/g, 'x')
      .replace(/ch|ck|kh|q|c(?![eiy])/g, 'k')
      .replace(/c/g, 's')
      .replace(/dg|g(?=[ei])/g, 'j')
      .replace(/z/g, 's')
      .replace(/v/g, 'f')
      .replace(/th|dt/g, 't')
      .replace(/(?<=.)h/g, '')
      .replace(/^[aeiouy]+/, 'a')
      .replace(/(?<=.)[aeiouyw]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
