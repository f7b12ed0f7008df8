/** What a proposal or an edit would run with, or why it cannot. */
import { DateTime } from 'luxon';
import { assistantLimits } from '../../lib/assistant-messages.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { planningLimits } from '../../lib/planning.ts';
import type { EffectTool } from '../../lib/tools/tool.ts';
import { resolvePerson } from './resolve-person.ts';

export type Checked<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };

export interface Surroundings {
  /** Everyone who was let into the meeting. */
  people: readonly { id: ParticipantId; name: string; present: boolean }[];
  /** IANA name. */
  timeZone: string;
  /** By the clock that dates are worked out with. */
  now: Date;
}

type Arguments = Record<string, unknown>;
type Field = EffectTool['fields'][number];

/**
 * The arguments in the form in which they are stored, shown and run: as the tool's schema reads them, with people
 * called as they are in the meeting. Every problem has a sentence that can be said.
 */
export function checkArguments(tool: EffectTool, value: unknown, around: Surroundings): Checked<Arguments> {
  if (JSON.stringify(value ?? null).length > assistantLimits.arguments) {
    return refuse('invalid_arguments', 'That is more text than one proposal can hold.');
  }
  const parsed = tool.arguments.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = tool.fields.find(({ key }) => key === issue?.path[0]);
    const what = field ? `"${field.label}" cannot be used as it is` : 'something is missing or too much';
    return refuse('invalid_arguments', `I cannot propose that: ${what}.`);
  }
  if (!isStorable(parsed.data)) {
    return refuse(
      'invalid_arguments',
      'I cannot propose that: there are characters in it that nobody can read.',
    );
  }
  let args: Arguments = parsed.data;
  for (const field of tool.fields) {
    const checked = checkField(field, args[field.key], around);
    if (!checked.ok) return checked;
    args = { ...args, [field.key]: checked.value };
  }
  return { ok: true, value: args };
}

function checkField({ kind }: Field, value: unknown, around: Surroundings): Checked<unknown> {
  switch (kind) {
    case 'moment':
      return checkMoment(value, around);
    case 'date':
      return checkDate(value, around);
    case 'name':
      return checkName(value, around);
    case 'names':
      return checkNames(value, around);
    default:
      return { ok: true, value };
  }
}

function checkMoment(value: unknown, { now }: Surroundings): Checked<unknown> {
  if (typeof value !== 'string') return { ok: true, value };
  const at = DateTime.fromISO(value, { setZone: true });
  if (!at.isValid) return refuse('invalid_arguments', 'That time does not exist.');
  if (at.toMillis() <= now.getTime())
    return refuse('past_date', 'That time is already over. When should it be?');
  if (at.toMillis() > DateTime.fromJSDate(now).plus({ years: planningLimits.yearsAhead }).toMillis()) {
    return refuse('invalid_arguments', `That is more than ${planningLimits.yearsAhead} years ahead.`);
  }
  return { ok: true, value };
}

function checkDate(value: unknown, { now, timeZone }: Surroundings): Checked<unknown> {
  if (typeof value !== 'string') return { ok: true, value };
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate();
  if (today !== null && value < today)
    return refuse('past_date', 'That day is already over. When should it be?');
  return { ok: true, value };
}

/** One name may be of somebody who is not here, such as who has a task to do: then it stays as it was said. */
function checkName(value: unknown, { people }: Surroundings): Checked<unknown> {
  if (typeof value !== 'string') return { ok: true, value };
  const found = resolvePerson(people, value);
  if (found.kind === 'several') return ambiguous(value, found.people);
  return { ok: true, value: found.kind === 'one' ? found.person.name : value };
}

/** A list of names is of people who are to be reached: everyone in it must be known. */
function checkNames(value: unknown, { people }: Surroundings): Checked<unknown> {
  if (!Array.isArray(value)) return { ok: true, value };
  const names: string[] = [];
  for (const name of value) {
    const found = resolvePerson(people, String(name));
    if (found.kind === 'several') return ambiguous(String(name), found.people);
    if (found.kind === 'unknown') {
      return refuse('unknown_person', `I do not know anybody in this meeting who is called ${name}.`);
    }
    if (!names.includes(found.person.name)) names.push(found.person.name);
  }
  return { ok: true, value: names };
}

export function ambiguous(name: string, people: readonly { name: string }[]) {
  const others = people.map((person) => person.name).join(' or ');
  return refuse('ambiguous_person', `I do not know which ${name} is meant: ${others}.`);
}

export function refuse(code: ErrorCode, message: string) {
  return { ok: false as const, code, message };
}

/** Postgres holds no NUL, and a lone surrogate is not text. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each));
}
