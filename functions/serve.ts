import type { Inngest } from 'inngest';
import { serve } from 'inngest/edge';
import type { FunctionParts } from './context.ts';
import { createFunctions } from './index.ts';

/** Where Inngest finds the functions. */
export const servePath = '/api/inngest';

/** The SDK's handler for all functions; it checks Inngest's signature unless the client is in dev mode. */
export function createInngestHandler(
  inngest: Inngest,
  parts: FunctionParts,
): (request: Request) => Promise<Response> {
  return serve({ client: inngest, functions: createFunctions({ ...parts, inngest }), servePath });
}
