import { DateTime } from 'luxon';
import type { ReactElement, ReactNode } from 'react';
import type { AnsweredBy } from '../assistant-messages.ts';
import { button, itemList, link, mailFrame, paragraph, smallPrint, subheading } from './frame.ts';

export interface MailedTask {
  text: string;
  owner: string | null;
  /** A day, such as `2026-03-13`. */
  due: string | null;
}

interface SummaryMail {
  meetingTitle: string;
  /** In words. */
  when: string;
  /** Null when none could be written; `reason` says why. */
  summary: { overview: string; questions: string[]; by: AnsweredBy; model: string } | null;
  reason: string;
  decisions: string[];
  /** Of whoever gets the mail; they come first. */
  own: MailedTask[];
  others: MailedTask[];
  /** Breakout rooms that whoever gets the mail may see. */
  rooms: { name: string; url: string }[];
  /** The page of the meeting. */
  url: string;
  unsubscribeUrl: string;
}

/** Items of one list in a mail; the page has all of them. */
const most = 20;

/** To people of a meeting, after it: what came out of it, beginning with what they have to do. */
export function summaryMail(mail: SummaryMail): { subject: string; template: ReactElement } {
  const { meetingTitle, when, summary, own, others, decisions, url, unsubscribeUrl } = mail;
  const preview = own.length > 0 ? `${own.length === 1 ? 'One task' : `${own.length} tasks`} for you` : when;
  return {
    subject: summary ? `Summary: ${meetingTitle}` : `After the meeting: ${meetingTitle}`,
    template: mailFrame(
      preview,
      meetingTitle,
      paragraph(when),
      ...list(
        'Your tasks',
        own.map(({ text, due }) => withDue(text, due)),
      ),
      ...(summary
        ? [
            subheading('Summary'),
            ...summary.overview
              .split('\n')
              .filter(Boolean)
              .map((each) => paragraph(each)),
          ]
        : [paragraph(`There is no summary yet. ${mail.reason}`)]),
      ...list('Decisions', decisions),
      ...list(
        own.length > 0 ? 'Tasks of others' : 'Tasks',
        others.map(({ text, owner, due }) => withDue(owner === null ? text : `${owner}: ${text}`, due)),
      ),
      ...list('Open questions', summary?.questions ?? []),
      ...list(
        'Breakout rooms',
        mail.rooms.map((room) => link(room.url, room.name)),
      ),
      button(summary ? 'Open the meeting' : 'Read the transcript', url),
      ...(summary ? [smallPrint(describeWriter(summary))] : []),
      smallPrint(
        'You get this because you were in the meeting, or host it. ',
        link(unsubscribeUrl, 'Get no more summaries'),
        '.',
      ),
    ),
  };
}

function list(title: string, items: readonly ReactNode[]): ReactElement[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  const more = rest > 0 ? [`${rest} more on the page of the meeting`] : [];
  return [subheading(title), itemList([...items.slice(0, most), ...more])];
}

function withDue(text: string, due: string | null): string {
  if (due === null) return text;
  return `${text} (by ${DateTime.fromISO(due).setLocale('en-GB').toFormat('cccc, d LLLL')})`;
}

function describeWriter({ by, model }: { by: AnsweredBy; model: string }): string {
  return by === 'rules'
    ? 'Put together from the transcript by rules, with no language model. The page shows where each point was said.'
    : `Written from the transcript by ${model}, which can be wrong. The page shows where each point was said.`;
}
