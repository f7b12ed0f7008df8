import { takeDue } from '../dates/resolve-due.ts';
import { matchPerson } from '../people/match-person.ts';
import { readPeople } from '../people/read-people.ts';
import { type Surroundings, say, type Turn } from '../turn.ts';
import type { SpokenText } from '../words/spoken-text.ts';
import { capitalised } from './as-sentence.ts';
import { askAboutPeople } from './ask-about-people.ts';

const who = String.raw`(?<who>(?:(?!to\b)[^_ ]+ ){0,3}?(?!to\b)[^_ ]+)`;
const task = `(?:tasks?|to ?do(?: item)?|action (?:item|point)|action|reminder|ticket|assignment)`;
const must = `(?:should|shall|must|needs? to|ha(?:s|ve) to|will|is (?:going )?to|are to|ought to|promised to|is responsible for|takes? care of)`;
const lead = `(?:(?:that|to|about|of|for|is|called|saying|titled|named) )?`;

/** What is left behind the match, and is not a date, is the task. */
const patterns = [
  new RegExp(`^remind ${who} (?:to|about|that (?:he|she|they|i|we) ${must}|of) `),
  new RegExp(`^(?:set|send|create|add|make) (?:a |an |the )?reminder for ${who} (?:to|about|that) `),
  new RegExp(
    `^(?:create|add|make|write down|note(?: down)?|log|open|put down|take|set|enter|record)(?: me)? (?:a |an |the |another )?(?:new |open )*${task} (?:for|to|on) (?!do )${who} (?:to|about|that (?:he|she|they|i|we) ${must}|of|is to) `,
  ),
  new RegExp(
    `^(?:create|add|make|write down|note(?: down)?|log|open|put down|take|set|enter|record)(?: me)? (?:a |an |the |another )?(?:new |open )*${task}(?: that)? ${who} ${must} `,
  ),
  new RegExp(
    `^(?:create|add|make|write down|note(?: down)?|log|open|put down|take|set|enter|record)(?: me)? (?:a |an |the |another )?(?:new |open )*${task}\\b ?${lead}`,
  ),
  new RegExp(`^(?:give|assign)(?: to)? ${who} (?:a |the )?${task} (?:to|of|that says|about) `),
  new RegExp(`^(?:assign|task) ${who} (?:to|with) `),
  new RegExp(`^(?:ask|tell|get) ${who} to `),
  new RegExp(
    `^(?:note(?: down)?|write down|remember|make a note|record|put down|take a note)(?: that)? ${who} ${must} `,
  ),
  new RegExp(`^make sure(?: that)? ${who} (?:${must} |remembers to |does not forget to |doesn't forget to )`),
  new RegExp(`^(?:do not|don't) let ${who} forget (?:to|about) `),
  /^(?<who>i) (?:need|have) to /,
];
const ontoList =
  /^(?:put|add) (?<what>.+?) (?:on|to|onto) (?<whose>my|our|the|[^_ ]+(?: [^_ ]+)?'s) (?:task|to ?do|action)(?: item)? ?list\b/;
const assigned = /^assign (?<what>.+?) to (?<whose>[^_ ]+(?: [^_ ]+)?)(?=$| _)/;

export function readCreateTask(text: SpokenText, surroundings: Surroundings): Turn | null {
  const isTask =
    patterns.some((pattern) => pattern.test(text.plain)) ||
    ontoList.test(text.plain) ||
    assigned.test(text.plain);
  if (!isTask) return null;
  const due = takeDue(text, surroundings.clock);
  const { owner, words } = split(text, surroundings.people);
  if (due.kind === 'ask') return say(due.question);
  const reading = owner === null ? null : readOwner(owner, surroundings);
  if (reading && reading.kind !== 'people') return say(askAboutPeople(reading, 'Who should do it'));
  const what = capitalised(words).replace(/[\s,.;:!?]+$/, '');
  if (!/\p{L}{2}/u.test(what)) return say('What is the task?');
  // One task has one owner; a task for everyone is nobody's.
  const name = reading?.names.length === 1 ? (reading.names[0] ?? null) : null;
  return { kind: 'call', tool: 'createTask', arguments: { text: what, owner: name, due: due.date } };
}

function split(text: SpokenText, people: readonly string[]): { owner: string | null; words: string } {
  for (const pattern of [ontoList, assigned]) {
    const match = pattern.exec(text.plain);
    const { what, whose } = match?.groups ?? {};
    if (!match || what === undefined || whose === undefined) continue;
    const from = match[0].indexOf(what);
    const owner =
      whose === 'our' || whose === 'the' ? null : whose === 'my' ? 'me' : whose.replace(/'s$/, '');
    return { owner, words: text.said(from, from + what.length) };
  }
  for (const pattern of patterns) {
    const match = text.take(pattern);
    if (!match) continue;
    if (match.groups?.who !== undefined) return { owner: match.groups.who, words: text.rest() };
    return namedFirst(text, people);
  }
  return { owner: null, words: text.rest() };
}

/** "A task for Ben: fix the bug": a name of the meeting at the beginning is the owner. */
function namedFirst(text: SpokenText, people: readonly string[]): { owner: string | null; words: string } {
  for (const words of [2, 1]) {
    const name = new RegExp(`^[_ ]*(?<who>[^_ ]+(?: [^_ ]+){${words - 1}}) `).exec(text.plain)?.groups?.who;
    if (name === undefined || matchPerson(name, people, null).kind === 'none') continue;
    text.take(new RegExp(`(?<=^[_ ]*)${name} `));
    return { owner: name, words: text.rest() };
  }
  return { owner: null, words: text.rest() };
}

function readOwner(owner: string, surroundings: Surroundings) {
  return readPeople(owner === 'i' ? 'me' : owner, surroundings);
}
