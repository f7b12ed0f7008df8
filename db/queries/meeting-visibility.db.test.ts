import { and, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createId, type MeetingId } from '../../lib/ids.ts';
import type { Admission } from '../../lib/messages.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { invitations } from '../schema/invitations.ts';
import { meetings, participants } from '../schema/meetings.ts';
import { addMeeting, addUser } from '../testing/workspace.ts';
import { findVisibleMeeting, type Viewer, visibleTo } from './meeting-visibility.ts';
import { isAccountRemoved } from './people.ts';

const database = await shareTestDatabase();

const account = (userId: string, provenEmail: string | null = null): Viewer => ({
  kind: 'account',
  userId,
  provenEmail,
});

async function take(
  meetingId: MeetingId,
  change: { userId?: string; invitationId?: string; admission?: Admission } = {},
) {
  const id = createId('par');
  await database.db.insert(participants).values({
    id,
    meetingId,
    name: 'Someone',
    role: 'participant',
    consentNoticeVersion: 1,
    consentAt: new Date(),
    ...change,
  });
  return id;
}

const invite = (meetingId: MeetingId, change: { email?: string; userId?: string; revokedAt?: Date } = {}) =>
  database.db.insert(invitations).values({
    id: createId('inv'),
    meetingId,
    role: 'participant',
    tokenHash: createId('inv'),
    expiresAt: new Date(0),
    ...change,
  });

const sees = async (viewer: Viewer, id: MeetingId) =>
  (await findVisibleMeeting(database.db, viewer, id)) !== null;

describe(visibleTo, () => {
  it('shows a meeting to its owner and to no stranger', async () => {
    const owner = await addUser(database.db);
    const stranger = await addUser(database.db);
    const id = await addMeeting(database.db, { ownerId: owner });
    expect([await sees(account(owner), id), await sees(account(stranger), id)]).toEqual([true, false]);
  });

  it('shows it to who was let in, not to who waits, was declined or was removed', async () => {
    const id = await addMeeting(database.db, {});
    const seen: Record<string, boolean> = {};
    for (const admission of ['admitted', 'waiting', 'declined', 'removed'] as const) {
      const user = await addUser(database.db);
      const participantId = await take(id, { userId: user, admission });
      seen[`${admission} account`] = await sees(account(user), id);
      seen[`${admission} guest`] = await sees({ kind: 'participant', participantId }, id);
    }
    expect(Object.entries(seen).filter(([, may]) => may)).toEqual([
      ['admitted account', true],
      ['admitted guest', true],
    ]);
  });

  it('shows it to a proven invited address, and not to an unproven one', async () => {
    const user = await addUser(database.db);
    const id = await addMeeting(database.db, {});
    await invite(id, { email: 'ben@example.test' });
    expect(await sees(account(user, 'Ben@Example.test'), id)).toBe(true);
    expect(await sees(account(user, null), id)).toBe(false);
    expect(await sees(account(user, 'other@example.test'), id)).toBe(false);
  });

  it('shows it to the account that opened the mailed link', async () => {
    const user = await addUser(database.db);
    const id = await addMeeting(database.db, {});
    await invite(id, { email: 'ben@example.test', userId: user });
    expect(await sees(account(user), id)).toBe(true);
  });

  it('hides it when the invitation is revoked, and from an invited person who was removed', async () => {
    const [revoked, removed] = [await addUser(database.db), await addUser(database.db)];
    const id = await addMeeting(database.db, {});
    await invite(id, { email: 'revoked@example.test', revokedAt: new Date() });
    await invite(id, { email: 'removed@example.test' });
    await take(id, { userId: removed, admission: 'removed' });
    expect(await sees(account(revoked, 'revoked@example.test'), id)).toBe(false);
    expect(await sees(account(removed, 'removed@example.test'), id)).toBe(false);
  });

  it('hides it from the account of an address whose mailed invitation was used by a guest who was removed', async () => {
    const ben = await addUser(database.db, { email: 'ben-guest@example.test', emailVerified: true });
    const id = await addMeeting(database.db, {});
    const invitationId = createId('inv');
    await database.db.insert(invitations).values({
      id: invitationId,
      meetingId: id,
      role: 'participant',
      tokenHash: invitationId,
      expiresAt: new Date(0),
      email: 'ben-guest@example.test',
    });
    await take(id, { invitationId, admission: 'removed' });
    expect(await sees(account(ben, 'ben-guest@example.test'), id)).toBe(false);
    expect(await isAccountRemoved(database.db, id, ben)).toBe(true);
    expect(await isAccountRemoved(database.db, id, await addUser(database.db))).toBe(false);
  });

  it('never locks the owner out, and shows a person of one meeting nothing of another', async () => {
    const owner = await addUser(database.db);
    const id = await addMeeting(database.db, { ownerId: owner });
    const other = await addMeeting(database.db, {});
    await take(id, { userId: owner, admission: 'removed' });
    const participantId = await take(other);
    expect(await sees(account(owner), id)).toBe(true);
    expect(await sees({ kind: 'participant', participantId }, id)).toBe(false);
  });

  it('shows every occurrence of a series to who is invited to the series', async () => {
    const user = await addUser(database.db);
    const first = await addMeeting(database.db, {});
    const second = await addMeeting(database.db, { seriesId: first });
    await invite(first, { email: 'ben@example.test' });
    const viewer = account(user, 'ben@example.test');
    const rows = await database.db
      .select({ id: meetings.id })
      .from(meetings)
      .where(and(inArray(meetings.id, [first, second]), visibleTo(viewer)));
    expect(rows.map((row) => row.id).sort()).toEqual([first, second].sort());
  });
});
