import { recordAccess } from '../../db/queries/access-log.ts';
import { lockMeeting } from '../../db/queries/meetings.ts';
import { countOpenShares, insertShare, revokeShare, type Share } from '../../db/queries/shares.ts';
import { ParleyError } from '../../lib/errors.ts';
import { createId } from '../../lib/ids.ts';
import type { ShareLinks } from '../../lib/share-links.ts';
import { type SharePart, type ShareView, shareLimits } from '../../lib/shares.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import type { MeetingAccess } from '../meeting-access.ts';
import { shareLinks, shareState } from './share-state.ts';

interface WantedShare {
  parts: SharePart[];
  label: string;
  expiresInDays: number;
}

const dayMs = 86_400_000;

/** Throws `conflict` before the end of the meeting, or when it has too many links. */
export function createShare(
  context: WebContext,
  { meeting, caller }: MeetingAccess,
  { parts, label, expiresInDays }: WantedShare,
): Promise<Share> {
  if (meeting.status !== 'ended' && meeting.status !== 'completed') {
    throw new ParleyError('conflict', 'A meeting can be shared when it is over.');
  }
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
      label: cleanText(label, shareLimits.label),
      createdBy: caller.id,
      createdByName: caller.name,
      expiresAt: new Date(Date.now() + expiresInDays * dayMs),
    });
    await recordAccess(tx, { meetingId: meeting.id, by: caller, event: 'shared', note: describe(share) });
    return share;
  });
}

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
    state,
    by: share.createdByName,
    createdAtMs: share.createdAt.getTime(),
    expiresAtMs: share.expiresAt.getTime(),
    opens: share.opens,
    lastOpenedAtMs: share.lastOpenedAt?.getTime() ?? null,
    url: state === 'open' ? links.urlOf(share.id) : null,
  };
}

function describe({ parts, label }: Pick<Share, 'parts' | 'label'>): string {
  return label === '' ? parts.join(', ') : `${parts.join(', ')}, for ${label}`;
}
