import { encodeTime, monotonicFactory } from 'ulid';

/** What an id belongs to. The prefix is part of the stored id, so a wrong id is visible in any log. */
export type IdPrefix =
  | 'mtg'
  | 'par'
  | 'pre'
  | 'seg'
  | 'gap'
  | 'evt'
  | 'run'
  | 'wrk'
  | 'inv'
  | 'psn'
  | 'psv'
  | 'eml'
  | 'usr'
  | 'ses'
  | 'acc'
  | 'ver'
  | 'apr'
  | 'act'
  | 'tsk'
  | 'dec'
  | 'rpl'
  | 'pau'
  | 'rec'
  | 'fil'
  | 'edt'
  | 'sum'
  | 'shr'
  | 'arq'
  | 'whe'
  | 'whd'
  | 'msg'
  | 'doc'
  | 'brk'
  | 'pol';

export type Id<P extends IdPrefix> = `${P}_${string}`;
export type MeetingId = Id<'mtg'>;
export type ParticipantId = Id<'par'>;

const ulid = monotonicFactory();

/** A new prefixed ULID: 26 characters of Crockford base32, sortable by creation time (github.com/ulid/spec). */
export function createId<P extends IdPrefix>(prefix: P): Id<P> {
  return `${prefix}_${ulid()}`;
}

/** Sorts before every id of its kind that is made from `unixMs` on. */
export function firstIdSince<P extends IdPrefix>(prefix: P, unixMs: number): Id<P> {
  return `${prefix}_${encodeTime(unixMs)}`;
}
