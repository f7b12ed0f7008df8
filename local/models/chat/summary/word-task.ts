import { capitalised } from '../requests/as-sentence.ts';
import { verbOfGerund } from './action.ts';

export interface TaskVoices {
  /** Who speaks the words. */
  speaker: string;
  /** To whom; null where that is unknown. */
  hearer: string | null;
  kind: 'promise' | 'request';
}

const tail =
  /(?:[\s,]+(?:instead|as well|too|for (?:you|us|me|that)|then|okay|ok|right|thanks|thank you|please|again|myself|yourself|if you (?:want|like|can|don't mind|could)|if (?:that's|that is|it's) (?:ok|okay|fine|all right)|if (?:needed|necessary|possible)|if nobody (?:objects|minds)|as soon as (?:possible|i can|you can)|asap|right (?:now|away)|immediately|now|will you|would you|can you|could you|maybe|actually|though|you know|of course))+[\s.,!?]*$/i;
const lead =
  /^(?:(?:please|just|also|definitely|then|quickly|really|probably|personally|actually|maybe|certainly|gladly|happily|first|kindly|perhaps|simply|try to|try and|go ahead and|be able to|be sure to|have to|need to|make sure (?:to|you|that you|i|that i)|remember to|not forget to|be the one to|to)\s+)+/i;
const sideClause =
  /(?:,? (?:but|because|since (?:we|i|it|they|you)|so that|so (?:we|you|it|they|i)|otherwise|unless|even though|although|while you|whereas|and (?:we|you|they|it) )|;| - ).*$/i;
const condition = /,? if .*$/i;
const asksWhether = /^(?:see|check|find out|ask|clarify|verify|test|look|let)\b/i;

/** What somebody is to do, as an imperative: "Send Ana the slides". Empty where no words are left. */
export function wordTask(phrase: string, { speaker, hearer, kind }: TaskVoices): string {
  let words = phrase.replace(lead, '').replace(sideClause, '');
  if (!asksWhether.test(words)) words = words.replace(condition, '');
  words = words.replace(tail, '').replace(/[\s,;:.!?…-]+$/u, '');
  const gerund = /^(?:be )?(\p{L}+ing)\b/iu.exec(words);
  const verb = gerund?.[1] ? verbOfGerund(gerund[1]) : null;
  if (gerund && verb) words = verb + words.slice(gerund[0].length);
  const first = (name: string | null) => name?.split(' ')[0] ?? null;
  if (kind === 'promise') {
    const to = first(hearer);
    words = words
      .replace(/\byou guys\b|\byou all\b|\ball of you\b/gi, 'everyone')
      .replace(/\byour\b/gi, to ? `${to}'s` : 'their')
      .replace(/\byou\b/gi, to ?? 'them')
      .replace(/\bmy\b/gi, 'the');
  } else {
    words = words
      .replace(/\b(?:me|to me)\b/gi, (each) => each.toLowerCase().replace('me', first(speaker) ?? 'me'))
      .replace(/\bmy\b/gi, `${first(speaker)}'s`)
      .replace(/\byour\b/gi, 'the');
  }
  return capitalised(words.trim());
}
