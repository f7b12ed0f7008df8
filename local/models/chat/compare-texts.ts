/**
 * Likeness of texts by their embeddings. Vectors of lines are kept: the same lines come again with every question.
 */
import type { Embedder } from '../embeddings/embedder.ts';
import { termsOf } from './answers/terms.ts';
import type { Compare } from './turn.ts';

/** About 6 MB; an hour of talk is less than 1,000 lines. */
const keptVectors = 4_000;
/** Milliseconds for lines that were not read before: the first word is due after 100. */
const budgetMs = 60;

type Vector = Float32Array;

/**
 * `now` in milliseconds. Lines that share words with the question are read first, then the newest; those that the
 * time is not enough for are told apart by their words alone, and `read` reads them later.
 */
export function createTextComparer({ embed }: Embedder, now: () => number = () => performance.now()) {
  const vectors = new Map<string, Vector>();
  let leftOver: string[] = [];

  async function vectorOf(text: string): Promise<Vector> {
    const known = vectors.get(text);
    if (known) {
      // The last that was used is the last to go.
      vectors.delete(text);
      vectors.set(text, known);
      return known;
    }
    const { vector } = await embed(text);
    vectors.set(text, vector);
    const [oldest] = vectors.keys();
    if (vectors.size > keptVectors && oldest !== undefined) vectors.delete(oldest);
    return vector;
  }

  const compare: Compare = async (question, texts) => {
    const until = now() + budgetMs;
    const asked = await vectorOf(question);
    const terms = new Set(termsOf(question));
    const shares = (text: string) => termsOf(text).some((term) => terms.has(term));
    const unread = texts.filter((text) => !vectors.has(text)).reverse();
    const queue = [...unread.filter(shares), ...unread.filter((each) => !shares(each))];
    while (queue.length > 0 && now() <= until) await vectorOf(queue.shift() ?? '');
    leftOver = queue;
    return (_, text) => {
      const vector = vectors.get(text);
      return vector ? dot(asked, vector) : null;
    };
  };

  return {
    compare,
    /** Its vector, kept as those of lines are. */
    embed: vectorOf,
    /** Reads texts that later questions will need. */
    async read(texts: readonly string[]): Promise<void> {
      for (const text of texts) await vectorOf(text);
    },
    /** What the last comparison had no time for, once. */
    takeUnread: (): string[] => leftOver.splice(0),
  };
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
