/** Stretches of a meeting that are about one thing, by the words that their sentences share (as TextTiling does). */
import { capitalised } from '../requests/as-sentence.ts';
import { isChatter } from './chatter.ts';
import { isSameThing, type NounPhrase, nounPhrasesOf } from './noun-phrases.ts';
import type { Sentence } from './sentences.ts';

export interface Topic {
  /** The thing that is named most, and less elsewhere. */
  title: string;
  sentences: Sentence[];
}

/** Sentences on each side of a gap whose words are compared. */
const windowSentences = 5;
const fewestSentences = 3;
/** One for so many sentences, at most. */
const sentencesPerTopic = 7;
const mostTopics = 12;
const opensTopic =
  /^(?:(?:okay|ok|so|right|good|great|all right|alright|perfect|thanks|now|then|and|well)[,.!]? )*(?:(?:the )?(?:next|last|first|second|third|final|another) (?:point|topic|item|thing|one|question|issue|is)\b|next[,:]|first(?: of all)?,|one (?:more|last) thing|(?:let's|let us) (?:begin|start|talk|move|go|discuss|turn|continue|look|switch)|moving on|(?:coming|turning) to|what about|how about|on to|speaking of|about the|regarding|now to|finally[,:]|by the way|(?:then )?there is (?:also|still)|any other business)\b/i;

export function cutTopics(sentences: readonly Sentence[]): Topic[] {
  const bounds = boundsOf(sentences);
  const parts = [0, ...bounds].map((from, i) => sentences.slice(from, bounds[i] ?? sentences.length));
  const all = countTerms(sentences);
  const used = new Set<string>();
  return parts.flatMap((part) => {
    const telling = part.filter(({ terms, text }) => terms.length > 1 && !isChatter(text));
    if (telling.length < 2) return [];
    const title = titleOf(telling, all, used);
    if (title === null) return [];
    used.add(title.toLowerCase());
    return [{ title, sentences: part }];
  });
}

/** Where new topics begin: the deepest dips in likeness, and what says so. */
function boundsOf(sentences: readonly Sentence[]): number[] {
  const most = Math.min(mostTopics - 1, Math.floor(sentences.length / sentencesPerTopic));
  const likeness = sentences.map((_, at) => likenessAt(sentences, at));
  const gaps = sentences
    .map(({ said, speaker }, at) => {
      const peakBefore = Math.max(...likeness.slice(Math.max(0, at - windowSentences), at + 1));
      const peakBehind = Math.max(...likeness.slice(at, at + windowSentences + 1));
      const depth = peakBefore + peakBehind - 2 * (likeness[at] ?? 0);
      const isSaid = opensTopic.test(said) ? 0.6 : 0;
      const isTurn = speaker !== sentences[at - 1]?.speaker ? 0.05 : 0;
      return { at, depth: depth + isSaid + isTurn };
    })
    .filter(({ at }) => at >= fewestSentences && at <= sentences.length - fewestSentences)
    .sort((a, b) => b.depth - a.depth);
  const chosen: number[] = [];
  for (const { at, depth } of gaps) {
    if (chosen.length >= most || depth < 0.15) break;
    if (chosen.every((other) => Math.abs(other - at) >= fewestSentences)) chosen.push(at);
  }
  return chosen.sort((a, b) => a - b);
}

/** Cosine of the words before and behind a gap. */
function likenessAt(sentences: readonly Sentence[], at: number): number {
  const before = countTerms(sentences.slice(Math.max(0, at - windowSentences), at));
  const behind = countTerms(sentences.slice(at, at + windowSentences));
  let dot = 0;
  for (const [term, count] of before) dot += count * (behind.get(term) ?? 0);
  const length = (counts: Map<string, number>) => Math.hypot(...counts.values());
  return dot === 0 ? 0 : dot / (length(before) * length(behind));
}

export function countTerms(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function titleOf(
  part: readonly Sentence[],
  all: Map<string, number>,
  used: ReadonlySet<string>,
): string | null {
  const here = countTerms(part);
  const weight = (term: string) => {
    const count = here.get(term) ?? 0;
    return count * (count / (all.get(term) ?? count));
  };
  const phrases = new Map<string, { phrase: NounPhrase; count: number }>();
  for (const phrase of part.flatMap(({ text }) => nounPhrasesOf(text))) {
    const key = phrase.name.toLowerCase();
    phrases.set(key, { phrase, count: (phrases.get(key)?.count ?? 0) + 1 });
  }
  const named = [...phrases.values()];
  const [best] = named
    .filter(({ phrase }) => !used.has(phrase.name.toLowerCase()))
    .map(({ phrase }, i) => ({ phrase, score: scoreOf(phrase, named, weight) - i * 0.01 }))
    .sort((a, b) => b.score - a.score);
  return best ? capitalised(best.phrase.name) : null;
}

/** What its words weigh, with a little for the longer of two names of one thing. */
function scoreOf(
  phrase: NounPhrase,
  named: readonly { phrase: NounPhrase; count: number }[],
  weight: (term: string) => number,
): number {
  const terms = [...new Set(phrase.terms)];
  const sum = terms.reduce((total, term) => total + weight(term), 0);
  const times = named.reduce(
    (total, other) => total + (isSameThing(phrase, other.phrase) ? other.count : 0),
    0,
  );
  return (sum / Math.sqrt(terms.length)) * (1 + 0.2 * Math.min(times, 4));
}
