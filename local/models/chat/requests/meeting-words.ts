/** The ways in which people ask for a meeting. */
import type { SpokenText } from '../words/spoken-text.ts';

const noun =
  '(?:meetings?|calls?|video calls?|sync(?: up)?|sessions?|catch up|review|appointment|workshop|stand ?up|1 on 1|1 to 1|chat|lunch|coffee|demo|retro(?:spective)?|interview|follow ?up|check in|conversation|event|discussion|briefing|debrief|presentation|training|huddle|round|kick ?off|slot|time)';
const article = '(?:a|an|the|another|our|1|some|my|us a|me a|us an|me an)';
/** Dates that were taken before stand as `_` anywhere. */
const before = `(?:_+ )*(?:${article} )?(?:_+ )*`;
/** These are about appointments whatever follows. */
const strong = '(?:schedule|book|arrange|set up|setup|organi[sz]e|plan)(?: in)?';
/** These need a word for a meeting. */
const weak =
  '(?:create|add|make|fix|put(?: in| down)?|find|get|have|hold|do|propose|enter|block|reserve|send out|send)';
const together =
  "(?:let us|lets|let's|can we|could we|shall we|should we|we should|we need to|we have to|we will|i want to|i need to|i would like to|i'd like to|we want to|we would like to|we'd like to)";
const wish = `(?:(?:${together}|can i|could i) (?:please )?)?`;
const phrase = String.raw`(?<title>(?:(?!with\b|about\b|for\b|to\b|and\b|that\b|_)\S+ ){0,5}?${noun}(?: ${noun})*)\b`;

const calendar =
  /^(?:put|add|enter|write|block) (?:_+ )*(?:a |an |the )?(?<title>(?:(?!with\b)\S+ )+?)(?:with (?<who>.+?) )?(?:in|into|on|to) (?:my|our|the|everyone's|everybody's) calendars?\b/;
const invite = new RegExp(`^invite (?<who>.+?) (?:to|for) ${before}${phrase}`);
const named = new RegExp(
  `^${wish}(?:${strong}|${weak}) ${before}(?:new |quick |short |little |brief )*${phrase}(?! (?:room|notes|list|minutes))`,
);
const needed = new RegExp(
  `^(?:we|i) (?:also )?(?:need|want|would like|could use|should have) ${before}${phrase}`,
);
const meet = new RegExp(
  `^${together} (?:all )?(?:meet|talk|speak|catch up|get together|sync|reconvene|sit down)(?: up)?(?: again| once more)?\\b`,
);
/** "Schedule the security audit next Tuesday": no word for a meeting, so it takes a day or a time. */
const anything = new RegExp(
  `^${wish}${strong} ${before}(?<title>(?:(?!with\\b|about\\b|for\\b|to\\b|_)\\S+ ?){1,6})`,
);

export interface MeetingWords {
  /** What kind of meeting, as it was said. */
  title: string;
  /** People who were named before it; `takeAttendees` finds those behind. */
  who: string | null;
}

/** Takes the order for a meeting, or gives null where there is none. `isDated`: a day or a time was taken before. */
export function takeMeetingWords(text: SpokenText, isDated: boolean): MeetingWords | null {
  for (const pattern of [calendar, invite, named, needed]) {
    const words = takeTitle(text, pattern);
    if (words) return words;
  }
  if (text.take(meet)) return { title: 'Meeting', who: null };
  return isDated ? takeTitle(text, anything) : null;
}

function takeTitle(text: SpokenText, pattern: RegExp): MeetingWords | null {
  const match = pattern.exec(text.plain);
  const words = match?.groups?.title;
  if (!match || words === undefined) return null;
  const from = match[0].indexOf(words);
  const title = text.said(from, from + words.length);
  text.take(pattern);
  return { title, who: match.groups?.who ?? null };
}
