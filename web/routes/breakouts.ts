import { type Context, Hono } from 'hono';
import {
  type Breakouts,
  movePersonSchema,
  openBreakoutsSchema,
  tellRoomsSchema,
} from '../../lib/breakout-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { authoriseMember } from '../authorise.ts';
import { breakoutsFor } from '../breakouts/breakouts-now.ts';
import { beginClosing, movePerson, tellAllRooms } from '../breakouts/change-breakouts.ts';
import { enterBreakout } from '../breakouts/enter-breakout.ts';
import { openBreakouts } from '../breakouts/open-breakouts.ts';
import type { WebContext } from '../context.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';
import { personCookie, rememberHere } from '../remembered-person.ts';

/** Breakout rooms of a meeting, for its people by their tokens of the main room. Mounted at `/api/meetings`. */
export function breakoutRoutes(context: WebContext): Hono {
  const app = new Hono();
  const member = (c: Context) => authoriseMember(context, c, c.req.param('id') ?? '');
  const host = (c: Context) => authoriseMember(context, c, c.req.param('id') ?? '', 'moderate');

  app.get('/:id/breakouts', async (c) => {
    const { meeting, participantId } = await accessMeeting(context, c, c.req.param('id'));
    const reader = { id: participantId, meetingId: meeting.id };
    return c.json((await breakoutsFor(context, reader)) satisfies Breakouts);
  });

  app.post('/:id/breakouts', async (c) => {
    const person = await host(c);
    await openBreakouts(context, person, await parseBody(c, openBreakoutsSchema));
    return c.json((await breakoutsFor(context, person)) satisfies Breakouts, 201);
  });

  app.post('/:id/breakouts/move', async (c) => {
    const person = await host(c);
    await movePerson(context, person, await parseBody(c, movePersonSchema));
    return c.json((await breakoutsFor(context, person)) satisfies Breakouts);
  });

  app.post('/:id/breakouts/message', async (c) => {
    const person = await host(c);
    const { text } = await parseBody(c, tellRoomsSchema);
    await tellAllRooms(context, person, text);
    return c.body(null, 204);
  });

  app.post('/:id/breakouts/close', async (c) => {
    const person = await host(c);
    await beginClosing(context, person);
    return c.json((await breakoutsFor(context, person)) satisfies Breakouts);
  });

  app.post('/:id/breakouts/:roomId/join', async (c) => {
    const person = await member(c);
    const joined = await enterBreakout(context, person, c.req.param('roomId'));
    // Its code is its id: by this cookie a guest opens the room's page afterwards.
    rememberHere(context, c, joined.meeting, {
      name: personCookie(joined.meeting.id),
      value: joined.apiToken,
    });
    return c.json(joined satisfies Joined);
  });

  return app;
}
