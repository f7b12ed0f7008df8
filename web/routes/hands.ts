import { Hono } from 'hono';
import { listHands } from '../../db/queries/hands.ts';
import { type Hands, lowerHandsSchema, raiseHandSchema, reactSchema } from '../../lib/hand-messages.ts';
import { authoriseMember } from '../authorise.ts';
import type { WebContext } from '../context.ts';
import { lowerHandsOf, setOwnHand } from '../hands/change-hands.ts';
import { react } from '../hands/react.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

/** Raised hands and reactions of the people in a meeting. */
export function handRoutes(context: WebContext): Hono {
  const app = new Hono();

  app.get('/:id/hands', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    return c.json((await listHands(context.database.db, meeting.id)) satisfies Hands);
  });

  app.post('/:id/hand', async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'));
    const { raised } = await parseBody(c, raiseHandSchema);
    return c.json((await setOwnHand(context, person, raised)) satisfies Hands);
  });

  app.post('/:id/hands/lower', async (c) => {
    const host = await authoriseMember(context, c, c.req.param('id'), 'moderate');
    const { personId } = await parseBody(c, lowerHandsSchema);
    return c.json((await lowerHandsOf(context, host, personId)) satisfies Hands);
  });

  app.post('/:id/reactions', async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'));
    const { reaction } = await parseBody(c, reactSchema);
    await react(context, person, reaction);
    return c.body(null, 204);
  });

  return app;
}
