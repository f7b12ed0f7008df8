import { Hono } from 'hono';
import { type ScreenHolder, takeScreenSchema } from '../../lib/screen-messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { shareScreen, stopScreen } from '../screen/share-screen.ts';

/** The one shared screen of a meeting. */
export function screenRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.post('/:id/screen', async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'), 'speak');
    const { from } = await parseBody(c, takeScreenSchema);
    return c.json((await shareScreen(context, person, from)) satisfies ScreenHolder);
  });

  app.post('/:id/screen/stop', async (c) => {
    await stopScreen(context, await authoriseMember(context, c, c.req.param('id'), 'speak'));
    return c.body(null, 204);
  });

  return app;
}
