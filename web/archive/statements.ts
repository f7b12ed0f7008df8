/** An answer that is still being written, statement by statement: what can be shown is what names its lines. */
import { findCitations } from '../../lib/assistant-brief.ts';

export interface Statement {
  /** Without citations. */
  text: string;
  /** `[2.7]` is excerpt 2, line 7. */
  cited: { excerpt: number; line: number }[];
}

export interface StatementReader {
  /** What is complete with these further characters. */
  push(text: string): Statement[];
  /** The last one, where nothing ends it. */
  end(): Statement[];
}

const citation = String.raw`\[\s*\d{1,4}\.\d{1,4}(?:\s*[,;]\s*\d{1,4}\.\d{1,4})*\s*\]`;
/** A line break; or citations, perhaps with a full stop behind them, and the space before the next sentence. */
const ends = new RegExp(String.raw`\n+|(?:${citation}\s*)+[.!?]?["”’)]*(?=\s)`, 'g');

export function createStatementReader(): StatementReader {
  let open = '';
  const take = (isOver: boolean): Statement[] => {
    const complete: string[] = [];
    let from = 0;
    for (const { index, 0: end } of open.matchAll(ends)) {
      const to = index + end.length;
      // Another citation may follow.
      const rest = open.slice(to);
      if (!isOver && (rest.trim() === '' || /^\s*\[/.test(rest)) && !end.includes('\n')) break;
      complete.push(open.slice(from, to));
      from = to;
    }
    open = open.slice(from);
    if (isOver) complete.push(open);
    return complete.flatMap(splitStatement);
  };
  return {
    push(text) {
      open += text;
      return take(false);
    },
    end: () => take(true),
  };
}

/** What stands between two citations: its last sentence has the citation, those before have none. */
function splitStatement(raw: string): Statement[] {
  const cited = findCitations(raw.replace(new RegExp(citation, 'g'), separate)).map(({ epoch, seq }) => ({
    excerpt: epoch,
    line: seq,
  }));
  const text = raw
    .replace(new RegExp(String.raw`\s*${citation}`, 'g'), '')
    .replace(/^[\s*•–-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return [];
  const sentences = splitSentences(text);
  return sentences.map((sentence, index) => ({
    text: sentence,
    cited: index === sentences.length - 1 ? cited : [],
  }));
}

/** `[1.2, 1.3]` as `[1.2][1.3]`. */
const separate = (marks: string) =>
  (marks.match(/\d{1,4}\.\d{1,4}/g) ?? []).map((mark) => `[${mark}]`).join('');

/** Sentences; what stands in quotes is not taken apart, and neither is what a colon announces. */
function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '"' || letter === '“' || letter === '”')
      quoted = letter === '"' ? !quoted : letter === '“';
    const isEnd = /[.!?]/.test(letter) && /^["”)]*\s+[\p{Lu}"“]/u.test(text.slice(at + 1));
    if (!isEnd || quoted || isShort(text.slice(from, at))) continue;
    sentences.push(text.slice(from, at + 1).trim());
    from = at + 1;
  }
  return [...sentences, text.slice(from).trim()];
}

/** "Dr. Weiss", "at 5 p.m. Ana", "J. Smith": the full stop ends no sentence. */
const isShort = (before: string) => /(?:^|\s)(?:\p{L}|[ap]\.m|Dr|Mr|Mrs|Ms|St|No|vs|etc)$/u.test(before);
