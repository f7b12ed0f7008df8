import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ParleyError } from '../lib/errors.ts';

const megabyte = 1024 * 1024;

/**
 * Refuses larger request bodies. A body with an announced length is judged by it, and Node reads no more than
 * that; Hono's own middleware would make a web stream of each first, which costs more than storing a line.
 */
export function limitBody(
  megabytes: number,
  sentence = `This request is larger than ${megabytes} MB.`,
): MiddlewareHandler {
  const refuse = (): never => {
    throw new ParleyError('payload_too_large', sentence);
  };
  const countBytes = bodyLimit({ maxSize: megabytes * megabyte, onError: refuse });
  return async (c, next) => {
    const length = announcedLength(c);
    if (length === null) return countBytes(c, next);
    if (length > megabytes * megabyte) refuse();
    await next();
  };
}

/** In bytes; Node's parser lets only digits through. Null where the body has to be counted. */
function announcedLength(c: Context): number | null {
  const header = c.req.header('content-length');
  return header === undefined || c.req.header('transfer-encoding') !== undefined ? null : Number(header);
}
