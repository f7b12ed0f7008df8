import { mayDraw, type WhoMayDraw } from '../../lib/board-messages.ts';
import type { DocumentRights } from '../../lib/documents/document-messages.ts';
import type { DocumentRef } from '../../lib/documents/document-name.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import type { Admission, MeetingStatus } from '../../lib/messages.ts';
import { may, type Role } from '../../lib/roles.ts';

/** Somebody who may see the meeting. */
export interface Onlooker {
  /** Who they are among its people; null for an account that only watches. */
  person: { id: ParticipantId; role: Role; admission: Admission; pen: boolean | null } | null;
  status: MeetingStatus;
  whoMayDraw: WhoMayDraw;
}

/**
 * What somebody may do with a document; null: not even know that it is there. People write together while they meet, and
 * everyone who may see the meeting reads that. Personal notes are their owner's for as long as the meeting is kept.
 */
export function documentRights(
  { kind, ownerId }: Pick<DocumentRef, 'kind' | 'ownerId'>,
  { person, status, whoMayDraw }: Onlooker,
): DocumentRights | null {
  if (person && person.admission !== 'admitted') return null;
  if (kind === 'my-notes') {
    return person?.id === ownerId && person ? { type: 'rights', mayWrite: true } : null;
  }
  if (!person) return { type: 'rights', mayWrite: false, reason: 'outside' };
  if (status !== 'live') return { type: 'rights', mayWrite: false, reason: 'not_live' };
  if (kind === 'board') {
    const allowed = mayDraw(whoMayDraw, person);
    return allowed ? { type: 'rights', mayWrite: true } : { type: 'rights', mayWrite: false, reason: 'rule' };
  }
  if (!may(person.role, 'write')) return { type: 'rights', mayWrite: false, reason: 'role' };
  return { type: 'rights', mayWrite: true };
}
