/** Rows for tests: accounts and meetings with defaults. */
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { users } from '../schema/accounts.ts';
import { meetings } from '../schema/meetings.ts';

export async function addUser(db: Tx, change: Partial<typeof users.$inferInsert> = {}): Promise<string> {
  const id = change.id ?? createId('evt').replace('evt', 'usr');
  await db.insert(users).values({ name: 'Ana', email: `${id.toLowerCase()}@example.test`, ...change, id });
  return id;
}

export async function addMeeting(
  db: Tx,
  change: Partial<typeof meetings.$inferInsert> = {},
): Promise<MeetingId> {
  const id = change.id ?? createId('mtg');
  await db.insert(meetings).values({
    code: id,
    title: 'Meeting',
    language: 'en',
    persona: { name: 'Nova', instructions: '', mode: 'addressed', voice: 'default', greeting: '' },
    ...change,
    id,
  });
  return id;
}
