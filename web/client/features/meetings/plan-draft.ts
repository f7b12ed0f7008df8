/** What stands in the form of a planned meeting, and how it becomes a request. */
import type { MeetingDetails, Plan, Recurrence } from '../../../../lib/planning.ts';

export interface PlanDraft {
  title: string;
  date: string;
  time: string;
  timeZone: string;
  fold: 'earlier' | 'later' | null;
  durationMinutes: number;
  frequency: Recurrence['frequency'] | 'never';
  end: Recurrence['end']['type'];
  untilDate: string;
  count: number;
  /** Addresses as typed, separated by commas, spaces or lines. */
  invite: string;
  /** Empty: none, or as it is. */
  password: string;
  dropPassword: boolean;
  waitingRoom: boolean;
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
    end: 'never',
    untilDate: '',
    count: 10,
    invite: '',
    password: '',
    dropPassword: false,
    waitingRoom: false,
  };
}

/** The draft of a meeting that is planned already. */
export function draftOf({ meeting }: MeetingDetails, now: Date, browserZone: string): PlanDraft {
  const timeZone = meeting.timeZone ?? browserZone;
  const { recurrence } = meeting;
  const empty = newDraft(now, timeZone);
  return {
    ...empty,
    title: meeting.title,
    ...(meeting.scheduledAtMs ? localParts(new Date(meeting.scheduledAtMs), timeZone) : {}),
    durationMinutes: meeting.durationMinutes ?? empty.durationMinutes,
    frequency: recurrence?.frequency ?? 'never',
    end: recurrence?.end.type ?? 'never',
    untilDate: recurrence?.end.type === 'until' ? recurrence.end.date : '',
    count: recurrence?.end.type === 'count' ? recurrence.end.count : empty.count,
    waitingRoom: meeting.waitingRoom,
  };
}

export function planOf(draft: PlanDraft, interval = 1): Plan {
  const { date, time, timeZone, durationMinutes, fold, frequency } = draft;
  return {
    date,
    time,
    timeZone,
    durationMinutes,
    ...(fold ? { fold } : {}),
    recurrence: frequency === 'never' ? null : { frequency, interval, end: endOf(draft) },
  };
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

function localParts(at: Date, timeZone: string): { date: string; time: string } {
  return {
    date: at.toLocaleDateString('en-CA', { timeZone }),
    time: at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
}
