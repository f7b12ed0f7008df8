/** What hosts do with requests to see their meeting. */
import { recordAccess } from '../../db/queries/access-log.ts';
import {
  type AskedAccess,
  findAccessRequest,
  settleAccessRequest,
} from '../../db/queries/access-requests.ts';
import { announceRights } from '../../db/queries/documents.ts';
import { enqueueMail } from '../../db/queries/mails.ts';
import type { AccessDecision, AccessRequestView } from '../../lib/access-requests.ts';
import { ParleyError } from '../../lib/errors.ts';
import { accessAllowedMail } from '../../lib/mail/access-mails.ts';
import { renderMail } from '../../lib/mail/render-mail.ts';
import { siteOf } from '../../lib/site.ts';
import type { WebContext } from '../context.ts';
import type { MeetingAccess } from '../meeting-access.ts';

/** Answers a request. Who is allowed gets a mail, who is not hears nothing. Throws `conflict` when somebody answered before. */
export async function decideAccess(
  context: WebContext,
  { meeting, caller }: MeetingAccess,
  id: string,
  decision: AccessDecision,
): Promise<void> {
  const { db } = context.database;
  const { request, user } = await findAsked(context, { meeting }, id);
  const url = `${siteOf(context.config)}/meetings/${meeting.id}`;
  const { subject, template } = accessAllowedMail({ meetingTitle: meeting.title, url });
  const body = await renderMail(template);
  const to = decision === 'allow' ? 'allowed' : 'refused';
  await db.transaction(async (tx) => {
    if (!(await settleAccessRequest(tx, { meetingId: meeting.id, id, from: 'open', to }))) {
      throw new ParleyError('conflict', 'Somebody has answered this request already.');
    }
    const about = { note: user.name, about: user.id };
    await recordAccess(tx, { meetingId: meeting.id, by: caller, event: to, ...about });
    if (to === 'refused') return;
    await enqueueMail(tx, {
      dedupeKey: `access-allowed:${request.id}`,
      kind: 'access-allowed',
      recipient: user.email,
      meetingId: meeting.id,
      subject,
      ...body,
    });
  });
}

/** Takes back what was allowed, from now on. Throws `not_found` when it is not allowed. */
export async function disallowAccess(
  context: WebContext,
  { meeting, caller }: MeetingAccess,
  id: string,
): Promise<void> {
  const { user } = await findAsked(context, { meeting }, id);
  await context.database.db.transaction(async (tx) => {
    const moved = { meetingId: meeting.id, id, from: 'allowed', to: 'disallowed' } as const;
    if (!(await settleAccessRequest(tx, moved))) {
      throw new ParleyError('not_found', 'They may not see this meeting by a request.');
    }
    const about = { note: user.name, about: user.id };
    await recordAccess(tx, { meetingId: meeting.id, by: caller, event: 'disallowed', ...about });
    await announceRights(tx, meeting.id);
  });
}

async function findAsked(
  { database }: WebContext,
  { meeting }: Pick<MeetingAccess, 'meeting'>,
  id: string,
): Promise<AskedAccess> {
  const asked = await findAccessRequest(database.db, meeting.id, id);
  if (!asked) throw new ParleyError('not_found', 'There is no such request any more.');
  return asked;
}

export function accessRequestView({ request, user, meeting }: AskedAccess): AccessRequestView {
  return {
    id: request.id,
    meeting,
    name: user.name,
    email: user.email,
    emailProven: user.emailVerified,
    note: request.note,
    state: request.state === 'allowed' ? 'allowed' : 'open',
    askedAtMs: request.askedAt.getTime(),
  };
}
