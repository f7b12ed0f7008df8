/** What was really decided: announced, or proposed and agreed to; what was rejected or replaced later is left out. */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { termsOf } from '../answers/terms.ts';
import { nameTopic, pointsBack } from './point-back.ts';
import { readSettling, type Settling } from './read-decision.ts';
import { openers, readCommitment } from './read-promise.ts';
import { isJoke, readStance } from './replies.ts';
import type { Sentence } from './sentences.ts';
import { wordClause } from './word-clause.ts';

export interface FoundDecision {
  text: string;
  /** The line that settled it first. */
  lines: BriefLine[];
  /** Of the sentence that settled it. */
  at: number;
  terms: string[];
  isAnnounced: boolean;
}

interface Open {
  sentence: Sentence;
  settling: Settling;
  terms: string[];
}

/** Sentences behind a proposal that may be answers to it. */
const answerReach = 6;
/** Sentences before "Decided." in which it was said what. */
const meantReach = 5;

export function findDecisions(sentences: readonly Sentence[]): FoundDecision[] {
  const found: FoundDecision[] = [];
  const open: Open[] = [];
  for (const sentence of sentences) {
    const settling = readSettling(sentence.said);
    if (settling && !isJokeHere(sentence, sentences)) {
      const decision = decide(sentence, settling, { sentences, open });
      if (decision) found.push(decision);
      if (settling.clause !== '') open.push({ sentence, settling, terms: termsOf(settling.clause) });
    }
  }
  return withoutReplaced(found)
    .filter((decision) => !isRevoked(decision, sentences))
    .map((decision) => ({ ...decision, text: nameTopic(decision.text, decision.at, sentences) }));
}

function decide(
  sentence: Sentence,
  settling: Settling,
  { sentences, open }: { sentences: readonly Sentence[]; open: readonly Open[] },
): FoundDecision | null {
  const { at, speaker, lines } = sentence;
  const answers = answersTo(sentence, sentences);
  const terms = termsOf(settling.clause);
  // Behind the first answer an objection may be to something else.
  const isRefused = answers.some(
    (answer, i) =>
      answer.stance === 'objects' && (i === 0 || answer.sentence.terms.some((term) => terms.includes(term))),
  );
  if (isRefused) return null;
  const agreeing = answers.find(({ stance }) => stance === 'agrees');
  const recent = open.filter((each) => at - each.sentence.at <= meantReach);
  const proposed = recent.findLast((each) => each.terms.some((term) => terms.includes(term)));
  const settledBy = (
    text: string,
    cited: readonly BriefLine[],
    isAnnounced: boolean,
    first: readonly BriefLine[] = lines,
  ): FoundDecision => ({
    text,
    lines: [...new Set([...first, ...cited])],
    at,
    terms: termsOf(text),
    isAnnounced,
  });
  switch (settling.kind) {
    case 'announced':
      // What it replaces is no source of it.
      return settledBy(
        settling.clause,
        /\binstead\b/i.test(settling.clause) ? [] : (proposed?.sentence.lines ?? []),
        true,
      );
    case 'confirmed': {
      const before = sentences[at - 1];
      const own =
        before && before.speaker === speaker && before.terms.length > 1 && !before.asks ? before : null;
      const meant = own ?? recent.at(-1)?.sentence ?? null;
      if (!meant) return stateNext(sentence, sentences);
      // Somebody else's "Agreed" alone is an answer, which the proposal reads itself.
      if (meant.speaker !== speaker && /^agreed/i.test(sentence.said)) return null;
      const next = sentences[at + 1];
      const isSaidAgain =
        next?.speaker === speaker && !next.asks && next.terms.some((term) => meant.terms.includes(term));
      const stated = isSaidAgain ? next : meant;
      const text = readSettling(stated.said)?.clause ?? wordClause(stated.said.replace(openers, ''));
      return settledBy(text, [...lines, ...meant.lines], true, isSaidAgain ? next.lines : lines);
    }
    case 'concluded': {
      // Of what nobody wants to change any more the same person may have spoken.
      const isAboutStaying = /\b(?:stays?|remains?)\b/i.test(settling.clause);
      const follows = sentences
        .slice(Math.max(0, at - meantReach), at)
        .some(
          (before) =>
            (before.speaker !== speaker || isAboutStaying) &&
            before.terms.some((term) => terms.includes(term)),
        );
      return agreeing || proposed || follows || /^(?:\S+[,.]? )?then we\b/i.test(sentence.said)
        ? settledBy(settling.clause, proposed?.sentence.lines ?? [], false)
        : null;
    }
    case 'proposed':
      return agreeing ? settledBy(settling.clause, agreeing.sentence.lines, false) : null;
    case 'planned':
      return agreeing || proposed ? settledBy(settling.clause, proposed?.sentence.lines ?? [], false) : null;
    case 'restated':
      return proposed && sharedShare(terms, proposed.terms).share >= 0.6
        ? settledBy(proposed.settling.clause, proposed.sentence.lines, true)
        : null;
    case 'suggested': {
      const again =
        agreeing &&
        [agreeing.sentence, sentences[agreeing.sentence.at + 1]].find(
          (each) =>
            each?.speaker === agreeing.sentence.speaker && each.terms.some((term) => terms.includes(term)),
        );
      return again ? settledBy(wordClause(again.said.replace(openers, '')), lines, false, again.lines) : null;
    }
  }
}

/** "It is settled. The concert takes place on the twelfth.": where nothing was proposed in so many words. */
function stateNext({ at, speaker, lines }: Sentence, sentences: readonly Sentence[]): FoundDecision | null {
  const next = sentences[at + 1];
  if (next?.speaker !== speaker || next.asks) return null;
  const isTalkedAbout = sentences
    .slice(Math.max(0, at - meantReach), at)
    .some(({ terms }) => terms.some((term) => next.terms.includes(term)));
  if (!isTalkedAbout) return null;
  const text = wordClause(next.said.replace(openers, ''));
  return {
    text,
    lines: [...new Set([...next.lines, ...lines])],
    at: next.at,
    terms: termsOf(text),
    isAnnounced: true,
  };
}

/** What others say to it, until something else is proposed or the AI participant takes part. */
function answersTo({ at, speaker }: Sentence, sentences: readonly Sentence[]) {
  const answers: { sentence: Sentence; stance: ReturnType<typeof readStance> }[] = [];
  for (const sentence of sentences.slice(at + 1, at + 1 + answerReach)) {
    if (sentence.afterAssistant) break;
    const isOwn = sentence.speaker === speaker;
    if (answers.length > 0 && readSettling(sentence.said)?.kind === 'proposed') break;
    if (isOwn && answers.length === 0 && readSettling(sentence.said)?.kind === 'proposed') break;
    if (isOwn) continue;
    // Behind the first answer people may talk about something else.
    if (answers.length > 2) break;
    // "Okay, I will send it" says yes to something else, unless it is the first answer.
    const isPromise = answers.length > 0 && readCommitment(sentence.said) !== null;
    answers.push({ sentence, stance: isPromise ? 'neither' : readStance(sentence.said) });
  }
  return answers;
}

const isJokeHere = ({ at, text, speaker }: Sentence, sentences: readonly Sentence[]) =>
  isJoke(text) ||
  sentences.slice(at + 1, at + 3).some((next) => next.speaker === speaker && isJoke(next.text));

/** What was decided later holds. */
function withoutReplaced(found: readonly FoundDecision[]): FoundDecision[] {
  const kept: FoundDecision[] = [];
  for (const decision of found) {
    const same = kept.findIndex((before) => isAboutSame(before, decision) || isTakenUp(before, decision));
    const before = kept[same];
    if (!before) {
      kept.push(decision);
      continue;
    }
    const isRepetition = isRepeated(before, decision) && !/\binstead\b/i.test(decision.text);
    // An agreement behind the announcement only repeats it.
    if (before.isAnnounced && !decision.isAnnounced && isRepetition && !pointsBack(before.text)) continue;
    kept.splice(same, 1);
    const lines = isRepetition ? [...new Set([...decision.lines, ...before.lines])] : decision.lines;
    kept.push({ ...decision, lines });
  }
  return kept;
}

function sharedShare(a: readonly string[], b: readonly string[]): { count: number; share: number } {
  const [less, more] = a.length <= b.length ? [new Set(a), new Set(b)] : [new Set(b), new Set(a)];
  const count = [...less].filter((term) => more.has(term)).length;
  return { count, share: less.size === 0 ? 0 : count / less.size };
}

function isAboutSame(a: FoundDecision, b: FoundDecision): boolean {
  const { count, share } = sharedShare(a.terms, b.terms);
  const isNear = Math.abs(a.at - b.at) <= answerReach / 2;
  return share >= 0.5 && (count > 1 || isNear || Math.min(a.terms.length, b.terms.length) === 1);
}

/** A proposal that somebody agreed to, and that was announced in other words then. */
function isTakenUp(before: FoundDecision, { lines, isAnnounced }: FoundDecision): boolean {
  const [proposed] = before.lines;
  return isAnnounced && !before.isAnnounced && proposed !== undefined && lines.slice(1).includes(proposed);
}

const isRepeated = (a: FoundDecision, b: FoundDecision) => sharedShare(a.terms, b.terms).share >= 0.8;

const revoking =
  /\b(?:scrap|forget (?:about )?(?:it|that|the)|(?:i |we )?(?:take|took) (?:that|it) back|changed? (?:my|our) mind|on second thoughts?|after all|cancel that|undo that|let's not|let us not|not do that|never mind|nevermind|we can't do that|that won't work|that will not work)\b/i;
/** Sentences in which "Scrap that" needs no name of what it means. */
const revokeReach = 4;

function isRevoked({ at, terms }: FoundDecision, sentences: readonly Sentence[]): boolean {
  return sentences.slice(at + 1).some((later) => {
    if (!revoking.test(later.text) || later.asks) return false;
    const { count } = sharedShare(terms, later.terms);
    const isNext = !sentences.slice(at + 1, later.at).some(({ said, asks }) => asks || readSettling(said));
    return count >= 2 || (isNext && later.at - at <= revokeReach && later.terms.length <= 2);
  });
}
