import { describe, expect, it } from 'vitest';
import { createId } from '../ids.ts';
import { type DocumentRef, documentName, readDocumentName } from './document-name.ts';

const meetingId = createId('mtg');
const ownerId = createId('par');

describe(readDocumentName, () => {
  it('reads every name that is made', () => {
    const refs: DocumentRef[] = [
      { meetingId, kind: 'board', ownerId: null },
      { meetingId, kind: 'notes', ownerId: null },
      { meetingId, kind: 'my-notes', ownerId },
    ];
    for (const ref of refs) expect(readDocumentName(documentName(ref))).toEqual(ref);
  });

  it.each([
    '',
    'notes',
    `${meetingId}`,
    `${meetingId}/`,
    `${meetingId}/chat`,
    `${meetingId}/notes/`,
    `${meetingId}/notes/${ownerId}`,
    `${meetingId}/my-notes`,
    `${meetingId}/my-notes/${meetingId}`,
    `${meetingId}/my-notes/${ownerId}/x`,
    `${meetingId}/notes\0`,
    `../${meetingId}/notes`,
    `${meetingId.toLowerCase()}/notes`,
  ])('refuses %j', (name) => {
    expect(readDocumentName(name)).toBeNull();
  });
});
