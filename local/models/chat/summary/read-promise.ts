/** What a sentence commits its own speaker to. */
import { isActionVerb, verbOfGerund } from './action.ts';

export interface Commitment {
  /** `offer`: holds only where somebody takes it, or where a day is named. */
  strength: 'firm' | 'offer';
  /** What is promised; null for "Will do" and "I will take that", which name nothing. */
  phrase: string | null;
  /** Words before it, which may name the day: "By Friday I will …". */
  before: string;
}

export const openers =
  /^(?:(?:so|okay|ok|yes|yeah|yep|sure(?: thing)?|right|good|great|fine|well|and|but|then|also|alright|all right|no problem|of course|absolutely|perfect|now|actually|oh|ah|cool|certainly|definitely|in that case|from my side|on my side|on my end|gladly|no worries|sounds good|agreed|understood|noted|thanks|thank you|i agree|i think|i guess|i mean|you know|look|listen|meanwhile|finally|next|first|second|lastly|otherwise|anyway|happy to)\b[\s,.!:;-]*)+/i;

const thing = `(?:it|that|this|them|those|these|that one|this one|that part|this part|the job|the task|care of (?:it|that|this|them|those|everything))`;
const generic = new RegExp(
  `^(?:will do(?: that| it)?|can do|(?:i(?:'m| am) )?on it|consider it done|leave (?:it|that|this) (?:to|with) me|i(?:'ve| have)? got (?:it|this|that)(?: covered)?|i (?:will|can|shall|do)|i'll|(?:i volunteer|me|i am|i'm happy to|i would|that(?:'s| is) on me|that(?:'s| will be) me)|put me down(?: for (?:it|that|this))?|count me in|i(?:'ll| will) get (?:right )?(?:on|to) (?:it|that)|you(?:'ll| will) (?:have|get) (?:it|that|them|this)|(?:i(?:'ll| will| can| could|'m going to| am going to|'d be happy to| would be happy to|'m happy to)|let me|happy to|gladly) (?:gladly |happily |just |also |certainly |definitely |try to )*(?:do|take|handle|own|manage|cover|tackle|look after|see to|deal with|take on|get on|sort|sort out|arrange|look into|take over|organi[sz]e|have|try|make) ${thing}(?: (?:over|on|out|up|done|ready|finished))?)(?= *$|[,.!]| (?:by|until|before|on|tomorrow|today|tonight|this|next|in|right|first|after|at|then|as well|too|if|for|with|over|once|when|myself|and)\\b)`,
  'i',
);
const adverbs = `(?:also |then |just |definitely |certainly |personally |gladly |happily |absolutely |of course |quickly |try to |try and |go ahead and |make sure to |be sure to |probably |maybe |perhaps |still |now |simply |as well )*`;
const firm = new RegExp(
  `\\bi(?:'ll| will| shall|'m going to| am going to|'m gonna| am gonna| promise to| commit to| promised to| agree to)\\s+(?:have to |need to )?${adverbs}`,
  'i',
);
const offer = new RegExp(
  `\\b(?:i (?:can|could|would|might|may|should|must|need to|have to|want to|ought to|plan to)|i'd (?:like to|be happy to|love to)|i(?:'ve| have) (?:got )?to|i've got to|i(?:'m| am) happy to|let me|should i|shall i|can i|i'd)\\s+${adverbs}`,
  'i',
);
/** "You will have the figures by Friday." */
const delivery = /^you(?:'ll| will) (?:have|get|receive) (?<thing>(?:the|my|our|a|an|all) .+)$/i;
const present = /^i (?!propose|vote|offer|move|second|open|start|call|report)(\p{L}+) /iu;
const byDay =
  /\b(?:tomorrow|tonight|weekend|(?:on|by|until|before|next|this) (?:the \w+|week|month|\w+day))\b/i;
const progressive = /\bi(?:'m| am)\s+(?:also |then |just )*(\p{L}+ing)\b/iu;
/** Words before "I will" that make it somebody else's, or only a thought. */
const reporting =
  /\b(?:said|says|saying|told|tells|thinks?|thought|asks?|asked|wonder\w*|heard|if|whether|unless|suppose|imagine|wish|hope|afraid|worried|sure|knows?|promised|what|how|why|where|which|who|when|everything|anything|all|thing|before|until|once|after|because|as|so that|that)\s*(?:(?:me|us|him|her|them|you)\s+)?(?:that\s*)?$/i;
const unsure = /\b(?:probably|maybe|perhaps|i might|i may)\b/i;
const unreal =
  /\b(?:if|unless) (?:i|we|you|he|she|they|it|that|the \p{L}+|anyone|nobody) (?:were|was|had|could|would|did|\p{L}+ed)\b|\b(?:would have|could have|should have|i'd have|had i|were i)\b/iu;
const proviso =
  /\bif (?:you (?:want|like|agree|don't mind|can|send|give)|nobody|no one|that's|that is|it's|it is|needed|necessary|possible|everyone|everybody|i can|i find|there (?:is|are))\b/i;

export function readCommitment(said: string): Commitment | null {
  const text = said.replace(openers, '').trim();
  const plain = text.replace(/[.!?…\s]+$/, '');
  if (unreal.test(plain)) return null;
  if (generic.test(plain) && !said.trim().endsWith('?')) {
    return { strength: 'firm', phrase: null, before: plain };
  }
  return readPhrase(plain, said);
}

function readPhrase(plain: string, said: string): Commitment | null {
  const delivered = delivery.exec(plain)?.groups?.thing;
  if (delivered) return { strength: 'offer', phrase: `deliver ${delivered}`, before: '' };
  const asks = said.trim().endsWith('?');
  const promised = firm.exec(plain);
  if (promised && !asks && !reporting.test(plain.slice(0, promised.index))) {
    const phrase = plain.slice(promised.index + promised[0].length);
    const isLoose =
      unsure.test(plain) ||
      (/\bif\b/i.test(plain) &&
        !proviso.test(plain) &&
        !/^(?:see|check|find out|ask|clarify|verify|test) .*\bif\b/i.test(phrase));
    return { strength: isLoose ? 'offer' : 'firm', phrase, before: plain.slice(0, promised.index) };
  }
  const offered = offer.exec(plain);
  if (
    offered &&
    !reporting.test(plain.slice(0, offered.index)) &&
    (!asks || /^(?:should|shall|can) i|let me/i.test(offered[0]))
  ) {
    return {
      strength: 'offer',
      phrase: plain.slice(offered.index + offered[0].length),
      before: plain.slice(0, offered.index),
    };
  }
  const plan = asks ? null : present.exec(plain);
  // "I edit the episode on Friday" is one by its day too.
  if (plan && isActionVerb(plan[1] ?? '') && byDay.test(plain)) {
    return { strength: 'offer', phrase: plain.slice(plain.indexOf(' ') + 1), before: '' };
  }
  const going = progressive.exec(plain);
  if (!going || asks || verbOfGerund(going[1] ?? '') === null) return null;
  // "I am sending it tomorrow" is a promise by its day only.
  return {
    strength: 'offer',
    phrase: plain.slice(going.index).replace(/^.*?(?=\p{L}+ing\b)/iu, ''),
    before: '',
  };
}

/** The first word of what is promised is a verb of doing something for others. */
export function namesAction(phrase: string): boolean {
  const [first = ''] = phrase.match(/[\p{L}'-]+/u) ?? [];
  return isActionVerb(first) || verbOfGerund(first) !== null;
}
