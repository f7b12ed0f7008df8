import type { Context } from 'hono';
import type { z } from 'zod/mini';
import { ParleyError } from '../lib/errors.ts';

/** The JSON body in the schema's shape; throws `bad_request` that names the first field that does not fit. */
export async function parseBody<T extends z.ZodMiniType>(c: Context, schema: T): Promise<z.output<T>> {
  const body: unknown = await c.req.json().catch(() => {
    throw new ParleyError('bad_request', 'The body is not JSON.');
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data as z.output<T>;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'body';
  throw new ParleyError('bad_request', `${field}: ${issue?.message ?? 'is not valid'}`);
}
