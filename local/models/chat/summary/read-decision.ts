/** What a sentence settles or proposes, and in which words. */
import { termsOf } from '../answers/terms.ts';
import { isActionVerb } from './action.ts';
import { openers } from './read-promise.ts';
import { wordClause } from './word-clause.ts';

export interface Settling {
  /**
   * `announced`: in so many words; `confirmed`: "Decided." alone; `concluded`: "So we order eighty", which holds where
   * it follows from what was said; `planned`: "We take the white tiles", which holds where it was proposed, or others agree; `proposed`: holds where others agree; `suggested`: "Every two weeks?", which holds
   * where they agree and say it again; `restated`: "So two from the agency", which holds where it was proposed.
   */
  kind: 'announced' | 'confirmed' | 'concluded' | 'proposed' | 'suggested' | 'restated' | 'planned';
  /** As a statement; empty for `confirmed`. */
  clause: string;
}

const announcement =
  /\b(?:(?:so |then |okay )?(?:it(?:'s| is| has been)|that(?:'s| is)) (?:now |hereby |then |all |finally |officially )*(?:decided|agreed|settled|resolved)|(?:so |then )?(?:we(?:'ve| have)?|everyone(?: has)?) (?:now |all |both |hereby |just |finally |then |therefore )*(?:decided|agreed|settled|resolved)(?: on| upon)?|(?:the|our|my) (?:final )?decision is|(?:final )?decision|(?:agreed|decided|settled)(?=\s*[:,-]|\s+(?:that|to|on|then)\b))(?:\s*[:,-]\s*(?:that |then )?|\s+(?:that|to|on)\s+|,?\s+then,?\s+|\s+)(?<clause>(?=[^.]*\p{L}).+)$/iu;
const choice =
  /^(?<clause>(?:we(?:'ll| will|'re going to| are going to| shall)?|let's|let us) (?:now |then |therefore |just |all )*(?:go(?:ing)? (?:ahead )?with|go for|choose|pick|opt for|settle on|stick (?:with|to)|stay with|commit to|approve|adopt|drop|cancel|postpone|reject|(?:keep|leave)(?! \p{L}+ing\b| you\b| it\b| in mind| going)) .+)$/iu;
const goingWith = /^(?<clause>we(?:'re| are) going (?:ahead )?with .+)$/i;
const itIs =
  /^(?:then |so )?(?<thing>(?!i\b|we\b|you\b)[^,]{2,60}?) it is\b(?<rest>(?:,.*| (?:then|on|at|in|for)\b.*)?)$/i;
const bare =
  /^(?:(?:so |then |okay |great |good )*(?:it's |it is |that's |that is )?(?:decided|settled|agreed|a deal|done)(?: then)?|decision made|sold|done deal|motion carried|(?:the |your |this )?(?:proposal|motion|suggestion) (?:is|has been) (?:accepted|approved|adopted|carried)|approved|adopted|so be it|let's do (?:it|that)(?: then)?|let us do (?:it|that)(?: then)?|we(?:'ll| will) do (?:it|that)(?: then)?|(?:then )?that's the plan|(?:then )?that is the plan)[.! ]*$/i;
const offTable =
  /\b(?:is|are) (?:hereby |now |therefore )?(?:off the table|approved|final|cancelled|canceled|accepted|adopted|rejected)\b/i;
const proposal =
  /^(?:(?:i (?:would |'d )?(?:really |also |strongly )?(?:propose|suggest|recommend|vote(?: for)?|say|move)(?: that)?,?|i'd (?:propose|suggest|recommend|say|vote)(?: that)?,?|my (?:proposal|suggestion|recommendation|vote) (?:is|would be)(?: that| to)?,?|let's|let us|how about(?: this:| that)?|what if|why don't we|why not|shall we|should we|can we agree (?:to|that|on)|can we say|could we(?: at least)?|(?:maybe|perhaps) we(?: should| could| can)?(?: agree that)?|we (?:should|could|might)(?: then| maybe| just| also)?|i(?:'d| would)(?! support\b)(?: rather| prefer(?: to| that)?| like(?: us)? to| go for)?|are we (?:okay|ok|fine|agreed) (?:with|to|on)|is everyone (?:okay|ok|fine|happy) with|everyone (?:okay|ok|fine|happy) with)\s+)(?<clause>.+)$/i;
const conclusion =
  /^(?:(?:so|then|okay|ok|all right|alright|good|great|fine|right|yes|true|well|in that case|that means|therefore|one last thing|finally|and|but)[,:.]?\s+)+(?<clause>(?:we|let's|let us|the \S+(?: \S+){0,2} (?:moves?|is moved|will|gets?|starts?|stays?|is going to)|(?:the|our) \S+(?: \S+){0,5} (?:takes? place|(?:is|are|will be) (?:on|at|in|from|held|moved|closed|cancell?ed|postponed|dropped|approved|extended))|it (?:moves|stays|will))\s+.+)$/i;
/** "Then fifteen.": the rest of what is talked about stands before it. */
const fragment =
  /^(?:(?:okay|ok|all right|alright|fine|good|so)[,.]? )?then[, ]+(?<clause>(?!we\b|i\b|you\b|let|the next\b|there\b|it\b|he\b|she\b|they\b|that\b|what\b|who\b|how\b|when\b|again\b)(?:\S+\s*){1,8})$/i;
/** "Nobody uses it until Monday, agreed?" */
const asksAgreement =
  /^(?<clause>.{12,}?),? (?:is that )?(?:agreed|okay with (?:everyone|everybody|you)|ok with (?:everyone|everybody|you)|everyone agree[ds]?|all agreed|deal)\??$/i;
/** "Every two weeks?" */
const brief = /^(?:\S+\s*){2,6}$/;
const asksFor =
  /^(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|shall|may|has|have|had|am|any|and|really|right|okay|ready|yes|no|everybody|everyone|anyone|anything|sorry|you|i|he|she|they|not|all|nothing|it|that|this)\b/i;
const refusal =
  /^(?<clause>we (?:will not|won't|are not going to|'re not going to|will no longer|are no longer going to) .+)$/i;
/** "… so two from the agency" */
const restatement =
  /(?:^|[\s,.])so (?<clause>(?!(?:we|i|you|it|that|this|they|there|he|she|what|who|how|when|where|why|far|much|many|let|the)\b)(?:\S+\s*){2,8})$/i;
/** "We'll take two from the agency." */
const plan =
  /^(?<clause>we(?:'ll| will) (?!not\b|see\b|never\b|probably\b|have\b|need\b|know\b|find\b|be\b|get\b|lose\b|miss\b|hear\b|come\b).+)$/i;
const moved =
  /^(?:(?:one last thing|one more thing|finally|so|then|okay|also)[:,]?\s+)*(?<clause>the \S+(?: \S+){0,2} (?:moves?|is moved|gets moved|is postponed|is pushed|will move|will be moved|shifts?|stays?|will stay|remains?) (?:from|to|by|until|where|as|open|closed|the same|on|in|at)\b.+)$/i;

/** No statement of its own. */
const notAClause = /^(?:against|but|or|because|with that|about|what|which|how|if|as)\b/i;
/** Of how the meeting goes on, not of what it is about. */
const procedure =
  /^(?:we |let's |let us )?(?:(?:should|could|will|'ll|can|might|just|now|also|then|maybe|quickly|first|please|all) )*(?:begin|start(?:$| with\b| by\b| off\b| now\b| the meeting\b| today\b)|get (?:started|going|back|into|to)|move on|go (?:on|through|over|around|round|back|next|to the next|ahead(?! with))|continue|carry on|talk|discuss|speak|come back|return to|look|see|hear|say(?!\s+\w+(?:day|th)\b)|wrap|stop here|close (?:here|the meeting)|finish (?:here|up)|take (?:a (?:break|look|moment|step|vote)|that offline|this offline|it offline|five)|skip(?! the (?!next|agenda|introductions?|rest|points?|items?|topics?|details)p{L})|wait|dive|jump|hope|be\b|not forget|keep (?:it|this|that|moving|going)|turn to|note|think|recap|summari[sz]e|do a (?:round|quick)|make sure|review where|focus|switch (?:topics?|gears)|park|leave it\b|check (?:in|whether|if)|remember|face it|imagine|suppose|pretend|assume|know|need to (?:talk|discuss|think|be|decide|know|find|understand)|have (?:a look|lunch|to (?:talk|think|decide|see|be|find|know))|agree (?:to disagree))\b/i;
/** States how things are. */
const stative =
  /^(?:so |then )?(?:we|it) (?:(?:still|also|already|only|just|all|now|currently|really|actually|usually|always) )*(?:have|had|are|were|was|is|need|needed|can|could|can't|cannot|could've|might|may|would|should|know|knew|think|thought|see|saw|want|wanted|do(?! (?:the|an?|it|this|that|both|our|only|all|each)\b)|did|don't|didn't|got|get|said|believe|expect|hope|feel|like|love|lost|seem|look|haven't|aren't|weren't|isn't|doesn't|wouldn't|must|used|tried|found|came|went|took|made|ran|spent|sold|told|talked|\p{L}{2,}ed)\b/iu;
const notYet =
  /\b(?:i (?:thought|think|guess|assumed|believe) (?:that )?(?:we|you|it) (?:had |have |was |were )?(?:already )?(?:decided|agreed|settled)|not (?:yet )?(?:decided|agreed|settled)|n't (?:yet )?(?:decided|agreed|decide|agree|settled)|undecided|decide (?:later|next|tomorrow|then|on (?:monday|tuesday|wednesday|thursday|friday))|(?:to|must|should|need to|have to|still|can|will|'ll|cannot|can't) (?:be )?(?:decide|decided|agree)\b|before we (?:decide|agree)|(?:if|when|once|unless|until|whether) (?:we|it is|it's|they|everyone) (?:\p{L}+ )?(?:decided?|agreed?|settled|approved?)|who decided|did we|have we|nothing (?:is|was|has been) (?:decided|agreed))\b/iu;
const earlier =
  /\b(?:last (?:(?:week|month|year|quarter)(?! of\b)|time|meeting|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday)|yesterday|back then|back in|in (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:as well|too|already)|years? ago|months? ago|weeks? ago|days? ago|previously|had (?:decided|agreed)|originally|at the time|they (?:have )?(?:decided|agreed)|once (?:decided|agreed))\b/i;
const unreal =
  /\b(?:if (?:we|i|they|you|he|she|it|that|everyone|everybody|nobody|the \p{L}+) (?:had|were|was|could|would|did|\p{L}+ed)|would have|could have|should have|as if|pretend|in theory|theoretically|hypothetically|suppose|in an ideal world|imagine|i wish)\b/iu;
const reported =
  /\b(?:(?:he|she|they|who|someone|somebody|people|customers?|clients?|parents|the \p{L}+|management|marketing|sales|finance|legal) (?:said|says|say|told|tells|asked|proposed|suggested|suggests|think|thinks|want|wants|decided|would like)|according to|apparently|rumou?r)\b/iu;

export function readSettling(said: string): Settling | null {
  const text = said.trim();
  const asks = text.endsWith('?');
  if (notYet.test(text) || unreal.test(text) || earlier.test(text)) return null;
  const plain = text.replace(/[.!?…\s]+$/, '');
  const opened = plain.replace(openers, '');
  if (!asks && bare.test(opened === '' ? plain : opened)) return { kind: 'confirmed', clause: '' };
  const found = asks ? null : (settled(plain, opened) ?? null);
  if (found) return found;
  const agreeable = asksAgreement.exec(opened)?.groups?.clause;
  if (agreeable) return settling('proposed', agreeable);
  if (asks && brief.test(opened) && !asksFor.test(opened)) return settling('suggested', opened);
  const proposed = proposal.exec(opened)?.groups?.clause ?? proposal.exec(plain)?.groups?.clause;
  return proposed && !reported.test(plain) ? settling('proposed', proposed) : null;
}

function settled(plain: string, opened: string): Settling | null {
  if (!reported.test(plain)) {
    for (const candidate of [plain, opened]) {
      const clause = announcement.exec(candidate)?.groups?.clause;
      const announced = clause && !startsLate(candidate, clause) ? settling('announced', clause) : null;
      if (announced) return announced;
    }
    const chosen = (choice.exec(opened) ?? goingWith.exec(opened))?.groups?.clause;
    if (chosen) return settling('announced', chosen);
    const thing = itIs.exec(opened)?.groups;
    if (
      thing?.thing &&
      !/\b(?:what|how|where|who|that|as|think|know|is|was|because|sure)\b/i.test(thing.thing)
    )
      return settling('announced', `${thing.thing}${thing.rest ?? ''}`);
    const refused = refusal.exec(opened)?.groups?.clause;
    if (
      refused &&
      !/\b(?:know|have|be|see|need|find|get|make it|talk|discuss|finish|reach|manage|lose|forget|regret|survive|achieve)\b/i.test(
        refused,
      )
    )
      return settling('announced', refused);
    const concluded = conclusion.exec(plain)?.groups?.clause ?? moved.exec(plain)?.groups?.clause;
    if (concluded && !stative.test(concluded)) return settling('concluded', concluded);
    if (offTable.test(opened)) return settling('concluded', opened);
    const rest = fragment.exec(plain)?.groups?.clause;
    if (rest) return settling('proposed', rest);
    const again = restatement.exec(plain)?.groups?.clause;
    if (again) return settling('restated', again);
    const planned = plan.exec(opened)?.groups?.clause;
    if (planned && !stative.test(planned)) return settling('proposed', planned);
    const [, verb = ''] = /^we (\p{L}+)/iu.exec(opened) ?? [];
    if ((isActionVerb(verb) || /^(?:go|travel)$/i.test(verb)) && !stative.test(opened))
      return settling('planned', opened);
  }
  return null;
}

/** "I think the date that we agreed on works": the word stands in the middle of something else. */
function startsLate(text: string, clause: string): boolean {
  const before = text.slice(0, text.length - clause.length);
  return (
    before.split(/\s+/).filter(Boolean).length > 8 ||
    /\b(?:that|which|what|as|the \p{L}+) we (?:\p{L}+ )*(?:decided|agreed)/iu.test(before)
  );
}

function settling(kind: Settling['kind'], clause: string): Settling | null {
  if (procedure.test(clause) || notAClause.test(clause) || termsOf(clause).length === 0) return null;
  return { kind, clause: wordClause(clause) };
}
