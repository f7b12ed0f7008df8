/** Which verbs make a task, and which only say what somebody does in the meeting or feels. */

/** What people do for each other after a meeting; also the form that a gerund is turned back into. */
const verbs =
  `accept add adjust allow analyse analyze announce apply appoint approach archive arrange ask assemble assign attend audit back
  bake book borrow bring brief budget build buy calculate call cancel change chase check choose circulate clarify clean clear
  close collect compare compile complete confirm connect contact convert cook coordinate copy correct count cover create
  cut debug decorate define delete deliver deploy describe design develop dig discuss dispose distribute document double
  download draft draw drive edit email enable enter escalate estimate evaluate examine exchange expand explain explore extend
  file fill finalise finalize find finish fit fix follow forward freeze gather get give grade greet guide hand handle hang help hire host hold
  implement improve include increase inform inspect install integrate interview introduce investigate invite invoice
  issue lay label launch lead limit list lower load look mail make manage mark measure meet merge message moderate migrate mock monitor mount
  move negotiate notify obtain offer open optimise optimize order organise organize outline own pack paint patch pay
  phone pick pilot place plan plant plot post postpone prepare prescribe present press price print procure produce propose prove
  provide publish pull purchase push put raise rearrange reach rebuild recalculate record recruit reduce redesign refactor
  refer register release remind remove rename renew rent reorder repaint repair replace reply report repeat request
  research reschedule reserve resolve respond restart restock return review revise rewrite rework roll run scan schedule
  secure sell send separate serve set settle share ship show sign simplify sketch solve sort source speak specify split staff start
  stock store submit summarise summarize supply survey swap switch take talk teach tell test tidy train transcribe
  transfer translate type undo unpack update upgrade upload use verify visit walk warn wash water weigh wire work wrap write`
    .split(/\s+/)
    .filter(Boolean);
const known = new Set(verbs);
const gerunds = new Map(verbs.flatMap((verb) => gerundsOf(verb).map((gerund) => [gerund, verb])));

export const isActionVerb = (word: string): boolean => known.has(word.toLowerCase());
/** "sending" is "send"; null for what is no gerund of a verb of action. */
export const verbOfGerund = (word: string): string | null => gerunds.get(word.toLowerCase()) ?? null;

function gerundsOf(verb: string): string[] {
  if (/[^e]e$/.test(verb)) return [`${verb.slice(0, -1)}ing`];
  return [`${verb}ing`, `${verb}${verb.at(-1)}ing`];
}

/** Never a task, whoever says it. */
const never =
  /^(?:not|never|no longer|be(?! (?:responsible|in charge|the one|able to \w+|there to|sure to))|been|hear|see(?! (?:if|whether|that|to)\b)|think|believe|guess|assume|say|have(?! (?:a (?:look|word|chat)|it|that|the|a draft|an?|everything|them|this|all)\b.*\b(?:ready|done|finished|complete|look|word|chat|for you)\b)|know|need|miss|love|like|hate|wait|stay|stop|leave|come|drop|jump|hop|head|skip|mute|unmute|turn (?:on|off|my)|begin|continue|admit|hope|bet|remember|forget|eat|regret|die|kill|cry|scream|faint|quit|repeat|quote|pass(?! (?:it|that|this|on|the|them|\w+ on)\b)|mention|keep(?! (?:track|the|a (?:list|log|record))\b)|take (?:a |an |the )?(?:break|moment|second|bus|train|blame|stairs|lift|elevator|day off|week off|notes|minutes|back|it back|that back|that as|the floor|care(?!\s+(?:of|that)\b))|get (?:to (?:that|it|this|the)|there|used|going|started|back to (?:it|that|this)|back in|lost|off|out|some coffee|a coffee)|point out|let you (?:go|speak|start|finish|continue)|step (?:out|away)|grab|live|agree|vote|second|support that|want|understand|appreciate|note that|rather|always|buy you|do my best|do what i can|try my best|show you (?:now|quickly)|share (?:my|the) screen|start (?:with|by|now|off|us)|go (?:first|next|ahead|on|with|along|crazy|home|to (?:bed|lunch|sleep)|for (?:lunch|it))|speak (?:up|louder|slowly)|answer (?:that|it)|join (?:you|from|late|in)|run (?:late|out|off|away)|make (?:it (?:short|quick|up)|a guess|this (?:short|quick)|sense)|lose|fall|happen|become|seem|feel|sound|look like|look forward|end up|finish (?:here|my sentence|the thought)|retire|sleep|explode|probably (?:be|know)|add (?:that|one thing|to that)|ask you|explain (?:why|what|how|it|that|later)|read (?:it )?(?:out|aloud)|tell you (?:what|that|why|how|a)|stick (?:with|to))\b/i;
/** A task only with a day to come: without one it happens here and now. */
const onlyDated =
  /^(?:tell (?:me|us|you|everyone)|give (?:me|us|you)|show (?:me|us|you)|explain|present|walk (?:me|us|you)|let (?:me|us|you) know|get back|come back|go\b|look (?:at|into) (?:it|that|this)|share (?:it|that|this)|try(?: it| that)?$|talk(?! (?:to|with) (?!you\b|it\b))(?: about)?|speak(?! (?:to|with) (?!you\b))|ask(?: you)?$|check(?: it| that| this)?$|read|start|work on|confirm|see|remind (?:me|us|you)|help(?: me| us| you)?$|do (?:some|a bit|more)|keep you|meet|discuss|catch up|have a look|take a look|think)\b/i;

/** Whether "I will …" with these words behind it is a task. `dated`: a day to come was named. */
export function isAction(phrase: string, dated: boolean): boolean {
  return !never.test(phrase) && (dated || !onlyDated.test(phrase));
}

/** What is asked of somebody in the meeting, and done at once. */
const hereAndNow =
  /^(?:(?:just|all|please|also|maybe|quickly|briefly)\s+)*(?:hear|see|repeat|say|imagine|believe|mute|unmute|turn (?:on|off|up|down|your)|begin|start(?! (?:working|preparing|the (?:process|work))\b)|go (?:first|ahead|on|back|through|over|next|to (?:the|slide))|continue|carry on|wait|hold|hang on|stop|come (?:in|closer|back|again)|stay|join|live with|pass (?:me|us|the)|hand (?:me|us)|bring me|grab|lend me|think (?:of|about)|scroll|zoom|move (?:on|closer|your)|help me understand|be\b|have\b|look at (?:this|that|the|my|me)|do me a|speak (?:up|louder|slower|more)|share (?:your|the|my) screen|clarify|elaborate|remember|recall|guess|know|understand|read (?:it|that|this)|take (?:us|me|a (?:look|seat|break|minute|moment))|give (?:me|us) (?:a|an|the|some|one|your) (?:second|minute|moment|sense|hint|example|idea|hand|sec|overview|summary|introduction|update)|let (?:me|him|her|them|us) (?:finish|speak|talk|know if)|excuse|forgive|bear with|note that|notice|consider it|slow|sit|open (?:the )?(?:window|door)|close (?:the )?(?:window|door)|tell me|describe|feel free|don't|do not|never|keep (?:in mind|it|your|quiet|going)|make sure you're|follow(?! up)|love|like)\b/i;

/** Whether "Can you …?" with these words behind it asks for a task. */
export function isTaskRequest(phrase: string, dated: boolean): boolean {
  return (
    (!hereAndNow.test(phrase) || (dated && /^(?:give|tell|describe|clarify|share)/i.test(phrase))) &&
    (dated ||
      !/^(?:(?:tell|explain|show|walk|introduce)(?! (?:her|him|them|the))|confirm(?: that)?$|remind (?:me|us)|present|run (?:me|us)|talk (?:me|us)|summari[sz]e|recap)\b/i.test(
        phrase,
      ))
  );
}
