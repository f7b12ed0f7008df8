import type { BriefLine } from '../../../../lib/assistant-brief.ts';

/** What one person said without a break: one line, or several that one sentence runs through. */
export interface Turn {
  speaker: string;
  text: string;
  /** Which part of `text` each line is. */
  spans: { line: BriefLine; from: number; to: number }[];
}

/** Nobody ends a sentence with one of these. */
const hanging =
  /(?:^|\s)(?:an?|the|to|and|or|my|our|your|their|his|its|will|would|can|could|should|shall|must|by|until|before|of|with|for|from|because|which|whose|than|if|that the|i|we|i'll|we'll|i'm|going|very|next|last)[.,…]*$/i;
/** A listener's sound between two halves of a sentence. */
const backchannel = /^(?:mm+|mhm|mm-?hm+|uh-?huh|yeah|yes|ok|okay|right|sure|hm+)[.,!]*$/i;
/** Milliseconds of a spoken word, on average, and of a pause inside a sentence. */
const msPerWord = 400;
const pauseMs = 6_000;

export function joinLines(lines: readonly BriefLine[]): Turn[] {
  const turns: Turn[] = [];
  for (const line of lines) {
    const text = withoutHesitation(line.text);
    if (text === '') continue;
    const last = turns.at(-1);
    const before = turns.at(-2);
    const open =
      last && continues(last, line, text)
        ? last
        : before && last && backchannel.test(last.text) && continues(before, line, text)
          ? before
          : null;
    if (!open) {
      turns.push({ speaker: line.speaker, text, spans: [{ line, from: 0, to: text.length }] });
      continue;
    }
    const start = open.text.replace(/[.,…\s]+$/, '');
    const previous = open.spans.at(-1);
    if (previous) previous.to = start.length;
    open.text = `${start} ${text}`;
    open.spans.push({ line, from: start.length + 1, to: open.text.length });
  }
  return turns;
}

function continues({ speaker, text, spans }: Turn, next: BriefLine, nextText: string): boolean {
  const last = spans.at(-1)?.line;
  if (!last || speaker !== next.speaker) return false;
  const spokenMs = last.text.split(/\s+/).length * msPerWord;
  if (next.atMs - last.atMs > spokenMs + pauseMs) return false;
  if (hanging.test(text)) return true;
  const isOpen = !/[.!?…]["')]*$/.test(text);
  const isWritten = /\p{Lu}/u.test(text);
  return (isOpen || text.endsWith('…')) && isWritten && /^\p{Ll}/u.test(nextText);
}

/** Without "um" and stammered words, with straight apostrophes. */
function withoutHesitation(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/\b(?:um+|uh+|erm+|er|hmm+|mmm+)\b[,.…]*\s*/gi, '')
    .replace(/\b(i|the|a|we|to|and|it's|is|will|you|in|of|so|my|i'll|can)(?:[,]? \1\b)+/gi, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[,.\s]+/, '')
    .trim();
}
