/** What a proposal or an edit would run with, or why it cannot. */
import { DateTime } from 'luxon';
import { assistantLimits } from '../../lib/assistant-messages.ts';
import type { ErrorCode } from '../../lib/errors.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { planningLimits } from '../../lib/planning.ts';
import { mostNames } from '../../lib/tools/arguments.ts';
import type { EffectTool, MeantPerson } from '../../lib/tools/tool.ts';
import { resolvePerson } from './resolve-person.ts';

export type Checked<T> = { ok: true; value: T } | { ok: false; code: ErrorCode; message: string };

/** What runs, and whom the names in it mean. */
export interface CheckedArguments {
  arguments: Arguments;
  people: MeantPerson[];
}

export interface Surroundings {
  /** Everyone who was let into the meeting. */
  people: readonly { id: ParticipantId; name: string; present: boolean }[];
  /** Whom the names mean that a person was shown and has edited since; null for a proposal. */
  shown: readonly MeantPerson[] | null;
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
export function checkArguments(
  tool: EffectTool,
  value: unknown,
  around: Surroundings,
): Checked<CheckedArguments> {
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
  const people: MeantPerson[] = [];
  for (const field of tool.fields) {
    const checked = checkField(field, args[field.key], around);
    if (!checked.ok) return checked;
    const { value: settled, people: meant = [] } = checked.value;
    args = { ...args, [field.key]: settled };
    people.push(...meant);
  }
  // In one order: the digest of the same proposal is the same.
  const sorted = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { ok: true, value: { arguments: args, people: sorted } };
}

interface CheckedField {
  value: unknown;
  /** Whom the names in it mean. */
  people?: MeantPerson[];
}

function checkField(field: Field, value: unknown, around: Surroundings): Checked<CheckedField> {
  switch (field.kind) {
    case 'moment':
      return checkMoment(value, around);
    case 'date':
      return checkDate(value, around);
    case 'name':
      return checkName(value, around);
    case 'names':
      return checkNames(field, value, around);
    default:
      return fine(value);
  }
}

const fine = (value: unknown, people?: MeantPerson[]): Checked<CheckedField> => ({
  ok: true,
  value: { value, ...(people && { people }) },
});

function checkMoment(value: unknown, { now }: Surroundings): Checked<CheckedField> {
  if (typeof value !== 'string') return fine(value);
  const at = DateTime.fromISO(value, { setZone: true });
  if (!at.isValid) return refuse('invalid_arguments', 'That time does not exist.');
  if (at.toMillis() <= now.getTime())
    return refuse('past_date', 'That time is already over. When should it be?');
  if (at.toMillis() > DateTime.fromJSDate(now).plus({ years: planningLimits.yearsAhead }).toMillis()) {
    return refuse('invalid_arguments', `That is more than ${planningLimits.yearsAhead} years ahead.`);
  }
  return fine(value);
}

function checkDate(value: unknown, { now, timeZone }: Surroundings): Checked<CheckedField> {
  if (typeof value !== 'string') return fine(value);
  const today = DateTime.fromJSDate(now, { zone: timeZone }).toISODate();
  if (today !== null && value < today)
    return refuse('past_date', 'That day is already over. When should it be?');
  return fine(value);
}

/** One name may be of somebody who is not here, such as who has a task to do: then it stays as it was said. */
function checkName(value: unknown, around: Surroundings): Checked<CheckedField> {
  if (typeof value !== 'string') return fine(value);
  const meant = findMeant(value, around);
  return meant.ok ? fine(meant.value[0]?.name ?? value, meant.value) : meant;
}

/** A list of names is of people who are to be reached: everyone in it must be known. */
function checkNames(field: Field, value: unknown, around: Surroundings): Checked<CheckedField> {
  if (!Array.isArray(value)) return fine(value);
  if (value.length === 0 && field.emptyMeansEveryone) return nameEveryone(around);
  const people: MeantPerson[] = [];
  for (const name of value) {
    const meant = findMeant(String(name), around);
    if (!meant.ok) return meant;
    if (meant.value.length === 0) {
      return refuse('unknown_person', `I do not know anybody in this meeting who is called ${name}.`);
    }
    people.push(...meant.value.filter(({ id }) => !people.some((known) => known.id === id)));
  }
  return fine(namesOf(people), people);
}

/** An edit names them one by one: an empty list would show nobody of those whom it reaches. */
function nameEveryone({ people, shown }: Surroundings): Checked<CheckedField> {
  if (shown !== null) return refuse('invalid_arguments', 'Name at least one person.');
  if (people.length > mostNames) {
    return refuse('invalid_arguments', 'Those are too many people for one proposal. Tell me whom you mean.');
  }
  const everyone = people.map(({ id, name }) => ({ name, id }));
  return fine(namesOf(everyone), everyone);
}

/** Whom a name means: who was shown under it, or else the one person who is called so now; nobody when unknown. */
function findMeant(name: string, { people, shown }: Surroundings): Checked<MeantPerson[]> {
  const before = shown?.filter((person) => person.name === name) ?? [];
  if (before.length > 0) return { ok: true, value: before };
  const found = resolvePerson(people, name);
  if (found.kind === 'several') return ambiguous(name, found.people);
  return { ok: true, value: found.kind === 'one' ? [{ name: found.person.name, id: found.person.id }] : [] };
}

const namesOf = (people: readonly MeantPerson[]) => [...new Set(people.map(({ name }) => name))];

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
