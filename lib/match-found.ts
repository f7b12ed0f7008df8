/**
 * Which of the tasks or decisions that are there is meant by one that a new summary found: models word the same thing
 * differently each time, and what people have done with it must stay with it.
 */
import { createHash } from 'node:crypto';
import type { LineRef } from './assistant-messages.ts';

export interface Comparable {
  text: string;
  /** A name; null for decisions and for what nobody took. */
  owner: string | null;
  lines: readonly LineRef[];
}

export interface Existing extends Comparable {
  /** Made by an action or a person, not by a summary: any number of found items can mean it. */
  isFixed: boolean;
}

/** For each found item the index of the existing one that it is, or null for a new one. */
export function matchFound(existing: readonly Existing[], found: readonly Comparable[]): (number | null)[] {
  const pairs = found.flatMap((item, foundAt) =>
    existing.map((other, at) => ({ foundAt, at, likeness: likenessOf(item, other) })),
  );
  const matched: (number | null)[] = found.map(() => null);
  const taken = new Set<number>();
  for (const { foundAt, at, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (likeness === 0 || matched[foundAt] !== null || taken.has(at)) continue;
    matched[foundAt] = at;
    if (!existing[at]?.isFixed) taken.add(at);
  }
  return matched;
}

/** Share of words that two sentences from the same line have in common, when they say the same. */
const enoughFromOneLine = 0.25;
/** The same from different lines. */
const enoughFromAnywhere = 0.8;

/** 0: another thing. Higher is more alike; the same words are most. */
function likenessOf(found: Comparable, existing: Existing): number {
  const [a, b] = [wordsOf(found.text), wordsOf(existing.text)];
  const sameOwner = sameName(found.owner, existing.owner);
  if (a.join(' ') === b.join(' ')) return sameOwner ? 4 : 3;
  const common = commonShare(a, b);
  const named = found.owner !== null && sameOwner;
  if (found.lines.some((line) => existing.lines.some((other) => isSameLine(line, other)))) {
    const isSame = existing.isFixed || named || common >= enoughFromOneLine;
    return isSame ? 1 + common + (sameOwner ? 0.5 : 0) : 0;
  }
  return sameOwner && common >= enoughFromAnywhere ? common : 0;
}

/** What a found item is called for good: once in a meeting, whatever later summaries make of its words. */
export function foundKey({ text, owner }: Pick<Comparable, 'text' | 'owner'>): string {
  const identity = [wordsOf(text), owner === null ? null : wordsOf(owner)];
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
}

const isSameLine = (a: LineRef, b: LineRef): boolean => a.epoch === b.epoch && a.seq === b.seq;

function sameName(a: string | null, b: string | null): boolean {
  return (a === null ? null : wordsOf(a).join(' ')) === (b === null ? null : wordsOf(b).join(' '));
}

/** Words without case and marks. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Dice's coefficient of two sets of words, 0 to 1. */
function commonShare(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  if (left.size + right.size === 0) return 0;
  return (2 * left.intersection(right).size) / (left.size + right.size);
}
