import type { Context } from 'hono';
import type { TaskRow } from '../../db/queries/tasks.ts';
import { formatTaskCalendar } from '../../lib/calendar/task-calendar.ts';

/** Open tasks that are due on a day, as a file for calendar programs. `site` is the origin of the pages. */
export function sendCalendar(c: Context, rows: readonly TaskRow[], site: string): Response {
  const tasks = rows.flatMap(({ due, done, meetingId, ...task }) =>
    due === null || done ? [] : [{ ...task, due, url: `${site}/meetings/${meetingId}` }],
  );
  return c.body(formatTaskCalendar({ tasks, now: new Date() }), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="tasks.ics"',
  });
}
