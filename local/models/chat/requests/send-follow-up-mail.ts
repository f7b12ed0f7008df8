import { readPeople } from '../people/read-people.ts';
import { type Surroundings, say, type Turn } from '../turn.ts';
import type { SpokenText } from '../words/spoken-text.ts';
import { asSentence } from './as-sentence.ts';
import { askAboutPeople } from './ask-about-people.ts';

const what = `(?:(?:the|a|an|your|my|our|these|those|this|all|short|quick|brief|meeting|call|today's|of) )*(?:notes?|minutes|summary|recap|follow up|protocol|decisions|tasks|action items|transcript|results|outcome|mail|email|e mail|message|wrap up)(?: (?:e mail|email|mail|message|notes?|and|decisions|tasks|action items|of (?:the|this|today's) (?:meeting|call)|from (?:the|this|today's) (?:meeting|call)))*`;
const noName = String.raw`(?!the\b(?! (?:whole |entire )?(?:team|others|group|rest))|(?:out|a|an|our|my|about|saying|that|with|of)\b|_)\S+`;
const whom = `(?<to>${noName}(?: ${noName})*?)`;
const send = '(?:send(?: out)?|mail|email|e mail|write|forward|share|distribute|circulate)';
/** What begins the text of the mail. */
const opening = `(?:saying(?: that)?|that says|that|about|to say(?: that)?|and (?:say|tell (?:them|him|her))(?: that)?|with the (?:text|message|words))`;

const toBehind = new RegExp(
  `^${send} ${what} (?:(?:out |over |around )?to|with|for) ${whom}(?= ${opening}\\b| _|$)`,
);
const toBefore = new RegExp(`^${send} (?:to )?${whom} ${what}(?= ${opening}\\b| _|$)`);
const toNobody = new RegExp(`^${send} ${what}(?= ${opening}\\b| _|$)`);
const toOnly = new RegExp(
  `^(?:mail|email|e mail|(?:send|write)(?: an?)? (?:mail|email|e mail|message) to|write to) ${whom}(?= ${opening}\\b)`,
);
const message = new RegExp(`^[_ ]*\\b${opening} `);

/** `notes` is the text of a mail for which nobody said any words. */
export function readSendMail(text: SpokenText, surroundings: Surroundings, notes: () => string): Turn | null {
  const match = [toOnly, toBehind, toBefore, toNobody].reduce<RegExpExecArray | null>(
    (found, pattern) => found ?? text.take(pattern),
    null,
  );
  if (!match) return null;
  const to = match.groups?.to?.trim() ?? 'everyone';
  const reading = readPeople(to, surroundings);
  if (reading.kind !== 'people') return say(askAboutPeople(reading, 'To whom should I send it'));
  const isToAll = surroundings.people.every(
    (name) => name === surroundings.asker || reading.names.includes(name),
  );
  const words = text.take(message) ? text.rest() : '';
  const { meetingTitle, persona, asker } = surroundings;
  const by = `Written by ${persona}, the AI participant, ${asker ? `for ${asker}, ` : ''}without a language model.`;
  return {
    kind: 'call',
    tool: 'sendFollowUpMail',
    arguments: {
      to: isToAll ? [] : reading.names,
      subject: meetingTitle === '' ? 'Notes of our meeting' : `Notes: ${meetingTitle}`,
      body: `${words === '' ? notes() : asSentence(words)}\n\n${by}`,
    },
  };
}
