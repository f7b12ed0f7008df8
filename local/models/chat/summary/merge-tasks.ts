import type { FoundTask } from './found-task.ts';
import type { Sentence } from './sentences.ts';

const rank: Record<FoundTask['by'], number> = { promise: 2, agreement: 1, assignment: 0 };
const alsoMe = /\b(?:too|as well|also|another|second|my own|part)\b/i;
const givesUp =
  /\b(?:i (?:can't|cannot|can not|won't|will not|am not able to|couldn't)|i'm not able to|i (?:don't|do not) have time|i no longer|forget (?:about|what i said)|scratch that|never mind)\b/i;

/** Each task once: a promise, its repetition in the round at the end, and a new day for it are one. */
export function mergeTasks(found: readonly FoundTask[], sentences: readonly Sentence[]): FoundTask[] {
  const kept: FoundTask[] = [];
  for (const task of found) {
    // "I'll order that as well" is another one.
    const isFurther = /\b(?:as well|also|too)\b/i.test(task.quote);
    const same = isFurther ? -1 : kept.findIndex((other) => isSame(other, task));
    const before = kept[same];
    if (!before) {
      kept.push(task);
    } else if (before.owner === task.owner) {
      kept[same] = merged(before, task);
    } else if (!alsoMe.test(task.quote)) {
      // Somebody else took it over.
      if (rank[task.by] >= rank[before.by] || before.by === 'assignment') {
        kept.splice(same, 1);
        kept.push({ ...task, due: task.due ?? before.due });
      }
    } else kept.push(task);
  }
  return kept.filter((task) => !isGivenUp(task, sentences));
}

function merged(before: FoundTask, task: FoundTask): FoundTask {
  const [main, other] = rank[task.by] > rank[before.by] ? [task, before] : [before, task];
  const text = other.terms.length > main.terms.length + 2 ? main.text : longerOf(main, other);
  return {
    ...main,
    text,
    due: task.due ?? before.due,
    lines: [...new Set([...main.lines, ...other.lines])],
    terms: [...new Set([...main.terms, ...other.terms])],
  };
}

const longerOf = (a: FoundTask, b: FoundTask) => (b.terms.length > a.terms.length ? b.text : a.text);

/** Of the words of the shorter one; by two people it takes more to be the same. */
function isSame(a: FoundTask, b: FoundTask): boolean {
  const [less, more] = a.terms.length <= b.terms.length ? [a.terms, b.terms] : [b.terms, a.terms];
  const few = [...new Set(less)];
  const shared = few.filter((term) => more.includes(term)).length;
  if (few.length === 0) return false;
  if (a.owner !== b.owner) return shared >= 2 && shared >= few.length * 0.75;
  return shared >= Math.max(few.length > 1 ? 2 : 1, few.length * 0.6);
}

function isGivenUp({ owner, at, terms }: FoundTask, sentences: readonly Sentence[]): boolean {
  return sentences.slice(at + 1).some((later) => {
    if (later.speaker !== owner || !givesUp.test(later.text)) return false;
    const shared = terms.filter((term) => later.terms.includes(term)).length;
    return shared >= Math.min(2, terms.length);
  });
}
