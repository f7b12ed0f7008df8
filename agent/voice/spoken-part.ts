/**
 * What of a written answer is spoken: its first paragraph, without citation marks and Markdown, sentence by
 * sentence. The rest is for the panel. Pure; text goes in as the model writes it.
 */
import { withoutCitations } from '../../lib/assistant-brief.ts';

/** Nobody listens longer: about 40 s of speech. A paragraph above it ends with the sentence that crosses it. */
const maxCharacters = 600;
/** Shorter ones are `1.` or `Dr.`, and are spoken with what follows. */
const minSentence = 4;

export interface SpokenPart {
  /** Takes the next piece; gives the sentences that are complete by it. */
  push(piece: string): string[];
  /** The answer is complete: gives what is left. */
  end(): string[];
}

/** `language` is a BCP 47 tag; it decides where sentences end. */
export function createSpokenPart(language: string): SpokenPart {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  let rest = '';
  let spoken = 0;
  let over = false;

  const speak = (text: string): string[] => {
    const sentence = spokenSentence(text);
    if (sentence === '') return [];
    spoken += sentence.length;
    if (spoken >= maxCharacters) over = true;
    return [sentence];
  };

  const take = (complete: boolean): string[] => {
    const text = rest;
    const parts = mergeShort([...segmenter.segment(text)].map(({ segment }) => segment));
    // The last one may go on, and a mark of the next piece may belong to it.
    const last = complete ? '' : (parts.pop() ?? '');
    rest = last;
    return parts.flatMap((part) => (over ? [] : speak(part)));
  };

  return {
    push(piece) {
      if (over) return [];
      rest = spoken === 0 ? (rest + piece).trimStart() : rest + piece;
      const paragraphEnd = rest.search(/\n[ \t]*\n/);
      if (paragraphEnd === -1) return take(false);
      rest = rest.slice(0, paragraphEnd);
      const sentences = take(true);
      over = spoken > 0;
      return sentences;
    },
    end() {
      const sentences = over ? [] : take(true);
      over = true;
      return sentences;
    },
  };
}

/** A sentence without what only a reader can use: citation marks, Markdown, addresses of links. */
export function spokenSentence(text: string): string {
  return withoutCitations(text)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*•]|#{1,6}|>)\s+/gm, '')
    .replace(/\*\*|__|`+/g, '')
    .replace(/(^|\s)\*(\S[^*]*)\*/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function mergeShort(parts: string[]): string[] {
  const merged: string[] = [];
  let pending = '';
  for (const part of parts) {
    pending += part;
    if (pending.trim().length < minSentence) continue;
    merged.push(pending);
    pending = '';
  }
  return pending === '' ? merged : [...merged, pending];
}
