import { formatCitation } from '../../../../lib/assistant-brief.ts';
import type { ReadLine } from './read-lines.ts';

/** Longer quotes are cut: nobody listens to them. */
const maxCharacters = 240;

/** `Ben Carter said: "I will fix it." [1.9]` */
export function quote(line: ReadLine): string {
  return `${line.line.speaker} ${line.isQuestion ? 'asked' : 'said'}: "${shortened(line.line.text)}" ${mark(line)}`;
}

export function mark({ line }: ReadLine): string {
  return formatCitation(line);
}

/** Without anything that looks like a citation: only marks of lines that were used may stand in an answer. */
export function shortened(text: string): string {
  const plain = text
    .replace(/\[(\d{1,9}\.\d{1,9})\]/g, '($1)')
    .replace(/["“”]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= maxCharacters) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', maxCharacters))} …`;
}
