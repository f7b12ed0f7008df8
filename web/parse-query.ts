import type { Context } from 'hono';
import type { z } from 'zod/mini';
import { ParleyError } from '../lib/errors.ts';

/** The query in the schema's shape; throws `bad_request` that names the first field that does not fit. */
export function parseQuery<T extends z.ZodMiniType>(c: Context, schema: T): z.output<T> {
  const parsed = schema.safeParse(c.req.query());
  if (parsed.success) return parsed.data as z.output<T>;
  const [issue] = parsed.error.issues;
  throw new ParleyError(
    'bad_request',
    `${issue?.path.join('.') || 'query'}: ${issue?.message ?? 'is not valid'}`,
  );
}
