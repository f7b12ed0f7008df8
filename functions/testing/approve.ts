import type { Database } from '../../db/database.ts';
import { insertUser } from '../../db/queries/accounts.ts';
import { enqueueEvent } from '../../db/queries/outbox.ts';
import { saveParticipant } from '../../db/queries/participants.ts';
import { actions, approvals } from '../../db/schema/assistance.ts';
import { digestArguments } from '../../lib/argument-digest.ts';
import { createId, type Id, type MeetingId, type ParticipantId } from '../../lib/ids.ts';
import type { MeantPerson } from '../../lib/tools/tool.ts';

/** Someone who was let into the meeting; with `account`, signed in by that address. */
export async function addPerson(
  { db }: Database,
  meetingId: MeetingId,
  { name, email, account }: { name: string; email?: string; account?: string },
): Promise<ParticipantId> {
  const user =
    account === undefined
      ? null
      : await insertUser(
          db,
          { name, email: account, emailVerified: true, timeZone: 'Europe/Berlin', passwordHash: '' },
          'member',
        );
  const id = createId('par');
  await saveParticipant(db, {
    id,
    meetingId,
    name,
    role: 'participant',
    consentNoticeVersion: 1,
    email: email ?? null,
    userId: user?.id ?? null,
  });
  return id;
}

/** What the decision of a person writes, in one transaction. `digest` is of something else where given. */
export async function approve(
  { db }: Database,
  {
    meetingId,
    by,
    tool,
    args,
    people = [],
    digest = digestArguments(tool, args, people),
  }: {
    meetingId: MeetingId;
    by: ParticipantId;
    tool: string;
    args: Record<string, unknown>;
    people?: MeantPerson[];
    digest?: string;
  },
): Promise<{ actionId: Id<'act'>; approvalId: Id<'apr'> }> {
  const approvalId = createId('apr');
  const actionId = createId('act');
  await db.transaction(async (tx) => {
    await tx.insert(approvals).values({
      id: approvalId,
      meetingId,
      key: approvalId,
      tool,
      arguments: args,
      people,
      digest,
      askedBy: by,
      approver: by,
      decidedBy: by,
      causeEpoch: 1,
      causeSeq: 7,
      state: 'approved',
      decidedAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    });
    await tx.insert(actions).values({ id: actionId, approvalId, meetingId, digest });
    await enqueueEvent(tx, {
      id: `action-approved:${actionId}`,
      name: 'action/approved',
      data: { actionId, meetingId },
    });
  });
  return { actionId, approvalId };
}
