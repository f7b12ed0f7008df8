import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { countAttempt, forgiveAttempt } from '../db/queries/attempts.ts';
import type { Participant } from '../db/queries/participants.ts';
import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';
import { sourceOf } from './request-source.ts';

export interface RateLimit {
  /** What is limited, such as `sign-in`. */
  name: string;
  /** Attempts in a window. */
  max: number;
  windowMs: number;
}

/**
 * Counts an attempt of the caller's address, on `target` (an account, an address) when one is given, and throws
 * `rate_limited` above the limit. Never counts a target alone: that would let anyone lock it for everyone.
 */
export async function limitRate(
  context: WebContext,
  c: Context,
  limit: RateLimit,
  target = '',
): Promise<void> {
  const { max, windowMs } = limit;
  const key = keyOf(context, c, limit, target);
  const count = await countAttempt(context.database.db, { key, windowMs });
  if (count <= max) return;
  c.header('Retry-After', String(windowMs / 1_000));
  const minutes = Math.ceil(windowMs / 60_000);
  throw new ParleyError('rate_limited', `Too many attempts. Try again in ${minutes} minutes.`);
}

/**
 * Counts what one person of a meeting does and throws `rate_limited` above the limit. By person, not by address: a
 * whole office can be behind one.
 */
export async function limitPerson(
  { database }: WebContext,
  { id }: Pick<Participant, 'id'>,
  { name, max, windowMs }: RateLimit,
): Promise<void> {
  const count = await countAttempt(database.db, { key: `${name}:${id}`, windowMs });
  if (count > max) throw new ParleyError('rate_limited', 'That was a lot at once. Wait a few seconds.');
}

/** Takes back an attempt that was right. */
export async function forgiveRate(
  context: WebContext,
  c: Context,
  limit: RateLimit,
  target = '',
): Promise<void> {
  await forgiveAttempt(context.database.db, keyOf(context, c, limit, target));
}

/** A hash: a target can be an e-mail address. */
function keyOf(context: WebContext, c: Context, { name }: RateLimit, target: string): string {
  return createHash('sha256')
    .update(`${name}\n${sourceOf(context, c)}\n${target.toLowerCase()}`)
    .digest('base64url');
}
