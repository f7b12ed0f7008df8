import { Hono } from 'hono';
import { findUser, renewCalendar, type User } from '../../db/queries/accounts.ts';
import { listCalendarMeetings } from '../../db/queries/calendar.ts';
import { formatCalendarFeed } from '../../lib/calendar/calendar-feed.ts';
import type { CalendarAddress } from '../../lib/planning.ts';
import { siteOf } from '../../lib/site.ts';
import { feedFile, isFeedOf, userOfFeed } from '../calendar/feed-address.ts';
import { feedEvent } from '../calendar/feed-event.ts';
import type { WebContext } from '../context.ts';
import { accountViewer } from '../meeting-access.ts';
import { requireUser } from '../session.ts';

const dayMs = 86_400_000;
/** What is over stays in the calendar for so long. */
const pastMs = 180 * dayMs;

/** The address of one's own calendar. */
export function calendarRoutes(context: WebContext): Hono {
  const app = new Hono();
  const site = siteOf(context.config);
  const view = (user: User) => ({ url: `${site}/calendar/${feedFile(context.secret, user)}` });

  app.get('/', async (c) => c.json(view(await requireUser(context, c)) satisfies CalendarAddress));

  app.post('/renew', async (c) => {
    const { id } = await requireUser(context, c);
    return c.json(view(await renewCalendar(context.database.db, id)) satisfies CalendarAddress);
  });

  return app;
}

/** What calendar programs subscribe to: they have no cookie, the address is the secret. */
export function calendarFeedRoutes(context: WebContext): Hono {
  const { config, database, secret } = context;
  const { db } = database;
  const app = new Hono();

  app.get('/:file', async (c) => {
    const file = c.req.param('file');
    const id = userOfFeed(file);
    const user = id === null ? null : await findUser(db, id);
    if (!user || !isFeedOf(secret, file, user)) {
      return c.text('This calendar does not exist, or has another address by now.', 404);
    }
    const rows = await listCalendarMeetings(
      db,
      accountViewer(user),
      new Date(Date.now() + config.dateOffsetMs - pastMs),
    );
    const events = rows.map((row) => feedEvent(row, siteOf(config)));
    c.header('Cache-Control', 'private, max-age=300');
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    return c.body(formatCalendarFeed({ name: `Parley: ${user.name}`, events, now: new Date() }));
  });

  return app;
}
