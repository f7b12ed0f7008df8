import { recordAccess } from '../../db/queries/access-log.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import { countOpenShares, insertShare, revokeShare, type Share } from '../../db/queries/shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import { formatTime } from '../../lib/format-time.ts';
import { createId } from '../../lib/ids.ts';
import type { ShareLinks } from '../../lib/share-links.ts';
import { type SharePart, type ShareView, shareLimits, spanParts, type WantedSpan } from '../../lib/shares.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import type { MeetingAccess } from '../meeting-access.ts';
import { settleSpan, spanOf } from './share-span.ts';
import { shareLinks, shareState } from './share-state.ts';

interface WantedShare {
  parts: SharePart[];
  span: WantedSpan | null;
  label: string;
  expiresInDays: number;
}

const dayMs = 86_400_000;

/**
 * Throws `conflict` before the end of the meeting, or when it has too many links, and `bad_request` for a part that
 * there is not, or of which more is asked for than there is of a part.
 */
export async function createShare(
  context: WebContext,
  { meeting, caller }: MeetingAccess,
  { parts, span: wanted, label, expiresInDays }: WantedShare,
): Promise<Share> {
  if (meeting.status !== 'ended' && meeting.status !== 'completed') {
    throw new ParleyError('conflict', 'A meeting can be shared when it is over.');
  }
  if (wanted && parts.some((part) => !isOfPart(part))) {
    throw new ParleyError(
      'bad_request',
      'Of a part, transcript and sound can be shared; all else is of the whole.',
    );
  }
  const span = wanted && (await settleSpan(context.database.db, meeting.id, wanted));
  return context.database.db.transaction(async (tx) => {
    await lockMeeting(tx, meeting.id);
    if ((await countOpenShares(tx, meeting.id)) >= shareLimits.open) {
      throw new ParleyError('conflict', 'This meeting has too many links. Withdraw some first.');
    }
    const id = createId('shr');
    const share = await insertShare(tx, {
      id,
      meetingId: meeting.id,
      secretHash: shareLinks(context).hashOf(id),
      parts: [...new Set(parts)],
      ...span,
      label: cleanText(label, shareLimits.label),
      createdBy: caller.id,
      createdByName: caller.name,
      expiresAt: new Date(Date.now() + expiresInDays * dayMs),
    });
    await recordAccess(tx, { meetingId: meeting.id, by: caller, event: 'shared', note: describe(share) });
    return share;
  });
}

const isOfPart = (part: SharePart) => spanParts.some((each) => each === part);

/** Throws `not_found` when the meeting has no such link that is open. */
export async function withdrawShare(
  { database }: WebContext,
  { meeting, caller }: MeetingAccess,
  id: string,
): Promise<void> {
  await database.db.transaction(async (tx) => {
    const share = await revokeShare(tx, meeting.id, id);
    if (!share) throw new ParleyError('not_found', 'This link was withdrawn already.');
    await recordAccess(tx, { meetingId: meeting.id, by: caller, event: 'unshared', note: describe(share) });
  });
}

export function shareView(share: Share, links: ShareLinks, now: Date): ShareView {
  const state = shareState(share, links, now);
  return {
    id: share.id,
    label: share.label,
    parts: share.parts,
    span: spanOf(share),
    state,
    by: share.createdByName,
    createdAtMs: share.createdAt.getTime(),
    expiresAtMs: share.expiresAt.getTime(),
    opens: share.opens,
    lastOpenedAtMs: share.lastOpenedAt?.getTime() ?? null,
    url: state === 'open' ? links.urlOf(share.id) : null,
  };
}

function describe(share: Pick<Share, 'parts' | 'label' | 'fromMs' | 'untilMs'>): string {
  const { parts, label } = share;
  const span = spanOf(share);
  const what = span
    ? `${parts.join(', ')} from ${formatTime(span.fromMs)} to ${formatTime(span.untilMs)}`
    : parts.join(', ');
  return label === '' ? what : `${what}, for ${label}`;
}
