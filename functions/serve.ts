import { serve } from 'inngest/edge';
import type { FunctionContext } from './context.ts';
import { createFunctions } from './index.ts';

/** Where Inngest finds the functions. */
export const servePath = '/api/inngest';

/** The SDK's handler for all functions; it checks Inngest's signature unless the client is in dev mode. */
export function createInngestHandler(context: FunctionContext): (request: Request) => Promise<Response> {
  return serve({ client: context.inngest, functions: createFunctions(context), servePath });
}
