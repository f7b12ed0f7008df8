import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { XmlElement, XmlText } from 'yjs';
import { removeAccount } from '../../db/queries/delete-account.ts';
import type { DocumentRef } from '../../lib/documents/document-name.ts';
import { notesAsText, notesField } from '../../lib/documents/note-line.ts';
import { type MeetingNotes, meetingNotesSchema } from '../../lib/documents/note-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { myDataSchema } from '../../lib/my-data.ts';
import { openDocumentClient } from '../testing/document-client.ts';
import { type ServedTestWeb, serveTestWeb } from '../testing/served-test-web.ts';

let web: ServedTestWeb;
beforeAll(async () => {
  web = await serveTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());

let ana: Joined;
let ben: Joined;
let benCookie: string;
let id: Joined['meeting']['id'];
beforeEach(async () => {
  const owner = await web.signIn();
  const { meeting } = await web.createMeeting(owner.cookie);
  id = meeting.id;
  ana = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
  benCookie = (await web.signIn('ben@example.test')).cookie;
  ben = await web.join(meeting.code, 'Ben', { cookie: benCookie });
  await write(ana, { meetingId: id, kind: 'notes', ownerId: null }, 'We launch on Friday.');
  await write(ben, { meetingId: id, kind: 'my-notes', ownerId: ben.participantId }, 'Ask for a raise.');
});

async function write({ apiToken }: Joined, ref: DocumentRef, text: string) {
  await using client = openDocumentClient(web.url, ref, { token: apiToken });
  const paragraph = new XmlElement('paragraph');
  paragraph.insert(0, [new XmlText(text)]);
  client.doc.getXmlFragment(notesField).insert(0, [paragraph]);
  await vi.waitFor(() => expect(client.saved()).toBe(true), { timeout: 5_000 });
}

async function read(access: { token?: string; headers?: Record<string, string> }): Promise<MeetingNotes> {
  const { body } = await web.request('GET', `/api/meetings/${id}/notes`, access);
  return meetingNotesSchema.parse(body);
}

describe('the notes of a meeting', () => {
  it('are everyone’s, and those of one person nobody else’s', async () => {
    const [byAna, byBen] = [await read({ token: ana.apiToken }), await read({ token: ben.apiToken })];
    for (const { shared } of [byAna, byBen]) expect(notesAsText(shared)).toBe('We launch on Friday.');
    expect(byAna.own).toMatchObject({ ownerId: ana.participantId, lines: [] });
    expect(notesAsText(byBen.own?.lines ?? [])).toBe('Ask for a raise.');
  });

  it('are an account’s own also without the token, and can be gone on with', async () => {
    const { own } = await read({ headers: { cookie: benCookie } });
    expect(own).toMatchObject({ ownerId: ben.participantId });
  });

  it('are in exports as far as they are everyone’s', async () => {
    await web.request('POST', `/api/meetings/${id}/end`, { token: ana.apiToken });
    for (const format of ['md', 'json']) {
      const answer = await web.fetch(`/api/meetings/${id}/export.${format}`, {
        headers: { authorization: `Bearer ${ben.apiToken}` },
      });
      const text = await answer.text();
      expect(text).toContain('We launch on Friday');
      expect(text).not.toContain('raise');
    }
  });

  it('of one’s own are in what a person takes along, and go with the account', async () => {
    const { body } = await web.request('GET', '/api/auth/my-data', { headers: { cookie: benCookie } });
    const mine = myDataSchema.parse(body).meetings.find((meeting) => meeting.id === id);
    expect(mine?.notes).toBe('Ask for a raise.');
    await removeAccount(web.database.db, (await web.signIn('ben@example.test')).user, 'keep');
    const rows = await web.database.sql`select kind from documents where meeting_id = ${id}`;
    expect(rows.map(({ kind }) => kind)).toEqual(['notes']);
  });
});
