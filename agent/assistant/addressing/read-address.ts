/** Decides whether a line of speech talks to the AI participant or only about it, and what it wants. */
import { isOrdinaryWord } from '../../../lib/ordinary-words.ts';
import { type Courtesy, courtesyOf } from './courtesies.ts';
import { findName, type NameFound } from './find-name.ts';
import { isFiller, isGreeting, isRequest, opensRequest, takesObject, tellsOf } from './speech-acts.ts';
import { endsSentence, type Word, wordsOf } from './words.ts';

/** `called`: only the name was said, what is wanted may follow. */
export type Address =
  | { kind: 'request'; request: string }
  | { kind: 'called' }
  | { kind: Courtesy }
  | { kind: 'none' };

interface Listener {
  /** Name of the persona. */
  name: string;
  /** Names of the people in the meeting. */
  people: readonly string[];
}

interface Sentence {
  first: number;
  last: number;
  text: string;
}

export function readAddress(line: string, { name, people }: Listener): Address {
  const words = wordsOf(line);
  const places = joinRepeated(findName(words, name, people));
  const sentences = sentencesOf(line, words, places);
  const isPerson = isNameOf(people);
  for (const place of places) {
    const sentence = sentences.find(({ first, last }) => first <= place.first && place.last <= last);
    if (!sentence) continue;
    const around = lookAround(words, place, sentence, isOrdinaryWord(name.toLowerCase()), isPerson);
    if (!isSpokenTo(around)) continue;
    return addressOf(wanted(line, words, sentences, sentence, around), around);
  }
  return { kind: 'none' };
}

interface Around {
  place: NameFound;
  before: Word[];
  after: Word[];
  previous: Word | undefined;
  next: Word | undefined;
  commaBefore: boolean;
  commaAfter: boolean;
  greeted: boolean;
  /** All that precedes the name in its sentence is a way to begin. */
  leads: boolean;
  /** The word could be another one: only punctuation or a greeting makes it the name. */
  doubtful: boolean;
  sentence: string;
  isPerson: (word: Word | undefined) => boolean;
}

function lookAround(
  words: readonly Word[],
  place: NameFound,
  sentence: Sentence,
  ordinary: boolean,
  isPerson: Around['isPerson'],
): Around {
  const before = words.slice(sentence.first, place.first);
  const after = words.slice(place.last + 1, sentence.last + 1);
  const previous = before.at(-1);
  return {
    place,
    before,
    after,
    previous,
    next: after[0],
    commaBefore: previous !== undefined && /[,–—-]/.test(previous.after),
    commaAfter: /[,–—-]/.test(words[place.last]?.after ?? ''),
    greeted: isGreeting(previous) && before.slice(0, -1).every((word) => isFiller(word) || word.after !== ''),
    leads: before.every(isFiller),
    doubtful: place.certainty === 'alike' || ordinary,
    sentence: sentence.text,
    isPerson,
  };
}

function isSpokenTo(around: Around): boolean {
  const { place, after, previous, next, commaBefore, commaAfter, greeted, leads, doubtful } = around;
  if (place.possessive || isListed(around) || isExplained(around)) return false;
  if (greeted) return true;
  if (next && tellsOf(next) && !commaAfter) return false;
  if (leads) {
    if (after.length === 0) return place.certainty === 'same' || previous !== undefined;
    if (commaAfter) return true;
    return !doubtful && opensRequest(after, around.sentence);
  }
  if (after.length === 0) {
    if (commaBefore) return true;
    return !doubtful && !takesObject(previous) && isRequest(around.before, around.sentence);
  }
  if (commaBefore && commaAfter) return true;
  if (doubtful || takesObject(previous)) return false;
  if (commaBefore) return opensRequest(after, around.sentence);
  if (commaAfter) return isRequest(around.before, around.sentence);
  return turnsToYou(after);
}

/** "… Nova can you …", "… Nova please …": nobody speaks of a person like that. */
function turnsToYou([first, second]: readonly Word[]): boolean {
  if (first?.plain === 'please') return true;
  return second?.plain === 'you' && /^(can|could|would|will|do|did|are)$/.test(first?.plain ?? '');
}

/** "Nova, Ben and Chloe": one of several people that are named. */
function isListed({ before, after, commaBefore, commaAfter, previous, isPerson }: Around): boolean {
  const joins = (word: Word | undefined) => /^(and|or)$/.test(word?.plain ?? '');
  if (joins(after[0]) && isPerson(after[1])) return true;
  if (joins(previous) && isPerson(before.at(-2))) return true;
  if (commaAfter && isPerson(after[0])) {
    const rest = after.findIndex((word) => !isPerson(word));
    if (rest > 0 && joins(after[rest])) return true;
    return commaBefore && isPerson(previous);
  }
  const chain = before.slice(before.findLastIndex((word) => !isPerson(word)) + 1);
  return chain.filter((word) => word.after.includes(',')).length > 1;
}

/** "Nova, our note-taker, is here", "our note-taker, Nova, is here". */
function isExplained({ before, after, commaBefore, commaAfter, next }: Around): boolean {
  const third = /^(is|was|has|will|can|takes|keeps|writes|listens|hears|joins|helps|does|did)$/;
  if (!commaAfter) return false;
  if (commaBefore && before.length > 1 && third.test(next?.plain ?? '') && after[1]?.plain !== 'it')
    return true;
  if (!/^(the|our|my|your|a|an|who|which)$/.test(next?.plain ?? '')) return false;
  const close = after.findIndex((word) => /[,–—-]/.test(word.after));
  return close > 0 && third.test(after[close + 1]?.plain ?? '');
}

/** What is wanted: the sentence without the name, and what follows; before it, when the name came last. */
function wanted(
  line: string,
  words: readonly Word[],
  sentences: readonly Sentence[],
  sentence: Sentence,
  { place, before, after, leads }: Around,
): string {
  const rest = line.slice(words[place.last]?.end).replace(/^[\s,.;:!?…–—-]+/, '');
  if (leads && rest !== '') return rest.trim();
  if (leads && before.length > 0 && !before.every((word) => isGreeting(word))) return textOf(line, before);
  if (leads) {
    const earlier = sentences[sentences.indexOf(sentence) - 1];
    const asked = earlier && isRequest(words.slice(earlier.first, earlier.last + 1), earlier.text);
    return asked ? earlier.text.trim() : '';
  }
  const head = textOf(line, before);
  if (after.length > 0) return `${head} ${rest}`.trim();
  const end = /[.?!…]+/.exec(words[place.last]?.after ?? '')?.[0] ?? '';
  return `${head}${end} ${rest}`.trim();
}

function addressOf(request: string, { before, after, sentence }: Around): Address {
  if (request === '') return { kind: 'called' };
  const courtesy = courtesyOf(request);
  if (courtesy) return { kind: courtesy };
  const thanked = before.some((word) => /^thanks?$/.test(word.plain));
  const asks = request.includes('?') || opensRequest(after, sentence) || isRequest(wordsOf(request), request);
  return thanked && !asks ? { kind: 'thanks' } : { kind: 'request', request };
}

/** "Nova, Nova, …" calls once. */
function joinRepeated(places: readonly NameFound[]): NameFound[] {
  const joined: NameFound[] = [];
  for (const place of places) {
    const before = joined.at(-1);
    if (before && before.last + 1 === place.first)
      joined[joined.length - 1] = { ...place, first: before.first };
    else joined.push(place);
  }
  return joined;
}

const textOf = (line: string, words: readonly Word[]) => line.slice(words[0]?.start, words.at(-1)?.end);

function sentencesOf(line: string, words: readonly Word[], places: readonly NameFound[]): Sentence[] {
  const insideName = (i: number) => places.some((place) => place.first <= i && i < place.last);
  const sentences: Sentence[] = [];
  let first = 0;
  for (const [i, word] of words.entries()) {
    if (i < words.length - 1 && (!endsSentence(word) || insideName(i))) continue;
    const end = words[i + 1]?.start ?? line.length;
    sentences.push({ first, last: i, text: line.slice(words[first]?.start, end) });
    first = i + 1;
  }
  return sentences;
}

function isNameOf(people: readonly string[]): Around['isPerson'] {
  const names = new Set(people.flatMap((person) => wordsOf(person).map((word) => word.plain)));
  return (word) => word !== undefined && !word.possessive && names.has(word.plain);
}
