/** What a reader's export says and in which order: the one outline behind Markdown, PDF and DOCX. */

import { formatTime } from '../../lib/format-time.ts';
import type { ExportedPoll, MeetingExport } from '../../lib/meeting-export.ts';
import { createCitedTimes } from './cited-times.ts';
import { tellMoment } from './tell-time.ts';

export interface OutlineItem {
  /** Null for what is not to be ticked. */
  done: boolean | null;
  /** A few words before the text; empty for none. */
  title: string;
  text: string;
  /** Who and when, behind the text; empty for none. */
  about: string;
  /** Times of the lines that it comes from, as `0:42, 1:10`; empty for none. */
  times: string;
}

export interface OutlineSection {
  heading: string;
  /** Who wrote it; empty where people did. */
  note: string;
  /** Before the items; empty for none. */
  text: string;
  items: OutlineItem[];
}

export interface Outline {
  title: string;
  /** When, who, and with which AI participant, one sentence each. */
  about: string[];
  sections: OutlineSection[];
  /** What people wrote down together. */
  notes: MeetingExport['notes'];
  /** What was said, and what was written, each in order of time. */
  talks: { heading: string; rows: { time: string; speaker: string; text: string }[] }[];
}

const item = (text: string, more: Partial<OutlineItem> = {}): OutlineItem => ({
  done: null,
  title: '',
  about: '',
  times: '',
  ...more,
  text,
});

/** Sections and talks without anything in them are left out. */
export function outlineMeeting(record: MeetingExport): Outline {
  const { summary, tasks, decisions, lines, gaps, chat, polls } = record;
  const times = createCitedTimes(lines);
  const cited = (each: { text: string; lines: Parameters<typeof times>[0] }) =>
    item(each.text, { times: times(each.lines) });
  const content = summary?.content;
  const sections: OutlineSection[] = [
    { heading: 'Summary', note: writtenBy(summary), text: content?.overview ?? '', items: [] },
    { heading: 'Decisions', note: '', text: '', items: decisions.map(cited) },
    {
      heading: 'Tasks',
      note: '',
      text: '',
      items: tasks.map(({ text, owner, due, done, lines: refs }) => {
        const about = [owner ?? '', due === null ? '' : `by ${due}`].filter((each) => each !== '').join(', ');
        return item(text, { done, about, times: times(refs) });
      }),
    },
    {
      heading: 'Topics',
      note: '',
      text: '',
      items: (content?.topics ?? []).map((topic) => ({ ...cited(topic), title: topic.title })),
    },
    { heading: 'Open questions', note: '', text: '', items: (content?.questions ?? []).map(cited) },
    { heading: 'Numbers', note: '', text: '', items: (content?.numbers ?? []).map(cited) },
    { heading: 'Polls', note: '', text: '', items: polls.map(describePoll) },
  ];
  const spoken = lines.map(({ startMs, speaker, text }) => ({ startMs, speaker, text }));
  const silent = gaps.map(({ startMs, endMs, reason }) => ({
    startMs,
    speaker: '',
    text: `${gapTexts[reason] ?? 'Nobody listened'}${endMs === null ? '' : ` until ${formatTime(endMs)}`}.`,
  }));
  return {
    title: record.meeting.title,
    about: aboutMeeting(record),
    sections: sections.filter(({ text, items }) => text !== '' || items.length > 0),
    notes: record.notes,
    talks: [
      { heading: 'Transcript', rows: inOrder([...spoken, ...silent]) },
      {
        heading: 'Chat',
        rows: inOrder(chat.map(({ sender, atMs, text }) => ({ startMs: atMs, speaker: sender, text }))),
      },
    ].filter(({ rows }) => rows.length > 0),
  };
}

function inOrder(
  said: { startMs: number; speaker: string; text: string }[],
): Outline['talks'][number]['rows'] {
  return said
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ startMs, speaker, text }) => ({ time: formatTime(startMs), speaker, text }));
}

function describePoll({ question, asker, anonymous, voted, choices }: ExportedPoll): OutlineItem {
  const results = choices.map(({ text, votes, voters }) => {
    const names = voters && voters.length > 0 ? ` (${voters.join(', ')})` : '';
    return `${text} ${votes}${names}`;
  });
  const about = [`asked by ${asker}`, `${voted} voted`, ...(anonymous ? ['anonymous'] : [])];
  return item(`${question} ${results.join(', ')}`, { about: about.join(', ') });
}

const gapTexts: Record<string, string> = {
  paused: 'Off the record',
  dismissed: 'The AI participant was sent away',
};

function writtenBy(summary: MeetingExport['summary']): string {
  if (!summary) return '';
  return summary.by === 'rules'
    ? 'Put together by rules from what was said, without a language model.'
    : `Written by ${summary.model}.`;
}

function aboutMeeting({ meeting, people }: MeetingExport): string[] {
  const { startedAtMs, endedAtMs, timeZone, assistant } = meeting;
  const minutes =
    startedAtMs && endedAtMs ? Math.max(1, Math.round((endedAtMs - startedAtMs) / 60_000)) : null;
  return [
    ...(startedAtMs ? [`${tellMoment(startedAtMs, timeZone)}${minutes ? `, ${minutes} min` : ''}`] : []),
    ...(people.length > 0 ? [`With ${people.map(({ name }) => name).join(', ')}`] : []),
    `AI participant: ${assistant}`,
  ];
}
