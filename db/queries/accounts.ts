import { and, eq, sql } from 'drizzle-orm';
import { createId } from '../../lib/ids.ts';
import type { Tx } from '../database.ts';
import { accounts, users, workspace } from '../schema/accounts.ts';

export type User = typeof users.$inferSelect;

/** True once the installation has an account; from then on starting a meeting needs one. */
export async function hasOwner(db: Tx): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}

export async function findUser(db: Tx, id: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ?? null;
}

export async function findUserByEmail(db: Tx, email: string): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.email, email.toLowerCase()));
  return row ?? null;
}

export async function findOwner(db: Tx): Promise<User | null> {
  const [row] = await db.select().from(users).where(eq(users.role, 'owner'));
  return row ?? null;
}

/** Gives an account another address, which is not proven yet; null when another account has it. */
export async function changeEmail(tx: Tx, id: string, email: string): Promise<User | null> {
  const other = await findUserByEmail(tx, email);
  if (other && other.id !== id) return null;
  const [row] = await tx
    .update(users)
    .set({ email: email.toLowerCase(), emailVerified: false, updatedAt: sql`now()` })
    .where(eq(users.id, id))
    .returning();
  return row ?? null;
}

interface NewUser {
  name: string;
  email: string;
  emailVerified: boolean;
  timeZone: string;
  passwordHash: string;
}

/**
 * Makes an account with a password; null when the address has one, or when `role` is owner and there is one.
 * The caller's transaction keeps the two rows together.
 */
export async function insertUser(
  tx: Tx,
  { passwordHash, ...user }: NewUser,
  role: User['role'],
): Promise<User | null> {
  const [row] = await tx
    .insert(users)
    .values({ ...user, email: user.email.toLowerCase(), id: createId('usr'), role })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  await tx.insert(accounts).values({
    id: createId('acc'),
    userId: row.id,
    accountId: row.id,
    providerId: 'credential',
    password: passwordHash,
  });
  return row;
}

/** Gives the person's calendar a new address; the earlier ones open nothing any more. */
export async function renewCalendar(db: Tx, id: string): Promise<User> {
  const [row] = await db
    .update(users)
    .set({ calendarVersion: sql`${users.calendarVersion} + 1` })
    .where(eq(users.id, id))
    .returning();
  if (!row) throw new Error(`there is no user ${id}`);
  return row;
}

export async function updateProfile(
  db: Tx,
  id: string,
  change: { name?: string; timeZone?: string },
): Promise<User | null> {
  const [row] = await db
    .update(users)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(users.id, id))
    .returning();
  return row ?? null;
}

/** Sets a password, also for someone who had none; a new one makes the old one useless at once. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx
    .insert(accounts)
    .values({
      id: createId('acc'),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: passwordHash,
    })
    .onConflictDoUpdate({
      target: [accounts.providerId, accounts.accountId],
      set: { password: passwordHash, updatedAt: sql`now()` },
    });
}

/** The hash of someone's password; null when they sign in by another service only. */
export async function findPasswordHash(db: Tx, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
  return row?.password ?? null;
}

export interface WorkspaceSettings {
  openSignUp: boolean;
  /** Days that meetings are kept after their end; null: for ever. */
  keepDays: number | null;
}

export async function readWorkspace(db: Tx): Promise<WorkspaceSettings> {
  const { openSignUp, keepDays } = workspace;
  const [row] = await db.select({ openSignUp, keepDays }).from(workspace);
  return row ?? { openSignUp: false, keepDays: null };
}

/** What is left out stays as it is. */
export async function saveWorkspace(db: Tx, settings: Partial<WorkspaceSettings>): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await db
    .insert(workspace)
    .values({ id: 1, ...settings })
    .onConflictDoUpdate({ target: workspace.id, set: settings });
}
