/** What stands in the form of a planned meeting, and how it becomes a request. */
import type { PersonaView } from '../../../../lib/persona-messages.ts';
import type { MeetingDetails, Plan, Recurrence } from '../../../../lib/planning.ts';
import type { SummaryChoice, SummaryMail, SummaryTemplate } from '../../../../lib/summary-choice.ts';

export interface PlanDraft {
  title: string;
  date: string;
  time: string;
  timeZone: string;
  fold: 'earlier' | 'later' | null;
  durationMinutes: number;
  frequency: Recurrence['frequency'] | 'never';
  /** Every so many days, weeks or months. */
  interval: number;
  end: Recurrence['end']['type'];
  untilDate: string;
  count: number;
  /** Null: the first in the list. */
  personaId: PersonaView['id'] | null;
  /** Addresses as typed, separated by commas, spaces or lines. */
  invite: string;
  /** Empty: none, or as it is. */
  password: string;
  dropPassword: boolean;
  waitingRoom: boolean;
  summaryTemplate: SummaryTemplate;
  summaryInstructions: string;
  summaryMail: SummaryMail;
}

/** A new draft: the next full hour, in the zone of the browser. */
export function newDraft(now: Date, timeZone: string): PlanDraft {
  const next = new Date(Math.ceil((now.getTime() + 60_000) / 3_600_000) * 3_600_000);
  return {
    title: '',
    ...localParts(next, timeZone),
    timeZone,
    fold: null,
    durationMinutes: 30,
    frequency: 'never',
    interval: 1,
    end: 'never',
    untilDate: '',
    count: 10,
    personaId: null,
    invite: '',
    password: '',
    dropPassword: false,
    waitingRoom: false,
    summaryTemplate: 'general',
    summaryInstructions: '',
    summaryMail: 'all',
  };
}

/** The draft of a meeting that is planned already; of a series, as its rule has it, not as one meeting was moved. */
export function draftOf({ meeting }: MeetingDetails, now: Date, browserZone: string): PlanDraft {
  const timeZone = meeting.timeZone ?? browserZone;
  const { recurrence } = meeting;
  const empty = newDraft(now, timeZone);
  const atMs = meeting.movedFromMs ?? meeting.scheduledAtMs;
  return {
    ...empty,
    title: meeting.title,
    ...(atMs ? localParts(new Date(atMs), timeZone) : {}),
    durationMinutes: meeting.durationMinutes ?? empty.durationMinutes,
    frequency: recurrence?.frequency ?? 'never',
    interval: recurrence?.interval ?? 1,
    end: recurrence?.end.type ?? 'never',
    untilDate: recurrence?.end.type === 'until' ? recurrence.end.date : '',
    count: recurrence?.end.type === 'count' ? recurrence.end.count : empty.count,
    waitingRoom: meeting.waitingRoom,
    summaryTemplate: meeting.summary.template,
    summaryInstructions: meeting.summary.instructions,
    summaryMail: meeting.summary.mail,
  };
}

export function planOf(draft: PlanDraft): Plan {
  const { date, time, timeZone, durationMinutes, fold, frequency, interval } = draft;
  return {
    date,
    time,
    timeZone,
    durationMinutes,
    ...(fold ? { fold } : {}),
    recurrence: frequency === 'never' ? null : { frequency, interval, end: endOf(draft) },
  };
}

export function summaryChoiceOf(draft: PlanDraft): SummaryChoice {
  const { summaryTemplate: template, summaryInstructions: instructions, summaryMail: mail } = draft;
  return { template, instructions: template === 'own' ? instructions : '', mail };
}

/** Whether two drafts mean the same time: only a new one moves a meeting, or undoes the move of one of a series. */
export function isSamePlan(one: PlanDraft, other: PlanDraft): boolean {
  return JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));
}

/** Addresses in the order typed, each once, and the first word that is none. */
export function readAddresses(text: string): { emails: string[]; wrong: string | null } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const wrong = words.find((word) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(word)) ?? null;
  return { emails: [...new Set(words.map((word) => word.toLowerCase()))], wrong };
}

function endOf({ end, untilDate, count }: PlanDraft): Recurrence['end'] {
  if (end === 'until') return { type: 'until', date: untilDate };
  return end === 'count' ? { type: 'count', count } : { type: 'never' };
}

/** Date and time as the clock of a zone shows them. */
export function localParts(at: Date, timeZone: string): { date: string; time: string } {
  return {
    date: at.toLocaleDateString('en-CA', { timeZone }),
    time: at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
}
