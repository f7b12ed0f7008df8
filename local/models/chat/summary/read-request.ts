/** What a sentence asks others to do. */

import { isActionVerb, verbOfGerund } from './action.ts';
import { personNamed } from './address.ts';
import { namesAction, openers } from './read-promise.ts';
import type { Sentence } from './sentences.ts';

export interface TaskRequest {
  /**
   * `asked`: "Can you …?"; `told`: "Ben will …", "Ben, you take …"; `anyone`: "Who can …?"; `needed`: "We have to …",
   * which somebody may take; `when`: "When can you …?", which an answer with a day accepts.
   */
  kind: 'asked' | 'told' | 'anyone' | 'needed' | 'when';
  /** Full name; null where it is whoever answers. */
  to: string | null;
  phrase: string;
}

const adverbs = `(?:please |maybe |also |just |kindly |perhaps |possibly |then |quickly |still |again )*`;
const canYou = new RegExp(
  `\\b(?:can|could|would|will) you(?: guys| two| all| both)?,? ${adverbs}(?:be able to |be so kind (?:as )?to |try to |go ahead and )?`,
  'i',
);
const wouldYouMind = new RegExp(`\\b(?:would|do) you mind ${adverbs}`, 'i');
const areYouAble = new RegExp(
  `\\b(?:are|would) you (?:be )?(?:able|willing|happy) to ${adverbs}|\\bdo you (?:want|have time) to ${adverbs}`,
  'i',
);
const needYou = new RegExp(
  `\\bi(?:'d| would)? (?:like|need|want|ask) you to ${adverbs}|\\bwe need you to ${adverbs}`,
  'i',
);
const please = new RegExp(`^(?:please|kindly),? ${adverbs}`, 'i');
const youWill =
  /^(?:so |then |maybe )?you(?:'ll| will| should| need to| have to| must| are going to|'re going to| could| can)?\s+(?:please |also |then )*(?!'?re\b|are\b|have\b|know\b|said\b|were\b|had\b|mean\b)/i;
const anyone =
  /\b(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of you|one of us)(?: else)? (?:please |maybe |also |just )*|\bany(?:one|body)? (?:volunteers? (?:to|for)|willing to|want to)\s+/i;
const who =
  /^(?:and |so |but )?who(?:'s| is|'ll| will| can| could| would| wants to| would like to| should| is going to|'s going to)?(?: (?:going to|able to|happy to))?\s+/i;
const notDone =
  /^who(?:'s| is| has| did| hasn't| has not| didn't| did not| still has to)+ (?:yet )?(?:not )?(?:do|done) /i;
/** "Lucas, the report is still missing." */
const outstanding =
  /^(?<thing>(?:the|your) .+?) (?:is|are) (?:still )?(?:missing|outstanding|overdue|not done|not finished)\b/i;
const needed =
  /^(?:(?:i think|and|so|also|then|maybe|but)\s+)*(?:someone|somebody|one of us|we|you guys)(?:'ve| have)? ?(?:should|needs? to|has to|have to|got to|must|ought to|still need to|still have to) (?:also |still |really |then )*/i;
const when =
  /\b(?:(?:by )?when|how (?:soon|quickly|fast)|until when|what day) (?:can|could|will|would|do|are) you (?:think you can |be able to |going to |plan to )?/i;
/** "When could you have the test done?" */
const havingDone = /^have (?<thing>.+) (?:done|ready|finished|completed?)\b/i;
const thirdPerson =
  /^(?:(?:maybe|perhaps|so|then|and|i think|i guess|okay|also|that means|to recap|to summarise|to sum up)[,]?\s+)*(?<who>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?),? (?:(?:from|of|in) (?:\p{L}+ ){1,3})?(?:will|'ll|should|can|could|has to|needs to|must|is going to|takes|to)\s+(?:then |also |please |still |just )*/u;
const questionWord = /\b(?:how|what|why|where|which)\b/i;

export function readRequest(sentence: Sentence, people: readonly string[]): TaskRequest | null {
  const said = sentence.said.replace(openers, '').trim();
  const { to, asks, speaker } = sentence;
  const behind = (match: RegExpExecArray) => said.slice(match.index + match[0].length);

  const dated = when.exec(said);
  const deed = dated && behind(dated).replace(havingDone, 'finish $<thing>');
  if (deed && namesAction(deed)) return request('when', to, deed);
  const missing = to !== null && !asks ? outstanding.exec(said)?.groups?.thing : undefined;
  if (missing) return request('asked', to, `deliver ${missing}`);
  const open = anyone.exec(said);
  if (open) return request('anyone', null, behind(open));
  const undone = notDone.exec(said);
  if (undone) return request('anyone', null, `do ${behind(undone)}`);
  if (asks) {
    const volunteer = who.exec(said);
    const wanted = volunteer && behind(volunteer).replace(/^\p{L}+/u, baseOf);
    const [verb = ''] = wanted?.split(' ') ?? [];
    if (wanted && (verb === 'do' || isActionVerb(verb))) return request('anyone', null, wanted);
  }
  for (const pattern of [wouldYouMind, areYouAble, canYou, needYou]) {
    const match = pattern.exec(said);
    // "How can you say that?" asks for no deed.
    if (match && !questionWord.test(said.slice(0, match.index))) return request('asked', to, behind(match));
  }
  const polite = please.exec(said);
  if (polite) return request('asked', to, behind(polite));
  if (to !== null && !asks) {
    const told = youWill.exec(said);
    if (told) return request('told', to, behind(told));
    if (isActionVerb(/^[\p{L}'-]+/u.exec(said)?.[0] ?? '')) return request('told', to, said);
  }
  const you = to === null && !asks ? youWill.exec(said) : null;
  // "You train the first group": whoever says yes to it.
  if (you && isActionVerb(/^[\p{L}'-]+/u.exec(behind(you))?.[0] ?? ''))
    return request('asked', null, behind(you));
  const asked = to !== null && asks ? /^(?:so |then )?you(?:'ll| will) /i.exec(said) : null;
  if (asked && isActionVerb(behind(asked).split(' ')[0] ?? '')) return request('asked', to, behind(asked));
  const need = needed.exec(said);
  if (need && !asks) return request('needed', null, behind(need));
  const third = asks ? null : thirdPerson.exec(sentence.text.replace(openers, ''));
  const named = third?.groups?.who ? personNamed(third.groups.who, people) : null;
  if (third && named && named !== speaker) {
    const whole = sentence.text.replace(openers, '');
    const phrase = whole.slice(third.index + third[0].length);
    return request('told', named, /\btakes\s*$/i.test(third[0]) ? `take ${phrase}` : phrase);
  }
  return null;
}

const request = (kind: TaskRequest['kind'], to: string | null, phrase: string): TaskRequest | null =>
  /\p{L}{3}/u.test(phrase) ? { kind, to, phrase: phrase.replace(/[\s.?!,]+$/, '') } : null;

/** "writes" is "write", "taking" is "take", "does" is "do". */
function baseOf(word: string): string {
  if (/^(?:does|doing)$/i.test(word)) return 'do';
  const bases = [word, verbOfGerund(word) ?? '', word.slice(0, -1), word.slice(0, -2)];
  return bases.find(isActionVerb) ?? word;
}
