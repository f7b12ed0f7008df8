import { cutSentences, type Sentence } from '../summary/sentences.ts';
import { transcript } from './transcript.ts';

export const testPeople = ['Ana Ruiz', 'Ben Carter', 'Chloe Martin', 'Will Marsh'];

/** Sentences from `First name: words`, a line each; "Nova" is the AI participant. */
export function sentencesOf(...said: string[]): Sentence[] {
  const lines = transcript(...said).map((line) => ({
    ...line,
    speaker: testPeople.find((name) => name.startsWith(`${line.speaker} `)) ?? line.speaker,
  }));
  return cutSentences(lines, { persona: 'Nova', people: testPeople });
}
