import { Hono } from 'hono';
import type { z } from 'zod/mini';
import { findImage } from '../../db/queries/board-files.ts';
import { readDocumentState } from '../../db/queries/documents.ts';
import { readBoard } from '../../lib/board/read-board.ts';
import {
  type BoardView,
  givePenSchema,
  imageLimits,
  imageProblems,
  type storedImageSchema,
} from '../../lib/board-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { authoriseMember } from '../authorise.ts';
import { openBoard } from '../board/open-board.ts';
import { storeImage } from '../board/store-image.ts';
import type { WebContext } from '../context.ts';
import { givePen } from '../host-actions.ts';
import { limitBody } from '../limit-body.ts';
import { accessMeeting } from '../meeting-access.ts';
import { parseBody } from '../parse-body.ts';

const megabyte = 1024 * 1024;

/** The whiteboard of a meeting, beside its document (web/documents). */
export function boardRoutes(context: WebContext): Hono {
  const app = new Hono();
  const { db } = context.database;

  app.post('/:id/board/open', async (c) => {
    await openBoard(context, await authoriseMember(context, c, c.req.param('id')));
    return c.body(null, 204);
  });

  app.get('/:id/board', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const state = await readDocumentState(db, { meetingId: meeting.id, kind: 'board', ownerId: null });
    return c.json({ elements: readBoard(state) } satisfies BoardView);
  });

  app.post('/:id/board/files', limitBody(imageLimits.bytes / megabyte, imageProblems.size), async (c) => {
    const person = await authoriseMember(context, c, c.req.param('id'));
    const id = await storeImage(context, person, new Uint8Array(await c.req.arrayBuffer()));
    return c.json({ id } satisfies z.infer<typeof storedImageSchema>, 201);
  });

  app.get('/:id/board/files/:fileId', async (c) => {
    const { meeting } = await accessMeeting(context, c, c.req.param('id'));
    const image = await findImage(db, meeting.id, c.req.param('fileId'));
    if (!image) throw new ParleyError('not_found', 'There is no such image.');
    return c.body(new Uint8Array(image.content), 200, {
      'Content-Type': image.type,
      'Content-Disposition': 'attachment',
    });
  });

  app.post('/:id/people/:personId/pen', async (c) => {
    const actor = await authoriseMember(context, c, c.req.param('id'), 'moderate');
    const { pen } = await parseBody(c, givePenSchema);
    await givePen(context, actor, c.req.param('personId'), pen);
    return c.body(null, 204);
  });

  return app;
}
