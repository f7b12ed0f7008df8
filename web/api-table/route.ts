/** How one route of the API is described: for people (OpenAPI) and for the walk that tries it as everyone. */
import type { z } from 'zod/mini';
import type { Permission } from '../../lib/roles.ts';

/**
 * Who may call a route. A permission of `lib/roles.ts`: people of that meeting whose role has it. `meeting`: whoever may
 * see it. `joined`: who came in and may still be there, by the token of their join. `newcomer`: anyone whom this meeting
 * has not removed. `everJoined`: whoever has a token of it, removed people too. `approver`: whoever
 * was asked, or a host when they have left. `shareHolder`: whoever has opened that link. The last four are programs, each with a signature of its own.
 */
export type Access =
  | 'anyone'
  | 'newcomer'
  | 'account'
  | 'workspaceOwner'
  | 'meeting'
  | 'joined'
  | 'everJoined'
  | 'approver'
  | Permission
  | 'shareHolder'
  | 'agentJob'
  | 'agentWorker'
  | 'livekit'
  | 'inngest';

export interface ApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ALL';
  /** As Hono has it: `/api/meetings/:id/end`. */
  path: string;
  summary: string;
  access: Access;
  query?: Record<string, string>;
  request?: z.ZodMiniType;
  /** The answer when all goes well; without a schema there is no body, or none of ours. */
  answer: { status: number; schema?: z.ZodMiniType };
}

export interface ApiGroup {
  name: string;
  routes: ApiRoute[];
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ALL'] as const;

/** Reads `POST /api/meetings/:id/end`; throws when it is not of that form. */
export function describeRoute(route: string, details: Omit<ApiRoute, 'method' | 'path'>): ApiRoute {
  const [verb, path] = route.split(' ');
  const method = methods.find((each) => each === verb);
  if (!method || !path?.startsWith('/api/')) throw new Error(`"${route}" is not a route`);
  return { method, path, ...details };
}

export function nameOfRoute({ method, path }: Pick<ApiRoute, 'method' | 'path'>): string {
  return `${method} ${path}`;
}
