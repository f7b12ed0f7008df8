import type { ListPlace } from '../../db/queries/list-meetings.ts';
import { ParleyError } from '../../lib/errors.ts';

/** A place in a list as an opaque word. */
export function formatListCursor({ at, id }: ListPlace): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** Throws `bad_request` for what `formatListCursor` did not write. */
export function parseListCursor(cursor: string | undefined): ListPlace | null {
  if (cursor === undefined || cursor === '') return null;
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const isTime =
    at !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(at) && !Number.isNaN(Date.parse(at));
  if (!isTime || !id || !/^\w{1,40}$/.test(id)) {
    throw new ParleyError('bad_request', 'after: is not a place in this list');
  }
  return { at, id };
}
