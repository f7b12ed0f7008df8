import type { AssistantBrief, BriefLine } from '../../../../lib/assistant-brief.ts';
import { type ReadLine, readLines } from '../answers/read-lines.ts';
import { termsOf } from '../answers/terms.ts';
import type { Asked, Compare } from '../turn.ts';

/** Lines from `Name: words`, one each, numbered from 1. */
export function transcript(...said: string[]): BriefLine[] {
  return said.map((each, i) => {
    const [speaker = '', ...words] = each.split(': ');
    return { epoch: 1, seq: i + 1, atMs: i * 4_000, speaker, text: words.join(': ') };
  });
}

export const reading = (...said: string[]): ReadLine[] => readLines(transcript(...said), 'Nova');
export const numbers = (lines: readonly ReadLine[]): number[] => lines.map(({ line }) => line.seq);

/** Likeness by shared words alone: what embeddings do is tested with the real ones. */
export const compareWords: Compare = async () => (question, text) => {
  const asked = new Set(termsOf(question));
  const said = new Set(termsOf(text));
  const shared = [...asked].filter((term) => said.has(term)).length;
  return asked.size === 0 ? 0 : (0.8 * shared) / asked.size;
};

export function briefWith(change: Partial<AssistantBrief> = {}): AssistantBrief {
  return {
    v: 1,
    persona: 'Nova',
    meetingTitle: 'Kick-off',
    now: '2026-03-03T09:00:00+01:00',
    timeZone: 'Europe/Berlin',
    people: ['Ana Ruiz', 'Ben Carter', 'Chloe Martin'].map((name) => ({ name, present: true })),
    asker: 'Ana Ruiz',
    request: 'question',
    audience: 'all',
    spoken: false,
    openTasks: [],
    ...change,
  };
}

export function askedWith({
  brief,
  ...change
}: Partial<Omit<Asked, 'brief'>> & { brief?: Partial<AssistantBrief> } = {}): Asked {
  return {
    brief: briefWith(brief),
    lines: [],
    request: '',
    exchanges: [],
    tools: [
      'scheduleMeeting',
      'createTask',
      'sendFollowUpMail',
      'recordDecision',
      'endMeeting',
      'searchTranscript',
      'searchPastMeetings',
      'whoIsHere',
      'tellTime',
    ],
    results: [],
    ...change,
  };
}
