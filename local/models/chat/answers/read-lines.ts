/** What each line of a transcript does: asks, proposes, agrees, decides, promises. */
import type { BriefLine } from '../../../../lib/assistant-brief.ts';
import { likeness } from '../people/match-person.ts';
import type { NameLikeness } from '../people/remember-likeness.ts';
import { termsOf } from './terms.ts';

export interface ReadLine {
  line: BriefLine;
  /** Place in the transcript, from 0. */
  at: number;
  terms: string[];
  /** Ends with a question. */
  asks: boolean;
  /** Is nothing but a question. */
  isQuestion: boolean;
  /** Settles something, in so many words or because others agreed. */
  decides: 'in words' | 'by agreement' | null;
  /** Promises to do something. */
  promises: boolean;
}

const questionStart =
  /^(?:(?:so|and|but|okay|well|then|now|also|one more thing|last question)[,.]? )*(?:what|when|where|who|whom|whose|which|why|how|should we|shall we|can (?:you|we|i)|could (?:you|we)|will you|would you|do (?:we|you|they)|does|did|is|are there|are we|have (?:we|you)|has|any questions)\b/i;
const inWords =
  /\b(?:(?:it(?:'s| is| was)|that(?:'s| is)|we(?:'ve| have)?|they|everyone|is|are|then) (?:hereby |now |all |both |finally |then |just |also )*(?:decided|agreed|settled|resolved|approved)|(?:the|our|my|final) decision (?:is|was|stands)|decision made|we(?:'ll| will| are going to|'re going to| are)? (?:now |then |therefore )?(?:go|going) (?:with|for|ahead)|we (?:choose|chose|opt for|settle on|settled on|pick|picked|commit to|approve|reject|change the plan|stick (?:to|with)|keep)|we (?:will|are going to|are) not|we decide|let us go (?:with|for)|let's go (?:with|for)|is final|that is final|is approved|is cancelled|is off the table)\b|\bdecided[.!]?$/i;
const inFact =
  /^(?:(?:so|then|okay|all right|alright|good|great|right|well|yes|true|fine|that means|in that case|one last thing|finally)[,:]? )+(?:i agree[,.] )?(?:we|let us|let's|the \S+(?: \S+)? (?:moves?|is moved|will|gets?)|it will|(?:\S+ )?(?:you|ben) will)\b/i;
const notYet =
  /\b(?:not (?:yet )?(?:decided|agreed|settled)|n't (?:decided|agreed|decide|agree)|undecided|decide (?:later|next|tomorrow|then)|(?:to|must|should|need to|have to|still) decide|before we decide|if we (?:decide|agree)|talk about (?:that|it|this) (?:later|next)|come back to)\b/i;
const proposal =
  /\b(?:i (?:would )?(?:propose|suggest|recommend|vote|say|move)|let us|let's|how about|why don't we|we should|we could|what if|shall we|should we|my (?:proposal|suggestion)|then we|i would|i'd|moves? (?:from|to)|instead)\b/i;
const agreement =
  /^(?:(?:yes|yeah|yep|okay|ok|sure|right|good|great|fine|well)[,.!]* )*(?:i agree|agreed|sounds (?:good|great|right|fine)|(?:that )?works for me|fine(?: with me| by me)?|good idea|great idea|perfect|that makes sense|makes sense|i(?:'m| am) (?:fine|okay|ok|happy) with|absolutely|exactly|deal|yes|yeah|okay|ok|sure|me too|i second|of course|definitely|let us do|let's do|no objections?|good)\b/i;
const objection =
  /\b(?:i disagree|i don't (?:think|agree|like)|i do not (?:think|agree|like)|too (?:much|expensive|late|early|risky|many|little)|rather not|not sure|no way|bad idea|won't work|will not work|i(?:'m| am) against|that is impossible)\b|^(?:no|nope)\b/i;
const promise =
  /\b(?:i(?:'ll| will| can| could| shall)|i(?:'m| am) going to|let me|leave (?:it|that) to me|i take (?:that|it|care)|i(?:'ll| will) take)\b/i;
/** Lines behind a proposal that may still be the answers to it. */
const reach = 3;

/** Leaves out what the AI participant said, and what was said to it: neither tells what people meant. */
export function readLines(lines: readonly BriefLine[], persona: string): ReadLine[] {
  const read = lines
    .filter((line) => line.speaker !== persona && !isAddressed(line.text, persona))
    .map(
      (line, at): ReadLine => ({
        line,
        at,
        terms: termsOf(line.text),
        asks: isQuestion(line.text),
        isQuestion: isQuestion(line.text) && termsOf(statementOf(line.text)).length === 0,
        decides: null,
        promises: promise.test(line.text),
      }),
    );
  for (const each of read) each.decides = howItDecides(each, read);
  return read;
}

export function isQuestion(text: string): boolean {
  const last = sentencesOf(text).at(-1) ?? '';
  return last.endsWith('?') || (questionStart.test(last) && !/[.!]$/.test(last));
}

/** Begins or ends with the name. */
export function isAddressed(text: string, persona: string, alike: NameLikeness = likeness): boolean {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const openers = /^(?:hey|hi|hello|ok|okay|so|and|well|please|thanks|thank|you)$/i;
  const start = words.findIndex((word) => !openers.test(word));
  const isName = (...heard: (string | undefined)[]) => alike(heard.join(' '), persona) >= 0.9;
  return isName(words[start]) || isName(words[start], words[start + 1]) || isName(words.at(-1));
}

/** The sentences that are no questions. */
function statementOf(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !isQuestion(sentence))
    .join(' ');
}

const sentencesOf = (text: string) => text.trim().split(/(?<=[.!?])\s+/);

function howItDecides(each: ReadLine, all: readonly ReadLine[]): ReadLine['decides'] {
  const { text, speaker } = each.line;
  const statement = statementOf(text);
  if (notYet.test(text) || each.terms.length === 0) return null;
  const answers = all
    .slice(each.at + 1, each.at + 1 + reach)
    .filter(({ line }) => line.speaker !== speaker)
    .map(({ line }) => statementOf(line.text));
  if (objection.test(answers[0] ?? '')) return null;
  if (inWords.test(statement)) return 'in words';
  if (statement === '' || each.isQuestion) return null;
  const agreed = answers.some((answer) => agreement.test(answer));
  if (inFact.test(statement) || (proposal.test(statement) && agreed)) return 'by agreement';
  return isAcceptance(each, statement, all[each.at - 1]) ? 'by agreement' : null;
}

/** "Every two weeks?" "Fine, every two weeks.": says yes to a proposal and repeats or completes it. */
function isAcceptance(each: ReadLine, statement: string, before: ReadLine | undefined): boolean {
  if (!before || before.line.speaker === each.line.speaker || each.promises || each.terms.length < 2)
    return false;
  if (!agreement.test(statement) || /\bbut\b/i.test(statement)) return false;
  return (
    before.asks &&
    !/^(?:\S+ )?(?:can|could|will|would|do|did|does|is|are|has|have|what|who|when|where|why|how)\b/i.test(
      before.line.text,
    )
  );
}
