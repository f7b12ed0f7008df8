import { Hono } from 'hono';
import type { WebContext } from '../context.ts';
import { createOpenApi } from '../openapi.ts';

/** What the API can do, for programs and people who write them. */
export function openApiRoutes({ config }: WebContext): Hono {
  const app = new Hono();
  let made: object | null = null;
  app.get('/openapi.json', (c) => {
    made ??= createOpenApi(config.web.publicUrl ?? new URL(c.req.url).origin);
    return c.json(made);
  });
  return app;
}
