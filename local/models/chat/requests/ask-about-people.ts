import { listNames, type PeopleReading } from '../people/read-people.ts';
import { capitalised } from './as-sentence.ts';

/** The one question about people who are not known, or of whom there are two. `what` ends it: "should I invite". */
export function askAboutPeople(reading: Exclude<PeopleReading, { kind: 'people' }>, what: string): string {
  if (reading.kind === 'ambiguous') return `Do you mean ${listNames(reading.names, 'or')}?`;
  if (/^(?:him|her|them|he|she|they|it|someone|somebody)\b/.test(reading.said)) return `${what}?`;
  const called = reading.said.split(' ').map(capitalised).join(' ');
  return `I do not know anyone called ${called} here. ${what}?`;
}
