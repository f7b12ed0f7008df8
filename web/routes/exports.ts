import { type Context, Hono } from 'hono';
import { recordAccess } from '../../db/queries/access-log.ts';
import { type ExportFormat, exportFormats } from '../../lib/meeting-export.ts';
import type { WebContext } from '../context.ts';
import { attachmentHeader, fileNameOf } from '../exports/file-name.ts';
import { gatherMeeting } from '../exports/gather-meeting.ts';
import { exportKinds } from '../exports/render-export.ts';
import { accessMeeting } from '../meeting-access.ts';
import { limitRate } from '../rate-limit.ts';

const limit = { name: 'export', max: 60, windowMs: 600_000 };

/** A meeting as a file, for who may see it. */
export function exportRoutes(context: WebContext): Hono {
  const app = new Hono();
  for (const format of exportFormats) {
    app.get(`/:id/export.${format}`, (c) => sendExport(context, c, c.req.param('id'), format));
  }
  return app;
}

async function sendExport(
  context: WebContext,
  c: Context,
  id: string,
  format: ExportFormat,
): Promise<Response> {
  const { meeting, caller } = await accessMeeting(context, c, id);
  await limitRate(context, c, limit, caller.id);
  const { db } = context.database;
  const { name, contentType, render } = exportKinds[format];
  const record = await gatherMeeting(db, meeting, new Date());
  const file = await render(record);
  await recordAccess(db, { meetingId: meeting.id, by: caller, event: 'exported', note: name });
  return c.body(typeof file === 'string' ? file : new Uint8Array(file), 200, {
    'Content-Type': contentType,
    'Content-Disposition': attachmentHeader(fileNameOf(record, format)),
  });
}
