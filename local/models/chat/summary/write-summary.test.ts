import { describe, expect, it } from 'vitest';
import { writtenSummarySchema } from '../../../../lib/summary.ts';
import type { SummaryBrief } from '../../../../lib/summary-brief.ts';
import { termsOf } from '../answers/terms.ts';
import { clubMeetings } from '../testing/club-meetings.ts';
import { looseMeetings } from '../testing/loose-meetings.ts';
import { officeMeetings } from '../testing/office-meetings.ts';
import type { SummaryMeeting } from '../testing/summary-meetings.ts';
import { workMeetings } from '../testing/work-meetings.ts';
import { writeSummary } from './write-summary.ts';

/** Words in the place of meanings: what embeddings do is tested with the real ones. */
const embed = async (text: string) => {
  const vector = new Float32Array(64);
  for (const term of termsOf(text)) {
    const place = [...term].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 64, 7);
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

const summarise = (meeting: SummaryMeeting, change: Partial<SummaryBrief> = {}) =>
  writeSummary(
    {
      brief: {
        v: 1,
        request: 'summary',
        meetingTitle: meeting.title,
        startedAt: meeting.startedAt,
        timeZone: meeting.timeZone,
        language: 'en',
        people: meeting.people,
        persona: meeting.persona,
        template: 'general',
        instructions: '',
        part: null,
        ...change,
      },
      lines: meeting.lines.map(([speaker, text], i) => ({
        epoch: 1,
        seq: i + 1,
        atMs: i * 4_000,
        speaker,
        text,
      })),
    },
    embed,
  );

const has = (text: string, words: readonly string[]) =>
  words.every((word) => text.toLowerCase().includes(word.toLowerCase()));
const meetings = [...workMeetings, ...looseMeetings, ...officeMeetings, ...clubMeetings];
const [ward, , , , release] = workMeetings;
if (!ward || !release) throw new Error('no meetings');

describe(writeSummary, () => {
  it.each(meetings)('finds what was decided in "$title", and nothing else', async (meeting) => {
    const { decisions } = await summarise(meeting);
    const right = meeting.decisions.filter(({ words, lines }) =>
      decisions.some(
        ({ text, lines: cited }) => has(text, words) && lines.some((seq) => cited.includes(`1.${seq}`)),
      ),
    );
    expect(right).toEqual(meeting.decisions);
    expect(decisions).toHaveLength(meeting.decisions.length);
  });

  it.each(meetings)('finds who does what by when in "$title", and nothing else', async (meeting) => {
    const { tasks } = await summarise(meeting);
    const right = meeting.tasks.filter(({ owner, due, words, lines: [line] }) =>
      tasks.some(
        (task) =>
          task.owner === owner &&
          task.due === due &&
          has(task.text, words) &&
          task.lines.includes(`1.${line}`),
      ),
    );
    expect(right).toEqual(meeting.tasks);
    expect(tasks).toHaveLength(meeting.tasks.length);
  });

  it('says what stayed open, and keeps numbers', async () => {
    const { questions, numbers } = await summarise(ward);
    expect(questions).toEqual([{ text: 'Is the lift working again?', lines: ['1.19'] }]);
    expect(numbers.map(({ text }) => text).join()).toContain('six hours');
  });

  it.each(meetings)('cites lines that exist in the shape that was asked for: "$title"', async (meeting) => {
    const summary = writtenSummarySchema.parse(await summarise(meeting));
    const known = new Set(
      meeting.lines.map(([speaker], i) => (speaker === meeting.persona ? '' : `1.${i + 1}`)),
    );
    const items = [
      ...summary.topics,
      ...summary.decisions,
      ...summary.tasks,
      ...summary.questions,
      ...summary.numbers,
    ];
    for (const { lines } of items) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !known.has(line))).toEqual([]);
    }
    expect(summary.overview.length).toBeGreaterThan(30);
  });

  it('says so when nothing was said', async () => {
    const summary = await summarise({ ...ward, lines: [['Iris', 'Hello, I am Iris.']] });
    expect(summary).toMatchObject({ topics: [], decisions: [], tasks: [], questions: [], numbers: [] });
    expect(summary.overview).toBe('Nothing was said that a summary could be made of.');
  });

  it('arranges a stand-up by person', async () => {
    const { topics, overview } = await summarise(release, { template: 'standUp' });
    const dana = topics.find(({ title }) => title === 'Dana Fisher');
    expect(dana?.text).toMatch(/^Done: .*migration.*Next: .*load test/);
    expect(overview).toContain('reported');
  });

  it('arranges an interview by question', async () => {
    const { topics } = await summarise(release, { template: 'interview' });
    expect(topics.map(({ title }) => title)).toContain('What is left before the release?');
  });

  it('arranges a look back by how it went', async () => {
    const said: [string, string][] = [
      ['Ana', 'The new deployment worked really well.'],
      ['Ben', 'The reviews took too long and the tests were confusing.'],
      ['Ana', 'We should review in pairs next time.'],
    ];
    const meeting = { ...ward, people: ['Ana', 'Ben'], lines: said };
    const { topics } = await summarise(meeting, { template: 'retrospective' });
    expect(topics).toEqual([
      { title: 'Went well', text: 'The new deployment worked really well.', lines: ['1.1'] },
      {
        title: 'Did not go well',
        text: 'The reviews took too long and the tests were confusing.',
        lines: ['1.2'],
      },
      { title: 'To change', text: 'We should review in pairs next time.', lines: ['1.3'] },
    ]);
    const between = await summarise(meeting, { template: 'oneToOne' });
    expect(between.topics.map(({ title }) => title)).toEqual(['Going well', 'Worries', 'Wishes and plans']);
  });

  it('keeps to what a person asked for', async () => {
    const own = await summarise(ward, { template: 'own', instructions: 'Only the lift and the pumps' });
    const general = await summarise(ward);
    expect(own.topics.length).toBeLessThanOrEqual(general.topics.length);
    expect(own.topics[0]?.text).toMatch(/lift|pump/i);
    expect(own.overview).toContain('asked for');
  });
});
