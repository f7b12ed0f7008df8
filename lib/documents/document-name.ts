/** What people of a meeting write together, or for themselves, and how its documents are named on the wire. */
import { idSchema } from '../id-schema.ts';
import type { MeetingId, ParticipantId } from '../ids.ts';

export const documentKinds = ['board', 'notes', 'my-notes'] as const;
/** `board` and `notes` are everyone's; `my-notes` only one person ever sees. */
export type DocumentKind = (typeof documentKinds)[number];

export type DocumentRef =
  | { meetingId: MeetingId; kind: 'board' | 'notes'; ownerId: null }
  | { meetingId: MeetingId; kind: 'my-notes'; ownerId: ParticipantId };

/** Bytes that web stores of one. The board has room for many drawings, notes for a book. */
export const maxDocumentBytes: Record<DocumentKind, number> = {
  board: 8 * 1024 * 1024,
  notes: 1024 * 1024,
  'my-notes': 1024 * 1024,
};

/** Where web takes the WebSockets of a document: below the address of its meeting, which the cookies of a join are for. */
export const documentPath = (name: string) =>
  `/api/meetings/${readDocumentName(name)?.meetingId ?? 'unknown'}/documents`;

/** `mtg_…/notes`, or `mtg_…/my-notes/par_…`. */
export function documentName({ meetingId, kind, ownerId }: DocumentRef): string {
  return ownerId === null ? `${meetingId}/${kind}` : `${meetingId}/${kind}/${ownerId}`;
}

/** Null for every text that `documentName` never makes. */
export function readDocumentName(name: string): DocumentRef | null {
  const [meeting, kind, owner, ...rest] = name.split('/');
  const meetingId = idSchema('mtg').safeParse(meeting).data;
  if (!meetingId || rest.length > 0) return null;
  if (kind === 'board' || kind === 'notes') {
    return owner === undefined ? { meetingId, kind, ownerId: null } : null;
  }
  const ownerId = idSchema('par').safeParse(owner).data;
  return kind === 'my-notes' && ownerId ? { meetingId, kind, ownerId } : null;
}
