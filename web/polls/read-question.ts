import { ParleyError } from '../../lib/errors.ts';
import { pollLimits, type WritePoll } from '../../lib/poll-messages.ts';
import { cleanText } from '../../lib/text.ts';

/** What it would be a mistake to ask: nothing to read, too little or too much to choose from, the same choice twice. */
export function readQuestion({ launch: _, ...poll }: WritePoll): Omit<WritePoll, 'launch'> {
  const question = readLine(poll.question, { name: 'The question', most: pollLimits.question });
  const choices = poll.choices.map((choice, place) =>
    readLine(choice, { name: `Choice ${place + 1}`, most: pollLimits.choice }),
  );
  const { fewestChoices, mostChoices } = pollLimits;
  if (choices.length < fewestChoices || choices.length > mostChoices) {
    throw new ParleyError('bad_request', `A poll has ${fewestChoices} to ${mostChoices} choices.`);
  }
  if (new Set(choices.map(keyOf)).size < choices.length) {
    throw new ParleyError('bad_request', 'Two choices are the same.');
  }
  return { ...poll, question, choices };
}

/** What two choices have in common that nobody can tell apart. */
const keyOf = (choice: string) => choice.normalize('NFKC').toLowerCase();

/** Throws for a text that is too long: nothing is cut behind anyone's back. */
function readLine(text: string, { name, most }: { name: string; most: number }): string {
  // One more than fits shows that it does not.
  const clean = cleanText(text, most + 1);
  if (clean === '') throw new ParleyError('bad_request', `${name} is empty.`);
  if (clean.length > most) {
    throw new ParleyError('payload_too_large', `${name} can have ${most} characters at most.`);
  }
  return clean;
}
