import { DateTime } from 'luxon';
import type { Tx } from '../../db/database.ts';
import { inviteByMail } from '../../db/letters/invite-by-mail.ts';
import { findUser } from '../../db/queries/accounts.ts';
import { lockAction } from '../../db/queries/actions.ts';
import { insertMeeting, type Meeting } from '../../db/queries/meetings.ts';
import { findPlannedByAction } from '../../db/queries/plan-meetings.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import { createMeetingCode } from '../../lib/meeting-code.ts';
import { limits } from '../../lib/messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { Effects, ToolResult } from '../../lib/tools/effects.ts';
import type { ApprovedAction } from '../../lib/tools/tool.ts';
import type { FunctionParts } from '../context.ts';
import { type ChosenPeople, choosePeople } from './choose-people.ts';
import { sayNames } from './say-names.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';

type Plan = Parameters<Effects['planMeeting']>[1];
type Host = { userId: string | null; name: string; email: string | null };

/**
 * Plans the meeting and invites, in one transaction that a second call of the same action finds done. Its host is the
 * account of whoever approved; someone without one is invited as a co-host.
 */
export async function planMeeting(
  { database: { db }, links, site, dateOffsetMs }: FunctionParts,
  action: ApprovedAction,
  plan: Plan,
): Promise<ToolResult> {
  return db.transaction(async (tx) => {
    // Two executions at the same moment: the second waits, and finds what the first has made.
    await lockAction(tx, action.id);
    const around = await findSurroundings(tx, action);
    const host = await findHost(tx, around);
    const chosen = choosePeople(around.people, action.people, plan.attendees);
    const guests = chosen.reached.filter(({ email }) => email !== host.email);
    const before = await findPlannedByAction(tx, action.id);
    const planned = before ?? (await insertPlanned(tx, action, { plan, around, host, dateOffsetMs }));
    if (!before) {
      const organizer = { name: host.name, email: host.email ?? `parley@${new URL(site).hostname}` };
      const invite = (emails: string[], role: 'cohost' | 'participant') =>
        inviteByMail(tx, links, { meeting: planned, emails, role, organizer });
      if (host.userId === null && host.email !== null) await invite([host.email], 'cohost');
      await invite(
        guests.map(({ email }) => email),
        'participant',
      );
    }
    const message = describePlanned(planned, { guests, unreached: withoutHost(chosen, around, host) });
    return { message, made: [{ kind: 'meeting', id: planned.id }] };
  });
}

async function findHost(tx: Tx, { approver }: Surroundings): Promise<Host> {
  const user = approver.userId === null ? null : await findUser(tx, approver.userId);
  if (user) return { userId: user.id, name: user.name, email: user.email.toLowerCase() };
  return { userId: null, name: approver.name, email: approver.address };
}

async function insertPlanned(
  tx: Tx,
  action: ApprovedAction,
  {
    plan,
    around: { meeting },
    host,
    dateOffsetMs,
  }: { plan: Plan; around: Surroundings; host: Host; dateOffsetMs: number },
): Promise<Meeting> {
  const scheduledAt = new Date(plan.startsAt);
  if (scheduledAt.getTime() <= Date.now() + dateOffsetMs) {
    throw new ParleyError('bad_request', 'Nothing was planned: that time has passed by now.');
  }
  for (;;) {
    const planned = await insertMeeting(tx, {
      id: createId('mtg'),
      code: createMeetingCode(),
      title: cleanText(plan.title, limits.title) || 'Meeting',
      language: meeting.language,
      persona: meeting.persona,
      personaVersionId: meeting.personaVersionId,
      ownerId: host.userId,
      scheduledAt,
      durationMinutes: plan.durationMinutes,
      timeZone: meeting.timeZone ?? 'UTC',
      actionId: action.id,
    });
    if (planned) return planned;
  }
}

/** Whoever approved has the meeting in their list, with or without a mail. */
function withoutHost({ unreached }: ChosenPeople, { approver }: Surroundings, host: Host): string[] {
  return host.userId === null ? unreached : unreached.filter((name) => name !== approver.name);
}

function describePlanned(
  { title, scheduledAt, timeZone }: Meeting,
  { guests, unreached }: { guests: ChosenPeople['reached']; unreached: string[] },
): string {
  const at = DateTime.fromJSDate(scheduledAt ?? new Date(0), { zone: timeZone ?? 'UTC' }).setLocale('en-GB');
  const names = guests.map(({ name }) => name);
  const have = names.length === 1 ? 'has' : 'have';
  return [
    `"${title}" is planned for ${at.toFormat('cccc, d LLLL, HH:mm')}.`,
    ...(names.length > 0 ? [`${sayNames(names)} ${have} an invitation by mail.`] : []),
    ...(unreached.length > 0
      ? [`I know no address of ${sayNames(unreached)}: please pass the link on.`]
      : []),
  ].join(' ');
}
