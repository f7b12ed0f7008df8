import { timestamp } from 'drizzle-orm/pg-core';

/** A point in time, whichever zone it is read in. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
