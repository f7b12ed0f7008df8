import type { Hono } from 'hono';
import { inspectRoutes } from 'hono/dev';
import { apiRoutes } from './index.ts';
import { nameOfRoute } from './route.ts';

// Not a route: the answer to every other address below /api.
const fallback = 'ALL /api/*';

/** Where the table and what the app serves differ; both lists are empty when it is complete. */
export function compareRoutes(app: Hono): { withoutEntry: string[]; withoutRoute: string[] } {
  const served = new Set(
    inspectRoutes(app)
      .filter(({ path, isMiddleware }) => path.startsWith('/api/') && !isMiddleware)
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => name !== fallback),
  );
  const described = new Set(apiRoutes.map(nameOfRoute));
  return {
    withoutEntry: [...served].filter((name) => !described.has(name)),
    withoutRoute: [...described].filter((name) => !served.has(name)),
  };
}
