/** What the first words of a sentence do: ask, request, tell of somebody. English, as spoken in meetings. */
import { endsSentence, type Word } from './words.ts';

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that people say before they come to the point. */
const fillers = set(`
  ah actually again all alright also and anyway because but by cool er erm fine good great hm hmm just kindly morning afternoon evening me
  mm nice no now of oh ok okay or perfect please quickly right so sorry sure thank thanks then uh um way well yeah yep yes you excuse
  hey hi hello dear day yo there
`);
const greetings = set('hey hi hello ok okay dear yo alright morning afternoon evening');
const questionWords = set('what whats who whom whos when where why how hows which whose');
const auxiliaries = set(
  'can could would will shall should may might do does did is are was were have has had am must',
);
const askers = set('you we i');
const subjects = set('i im id ill ive we weve lets you youre youve');
const requests = set(`
  add announce answer ask assign begin book bring calculate call cancel capture catch change check choose close compare
  confirm continue convert copy correct count create decide define delete describe do dont draft email end enter
  estimate explain export file find finish fix follow forget forward get give go guess help hold ignore include
  introduce invite join keep leave let list listen log look mail make mark mention message minute move mute name never note
  notify open organise organize pause pick plan please postpone prepare propose pull push put quote read recap record
  redo remember remind remove repeat reply report reschedule respond restart resume review save say schedule
  search send set share show shut skip speak start state stop suggest sum summarise summarize take talk tell tidy
  track transcribe translate try turn type undo unmute update use wait wake wrap write quick quickly kindly question
`);
/** Verbs and words after which the name is what is talked about, not who is talked to. */
const tellings = set(`
  said says say saying told tells thinks thought wrote writes answers answered asks asked mentioned mentions suggests
  suggested proposed proposes sounds sounded seems seemed looks looked knows knew hears listens takes took keeps kept
  joined joins left leaves heard understood understands got gets made makes missed misses records recorded works worked
  helps helped needs wants goes went comes came already also always never probably really still only just even too
  cannot and or nor versus
`);
/** Words that take an object: "ask Nova", "about Nova", "is that Nova". */
const objectTakers = set(`
  a about after against an and any around as ask asked asking asks at before behind believe blame bring but by call called calling
  calls choose control dismiss except find for from get gave give hate have hear heard hey hire hired in include including invite invited
  is it its join kick knows know let like liked likes love loved loves mean meet mention mute my named need needs nor of on
  or our over pause prefer put remove replace see sees send set show than thank that the their this to told tell telling tells
  through trust try turn unlike unmute until use used uses using via want wants was watch when where why how what who with
  without yes if while because then does did do can could will would should has had are were may might must shall am
  not into mute because think
`);

const bare = (word: Word | undefined) => word?.plain.replace(/(?<=..)nt$/, '') ?? '';

export const isFiller = (word: Word) => fillers.has(word.plain);
export const isGreeting = (word: Word | undefined) => word !== undefined && greetings.has(word.plain);
export const takesObject = (word: Word | undefined) => word !== undefined && objectTakers.has(word.plain);
export const tellsOf = (word: Word | undefined) => word !== undefined && tellings.has(word.plain);

/** "…, right?" asks for agreement and is not a question of its own. */
const tag =
  /,\s*(right|ok|okay|yes|no|correct|yeah|is(n't| not)? it|does(n't| not)? it|don't you think)\s*\?/i;

/** True for words that turn to whoever was just named: "what did we", "can you", "please schedule". */
export function opensRequest(words: readonly Word[], sentence: string): boolean {
  const [first, second] = words;
  if (!first || tellsOf(first)) return false;
  const asked = sentence.includes('?') && !tag.test(sentence);
  const opening = bare(first);
  if (questionWords.has(first.plain)) return asked || !['who', 'which', 'whose'].includes(first.plain);
  if (auxiliaries.has(first.plain) || auxiliaries.has(opening)) {
    return asked || askers.has(bare(second)) || requests.has(first.plain);
  }
  return asked || subjects.has(first.plain) || requests.has(first.plain);
}

/** True for a sentence that asks or requests by itself, whoever it is said to. */
export function isRequest(words: readonly Word[], sentence: string): boolean {
  const start = words.findIndex((word) => !isFiller(word) || requests.has(word.plain));
  const core = words.slice(Math.max(0, start));
  const [first, second] = core;
  if (!first || start === -1) return false;
  if (sentence.trimEnd().endsWith('?') && !tag.test(sentence)) return true;
  if (questionWords.has(first.plain)) return !['who', 'which', 'whose', 'when'].includes(first.plain);
  if (auxiliaries.has(first.plain) || auxiliaries.has(bare(first))) return askers.has(bare(second));
  return requests.has(first.plain) && !first.possessive;
}

/** Words that wait for more: a request that ends in one of them is not finished. */
const unfinished = set(`
  a about after also an and are as at because before between but by can could did do does for from has have his her if in into is its
  like may my next of on or our please should so than that the their then this to until us was we what when where which who
  will with would you your um uh er me can you i
`);

/** True when the speaker stopped in the middle of what they wanted to say. */
export function trailsOff(words: readonly Word[]): boolean {
  const last = words.at(-1);
  if (!last) return false;
  if (/[,…–—]|-$|\.\.\.|:$/.test(last.after)) return true;
  if (endsSentence(last) && last.after.includes('?')) return false;
  return unfinished.has(last.plain);
}

const continuations = set(`
  about after also and at because before between by during for from in including instead into next of on or plus starting
  this to today tomorrow tonight until via when with without monday tuesday wednesday thursday friday saturday sunday
`);

/** True for a piece that only makes sense with what the speaker said before it: "next Tuesday at ten". */
export function continuesRequest(words: readonly Word[]): boolean {
  const [first] = words;
  return (
    first !== undefined && words.length <= 12 && continuations.has(first.plain) && !words.some(endsInQuestion)
  );
}

const endsInQuestion = (word: Word) => word.after.includes('?');
