/**
 * Asking to see a meeting that one may not see. Nobody learns from it whether there is such a meeting: whatever is
 * asked for is stored, limited and answered the same.
 */
import { storeAccessRequest } from '../../db/queries/access-requests.ts';
import { countAttempt } from '../../db/queries/attempts.ts';
import { findVisibleMeeting } from '../../db/queries/meeting-visibility.ts';
import { accessRequestLimits, type OwnAccessRequest } from '../../lib/access-requests.ts';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import { cleanParagraphs } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { accountViewer } from '../meeting-access.ts';
import { refuseDeleted } from '../refuse-deleted.ts';
import type { User } from '../session.ts';

const dayMs = 86_400_000;

/**
 * Throws `not_found` for what cannot be the id of a meeting, `meeting_deleted` as the page of the meeting does,
 * `conflict` for somebody who may see it, and `rate_limited` above so many in a day.
 */
export async function askAccess(
  context: WebContext,
  user: User,
  wanted: string,
  note: string,
): Promise<OwnAccessRequest> {
  const { db } = context.database;
  const wantedId = idSchema('mtg').safeParse(wanted).data;
  if (!wantedId) throw new ParleyError('not_found', 'This is not the address of a meeting. Check the link.');
  const count = await countAttempt(db, { key: `ask-access:${user.id}`, windowMs: dayMs });
  if (count > accessRequestLimits.perDay) {
    throw new ParleyError('rate_limited', 'You have asked to see many meetings today. Try again tomorrow.');
  }
  const account = accountViewer(user);
  if (await findVisibleMeeting(db, account, wantedId)) {
    throw new ParleyError('conflict', 'You may see this meeting already. Load the page again.');
  }
  await refuseDeleted(context, wantedId);
  const { askedAt } = await db.transaction((tx) =>
    storeAccessRequest(tx, { account, wantedId, note: cleanParagraphs(note, accessRequestLimits.note) }),
  );
  return { askedAtMs: askedAt.getTime() };
}
