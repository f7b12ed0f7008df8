import type { Context } from 'hono';

/**
 * Whose turn a request takes. Processes that work for several meetings name the meeting in
 * `x-parley-caller`, so that one meeting cannot hold up another.
 */
export function callerOf(c: Context): string {
  return c.req.header('x-parley-caller') ?? c.req.header('authorization') ?? 'anonymous';
}
