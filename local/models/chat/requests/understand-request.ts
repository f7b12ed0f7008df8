/** What a person wants, from ordinary words: something with an effect, one of the ready-made answers, or an answer. */
import { type Surroundings, say, type Turn } from '../turn.ts';
import { createSpokenText } from '../words/spoken-text.ts';
import { readCreateTask } from './create-task.ts';
import { readEndMeeting } from './end-meeting.ts';
import { readRecordDecision, readRecordStatement } from './record-decision.ts';
import { readScheduleMeeting } from './schedule-meeting.ts';
import { readSendMail } from './send-follow-up-mail.ts';
import { stripAddress } from './strip-address.ts';

export type Wanted =
  | { kind: 'turn'; turn: Turn }
  | { kind: 'catchUp' | 'mentions' | 'decisions' | 'openQuestions' }
  /** `of` is a name as it was heard, null for the asker. */
  | { kind: 'tasks'; of: string | null }
  | { kind: 'whoIsHere' | 'tellTime' }
  /** An earlier meeting was named. */
  | { kind: 'pastMeetings'; query: string }
  | { kind: 'abilities' | 'thanks' | 'greeting' }
  | { kind: 'question'; question: string };

/** What only the transcript knows, for requests that point to it. */
export interface Heard {
  latestDecision: () => string | null;
  notes: () => string;
}

const questionWord =
  /^(?:what|whats|what's|when|where|who|whos|who's|whose|whom|which|why|how|did|does|do (?:we|i|you|they|people)|is|are|was|were|has|have|had|am|any|anything|will|tell (?:me|us) (?:what|when|who|where|why|how|which|if|whether|about))\b/;
const negated =
  /^(?:do not|don't|never|no need to|please do not|stop trying to|you do not need to|forget about)\b(?! (?:let \S+(?: \S+)? forget))/;
const change =
  /^(?:cancel|call off|move|reschedule|postpone|push back|push|shift|bring forward|delay|change|delete|remove)\b.* (?:meeting|call|sync|appointment|event|session|invitation|task|follow up|reminder)s?\b/;

const readyMade: [RegExp, Wanted][] = [
  [
    /\b(?:catch me up|bring me up to (?:speed|date)|what (?:did|have) i miss(?:ed)?|where are we|fill me in|get me up to (?:speed|date))\b/,
    { kind: 'catchUp' },
  ],
  [
    /\b(?:summari[sz]e|recap|sum up|summary of|give (?:me|us) (?:a|the|an) (?:quick |short |brief )?(?:summary|recap|overview)|what (?:have|did) (?:we|you|they|people) (?:talk(?:ed)?|discuss(?:ed)?|cover(?:ed)?)(?: about)?(?: so far| until now| today)?$|what happened so far|what (?:is|was|has been) (?:this|the) meeting about)\b/,
    { kind: 'catchUp' },
  ],
  [
    /\b(?:was i|have i been|am i|did (?:anyone|anybody|someone|somebody|they|people)) (?:mention(?:ed)?|nam(?:e|ed)|ask(?:ed)?|talk(?:ed)? about|say|call(?:ed)?)(?: (?:me|my name|for me|about me|anywhere|so far|at all|here|by anyone))*$/,
    { kind: 'mentions' },
  ],
  [
    /\b(?:(?:did|has) (?:anyone|anybody|someone|somebody) (?:mention(?:ed)?|say|said|need(?:ed)?|ask(?:ed)? for) (?:me|my name)|who mentioned me|was my name (?:mentioned|said)|what (?:was|did (?:they|people|anyone)) (?:said|say) about me)\b/,
    { kind: 'mentions' },
  ],
  [
    /^(?:what(?:'s| is| was| were| has been| have| are| did)?|which|list|show(?: me)?|give (?:me|us)|read(?: out)?|tell (?:me|us)|any|have|did|is|were)\b(?:(?! about | on | regarding ).)*\b(?:decisions?|decided?|agreed?(?: on| to)?)(?: (?:so far|until now|today|we made|made|taken|have we made|did we make|have been made|were made|was made|in this meeting|here|already|up to now|yet|anything))*$/,
    { kind: 'decisions' },
  ],
  [
    /\b(?:open (?:questions?|points?|issues?|topics?)|unanswered questions?|unresolved|questions? (?:are |is )?(?:still )?(?:open|unanswered|left)|what(?:'s| is) (?:still )?(?:open|unclear|undecided|left open)|what (?:do|did) we (?:still have to|not) (?:answer|clarify))\b/,
    { kind: 'openQuestions' },
  ],
  [
    /^(?:(?:what are |list |show (?:me )?|read (?:me )?|tell me )?my (?:open )?(?:tasks?|to ?dos?|action (?:items|points)|actions|assignments)|what do i (?:have|need) to do|what (?:did|have) i (?:promised?|agreed?(?: to)?|committed?(?: to)?)(?: to do)?|what am i supposed to do|what(?:'s| is) on my (?:list|plate)|(?:do|have) i (?:have |got )?(?:any |to do )?(?:tasks?|anything(?: to do)?))\b/,
    { kind: 'tasks', of: null },
  ],
  [
    /^(?:who(?:'s| is|s| are| else is)? (?:here|present|in (?:the|this) (?:meeting|call|room)|on (?:the|this) (?:call|line)|all here|with us|attending|around|joining|missing)|who (?:has |have )?joined(?: (?:the|this) (?:meeting|call))?|how many (?:people|of us) (?:are|is) (?:here|there|in (?:the|this) (?:meeting|call)|on (?:the|this) call)|is (?:everyone|everybody) here|is \S+(?: \S+)? (?:still |already )?(?:here|present|in (?:the|this) (?:meeting|call)|on (?:the|this) call)|list (?:the )?(?:participants|attendees)|who are the (?:participants|attendees))$/,
    { kind: 'whoIsHere' },
  ],
  [
    /^(?:what(?:'s|s)?(?: is)? (?:the )?(?:current )?(?:time|date)(?: is it)?(?: (?:now|today|right now|here|in \S+))*|what (?:day|date|time) (?:is it|do we have|is today)(?: (?:now|today|right now))*|what(?:'s| is) today(?:'s date)?|(?:do you (?:know|have) |tell (?:me|us) )(?:what )?(?:the )?(?:current )?(?:time|date)(?: (?:it is|is it))?(?: now)?|how late is it|how long (?:have we been|are we) (?:talking|meeting|here)|which day is (?:it|today))$/,
    { kind: 'tellTime' },
  ],
  [
    /^(?:what can you do|help|what do you do|how can you help|who are you|what are you|are you (?:an? )?(?:ai|bot|robot|human|language model|real)|what can i (?:ask|say)(?: you)?|how do you work)\b/,
    { kind: 'abilities' },
  ],
  [
    /^(?:thanks?(?: you)?(?: (?:very|so) much| a lot)?|thank you|cheers|well done|good job|perfect|great|cool|nice|ok|okay|never mind|nevermind|that is all|that's all)$/,
    { kind: 'thanks' },
  ],
  [
    /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|welcome|are you (?:there|here|listening)|hear (?:me|us)|how are you)(?: (?:everyone|all|there|today))?$/,
    { kind: 'greeting' },
  ],
];
const tasksOf =
  /^(?:what (?:does|do|did|has|is|must|should) (?<who>(?!we\b|i\b|you\b|it\b|they\b|the\b)\S+(?: \S+)??) (?:have to do|need to do|has to do|to do|supposed to do|promise(?: to do)?|promised(?: to do)?|responsible for|commit to)|(?:what are|list|show(?: me)?|tell me|which are) (?<whose>\S+(?: \S+)?)'s? (?:open )?(?:tasks?|to ?dos?|action (?:items|points)))\b/;
const past =
  /\b(?:(?:last|previous|earlier|past|prior|other|yesterday's) (?:week's |month's |time's )?(?:meetings?|calls?|session|sync|stand ?up|time we (?:met|talked|spoke))|last (?:week|month|time)(?:'s)?\b(?! of)|(?:meeting|call|sync|session|stand ?up)s? (?:last|yesterday|on (?:monday|tuesday|wednesday|thursday|friday)|before)|in an earlier meeting|when we last (?:met|spoke|talked)|search (?:the |our )?(?:past|earlier|previous|old) meetings)\b/;

export function understandRequest(request: string, surroundings: Surroundings, heard: Heard): Wanted {
  const question = stripAddress(request, surroundings.persona, surroundings.asker);
  const { plain } = createSpokenText(question);
  if (negated.test(plain)) return { kind: 'turn', turn: say('All right, I leave it.') };
  if (!questionWord.test(plain)) {
    const turn = readEffect(question, surroundings, heard);
    if (turn) return { kind: 'turn', turn };
    if (change.test(plain))
      return { kind: 'turn', turn: say('I cannot change or cancel what is planned already; its page can.') };
  }
  const ready = readyMade.find(([pattern]) => pattern.test(plain));
  if (ready) return ready[1];
  const { who, whose } = tasksOf.exec(plain)?.groups ?? {};
  if (who ?? whose) return { kind: 'tasks', of: who ?? whose ?? null };
  return past.test(plain) ? { kind: 'pastMeetings', query: question } : { kind: 'question', question };
}

function readEffect(request: string, surroundings: Surroundings, heard: Heard): Turn | null {
  const text = () => createSpokenText(request);
  return (
    readEndMeeting(text()) ??
    readSendMail(text(), surroundings, heard.notes) ??
    readRecordDecision(text(), heard.latestDecision) ??
    readCreateTask(text(), surroundings) ??
    readRecordStatement(text()) ??
    readScheduleMeeting(text(), surroundings)
  );
}
