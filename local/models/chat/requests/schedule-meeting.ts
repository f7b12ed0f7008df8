import { takeStart } from '../dates/resolve-start.ts';
import { listNames, type PeopleReading, readPeople } from '../people/read-people.ts';
import { type Surroundings, say, type Turn } from '../turn.ts';
import type { SpokenText } from '../words/spoken-text.ts';
import { capitalised } from './as-sentence.ts';
import { askAboutPeople } from './ask-about-people.ts';
import { takeMeetingWords } from './meeting-words.ts';

/** What calendars offer when nobody says how long. */
const usualMinutes = 30;

const called =
  /\b(?:called|titled|named|with the title|under the title) (?<topic>(?:(?!with\b|_|and invite\b)\S+ ?)+)/;
const topic =
  /\b(?:about|regarding|concerning|on the topic of|on|to (?:discuss|talk about|talk through|talk over|go over|go through|review|speak about|look at|plan|prepare)) (?<topic>(?:(?!with\b|_|and invite\b|invite\b)\S+ ?)+)/;
const attendees =
  /\b(?:and invite|inviting|invite|with|including|between|for|together with)\b (?<who>(?:(?!_|about\b|called\b|titled\b|at\b|so\b|because\b|regarding\b|to\b|on\b|in\b)\S+ ?)+)/;

export function readScheduleMeeting(text: SpokenText, surroundings: Surroundings): Turn | null {
  const before = text.plain;
  const start = takeStart(text, surroundings.clock);
  const words = takeMeetingWords(text, text.plain !== before);
  if (!words) return null;
  const title = takeTopic(text, called);
  const subject = title ? null : takeTopic(text, topic);
  const people = takeAttendees(text, words.who, surroundings);
  if (people.kind !== 'people') return say(askAboutPeople(people, 'Whom should I invite'));
  if (start.kind === 'ask') return say(start.question);
  return {
    kind: 'call',
    tool: 'scheduleMeeting',
    arguments: {
      title: title ? capitalised(title) : titleOf(words.title, subject, people.partners),
      startsAt: start.startsAt,
      durationMinutes: start.durationMinutes ?? usualMinutes,
      attendees: people.names,
    },
  };
}

function takeTopic(text: SpokenText, pattern: RegExp): string | null {
  const match = pattern.exec(text.plain);
  const words = match?.groups?.topic;
  if (!match || words === undefined) return null;
  const to = match.index + match[0].length;
  const said = text.said(to - words.length, to);
  text.take(pattern);
  return said === '' ? null : said;
}

interface Attendees {
  kind: 'people';
  names: string[];
  /** With whom it is, for the title: names, or "the marketing team". */
  partners: string[];
}

/** Whoever asks comes too; without names everyone in the meeting does. */
function takeAttendees(
  text: SpokenText,
  who: string | null,
  surroundings: Surroundings,
): Attendees | Exclude<PeopleReading, { kind: 'people' }> {
  const { asker, people } = surroundings;
  const invited: string[] = [];
  const groups: string[] = [];
  const next = () => text.take(attendees)?.groups?.who;
  for (let words = who ?? next(); words !== undefined; words = next()) {
    const reading = readPeople(words.trim(), surroundings);
    // "The marketing team" names no person whom anybody could write to.
    const isGroup = reading.kind === 'unknown' && /^(?:the|our|a|an|my|this|that|\d)\b/.test(reading.said);
    if (isGroup) groups.push(reading.said);
    else if (reading.kind !== 'people') return reading;
    else invited.push(...reading.names);
  }
  const named = [...new Set(invited)];
  return {
    kind: 'people',
    names: named.length > 0 ? [...new Set([...named, ...(asker ? [asker] : [])])] : [...people],
    partners: [...named.filter((name) => name !== asker), ...groups],
  };
}

function titleOf(kind: string, subject: string | null, partners: readonly string[]): string {
  const words = kind.replace(/\bfollow ?up\b/i, 'follow-up').replace(/\bcheck in\b/i, 'check-in');
  const title = /^(?:slot|time|event)$/i.test(words) ? 'Meeting' : capitalised(words);
  if (subject) return `${title} about ${subject}`;
  return partners.length > 0 && partners.length < 3 ? `${title} with ${listNames(partners, 'and')}` : title;
}
