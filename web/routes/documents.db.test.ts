import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { readDocumentState } from '../../db/queries/documents.ts';
import { documents, documentUpdates } from '../../db/schema/documents.ts';
import { participants } from '../../db/schema/meetings.ts';
import { accessRequestListSchema } from '../../lib/access-requests.ts';
import { maxFrameBytes } from '../../lib/documents/document-messages.ts';
import {
  type DocumentRef,
  documentName,
  documentPath,
  maxDocumentBytes,
} from '../../lib/documents/document-name.ts';
import type { Joined } from '../../lib/messages.ts';
import type { Role } from '../../lib/roles.ts';
import { personCookie } from '../remembered-person.ts';
import { type DocumentClient, openDocumentClient } from '../testing/document-client.ts';
import { type ServedTestWeb, serveTestWeb } from '../testing/served-test-web.ts';

let web: ServedTestWeb;
beforeAll(async () => {
  web = await serveTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());

let host: Joined;
let ben: Joined;
let notes: DocumentRef;
let clients: AsyncDisposableStack;
beforeEach(async () => {
  const { cookie } = await web.signIn();
  const { meeting } = await web.createMeeting(cookie);
  notes = { meetingId: meeting.id, kind: 'notes', ownerId: null };
  host = await web.join(meeting.code, 'Ana', { cookie });
  ben = await web.join(meeting.code, 'Ben');
  clients = new AsyncDisposableStack();
  return () => clients.disposeAsync();
});

const open = (
  by: { apiToken: string } | null,
  ref: DocumentRef | string = notes,
  options: { url?: string; headers?: Record<string, string>; doc?: Doc } = {},
): DocumentClient => {
  const { url = web.url, ...rest } = options;
  return clients.use(openDocumentClient(url, ref, { token: by?.apiToken ?? '', ...rest }));
};
const shows = (client: DocumentClient, text: string) =>
  vi.waitFor(() => expect(client.read()).toBe(text), { timeout: 5_000 });
const isSaved = (client: DocumentClient) =>
  vi.waitFor(() => expect(client.saved()).toBe(true), { timeout: 5_000 });
const isTold = (client: DocumentClient, rights: object) =>
  vi.waitFor(() => expect(client.rights()).toMatchObject(rights), { timeout: 5_000 });
const isRefused = (client: DocumentClient, reason: string) =>
  vi.waitFor(() => expect(client.reasons).toContain(reason), { timeout: 5_000 });
async function stored(ref: DocumentRef): Promise<string> {
  const doc = new Doc();
  const state = await readDocumentState(web.database.db, ref);
  if (state) applyUpdate(doc, state);
  return doc.getText('text').toString();
}
const act = (path: string, body: object = {}) =>
  web.request('POST', `/api/meetings/${notes.meetingId}/${path}`, { body, token: host.apiToken });
const setRole = (person: Joined, role: Role) =>
  web.database.db.update(participants).set({ role }).where(eq(participants.id, person.participantId));

describe('what people write in a meeting', () => {
  it('is shown to all, also to those who come later, and changes merge', async () => {
    const [ana, other] = [open(host), open(ben)];
    ana.write('One. ');
    await shows(other, 'One. ');
    ana.write('Two. ');
    other.write('Three. ');
    await vi.waitFor(() => expect(ana.read()).toHaveLength(17));
    await vi.waitFor(() => expect(other.read()).toBe(ana.read()));
    await shows(open(ben), ana.read());
  });

  it('is stored before it is acknowledged: a process that dies at once loses nothing', async () => {
    const ana = open(host);
    ana.write('Kept.');
    await isSaved(ana);
    expect(await stored(notes)).toBe('Kept.');
    // Another process, and nothing said goodbye to this one.
    await using second = await serveTestWeb(web.database);
    const late = open(ben, notes, { url: second.url });
    await shows(late, 'Kept.');
    await late[Symbol.asyncDispose]();
  });

  it('reaches those who are connected to another process', async () => {
    await using second = await serveTestWeb(web.database);
    const here = open(host);
    const there = open(ben, notes, { url: second.url });
    await Promise.all([isSaved(here), isSaved(there)]);
    here.write('Here. ');
    await shows(there, 'Here. ');
    there.write('There.');
    await shows(here, 'Here. There.');
    await there[Symbol.asyncDispose]();
  });

  it('while the connection was away comes after it, and is not stored twice', async () => {
    const ana = open(host);
    ana.write('Before. ');
    await isSaved(ana);
    const updates = () =>
      web.database.db.$count(
        web.database.db
          .select({ seq: documentUpdates.seq })
          .from(documentUpdates)
          .innerJoin(documents, eq(documents.id, documentUpdates.documentId))
          .where(eq(documents.meetingId, notes.meetingId))
          .as('u'),
      );
    const socket = ana.provider.configuration.websocketProvider;
    const hangUp = async () => {
      socket.disconnect();
      await vi.waitFor(() => expect(socket.status).toBe('disconnected'));
    };
    await hangUp();
    ana.write('Meanwhile.');
    await socket.connect();
    await isSaved(ana);
    await vi.waitFor(async () => expect(await stored(notes)).toBe('Before. Meanwhile.'));
    const before = await updates();
    await hangUp();
    await socket.connect();
    await isSaved(ana);
    expect(await updates()).toBeLessThanOrEqual(before);
  });

  it('becomes one state when all have left, with everything in it', async () => {
    const ana = open(host);
    for (let index = 0; index < 5; index += 1) {
      ana.write(`${index} `);
      await isSaved(ana);
    }
    await ana[Symbol.asyncDispose]();
    await vi.waitFor(async () => {
      const [row] = await web.database.db
        .select()
        .from(documents)
        .where(eq(documents.meetingId, notes.meetingId));
      expect(row).toMatchObject({ stateSeq: 5, seq: 5 });
    });
    expect(await stored(notes)).toBe('0 1 2 3 4 ');
    await shows(open(ben), '0 1 2 3 4 ');
  });

  it('goes with the meeting', async () => {
    const ana = open(host);
    ana.write('Gone soon.');
    await isSaved(ana);
    await act('end');
    await web.request('DELETE', `/api/meetings/${notes.meetingId}`, { token: host.apiToken });
    await isRefused(ana, 'forbidden');
    expect(await stored(notes)).toBe('');
  });
});

describe('who may write', () => {
  it('is told, and is not a viewer: whatever they send changes nothing', async () => {
    await setRole(ben, 'viewer');
    const [ana, viewer] = [open(host), open(ben)];
    await isTold(ana, { mayWrite: true });
    await isTold(viewer, { mayWrite: false, reason: 'role' });
    viewer.write('Forged. ');
    ana.write('Real.');
    await isSaved(ana);
    expect(ana.read()).toBe('Real.');
    expect(await stored(notes)).toBe('Real.');
    expect(viewer.saved()).toBe(false);
  });

  it('changes at once with the role, also in another process', async () => {
    const other = open(ben);
    await isTold(other, { mayWrite: true });
    await setRole(ben, 'viewer');
    await isTold(other, { mayWrite: false, reason: 'role' });
    await setRole(ben, 'cohost');
    await isTold(other, { mayWrite: true });
    other.write('Back.');
    await isSaved(other);
    expect(await stored(notes)).toBe('Back.');
  });

  it('has what was refused meanwhile too, once they may write again', async () => {
    const [ana, other] = [open(host), open(ben)];
    await Promise.all([isTold(ana, { mayWrite: true }), isTold(other, { mayWrite: true })]);
    await setRole(ben, 'viewer');
    await isTold(other, { mayWrite: false, reason: 'role' });
    other.write('Meanwhile. ');
    await setRole(ben, 'cohost');
    await isTold(other, { mayWrite: true });
    other.write('After.');
    await isSaved(other);
    await shows(ana, 'Meanwhile. After.');
    expect(await stored(notes)).toBe('Meanwhile. After.');
  });

  it('is decided again for each update, not only when somebody hears of a change', async () => {
    const [ana, other] = [open(host), open(ben)];
    await Promise.all([isTold(ana, { mayWrite: true }), isTold(other, { mayWrite: true })]);
    await web.database.db.transaction(async (tx) => {
      await tx.update(participants).set({ role: 'viewer' }).where(eq(participants.id, ben.participantId));
      // Sent before the change is visible to anybody: it waits for the change.
      other.write('Too late.');
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await isTold(other, { mayWrite: false, reason: 'role' });
    expect(await stored(notes)).toBe('');
    expect(ana.read()).toBe('');
  });

  it('sees no more once a host takes back that they may see the meeting', async () => {
    const vera = await web.signIn('vera@example.test');
    const headers = { cookie: vera.cookie };
    const path = `/api/meetings/${notes.meetingId}`;
    await web.request('POST', `${path}/access-request`, { headers, body: { note: '' } });
    const asHost = { token: host.apiToken };
    const { body } = await web.request('GET', `${path}/access-requests`, asHost);
    const { requests } = accessRequestListSchema.parse(body);
    await web.request('POST', `${path}/access-requests/${requests[0]?.id}`, {
      ...asHost,
      body: { decision: 'allow' },
    });
    const onlooker = open(null, notes, { headers });
    await isTold(onlooker, { mayWrite: false, reason: 'outside' });
    await web.request('DELETE', `${path}/access-requests/${requests[0]?.id}`, asHost);
    await isRefused(onlooker, 'forbidden');
  });

  it('is nobody once the meeting is over; who was there reads on', async () => {
    const ana = open(host);
    ana.write('During.');
    await isSaved(ana);
    await act('end');
    await isTold(ana, { mayWrite: false, reason: 'not_live' });
    ana.write(' After.');
    const late = open(ben);
    await shows(late, 'During.');
    await isTold(late, { mayWrite: false, reason: 'not_live' });
    expect(await stored(notes)).toBe('During.');
  });

  it('does not see or write anything any more after being removed', async () => {
    const [ana, other] = [open(host), open(ben)];
    await isTold(other, { mayWrite: true });
    await act(`people/${ben.participantId}/remove`);
    await isRefused(other, 'forbidden');
    other.write('Still here?');
    ana.write('Secret.');
    await isSaved(ana);
    expect(other.read()).toBe('Still here?');
    expect(await stored(notes)).toBe('Secret.');
    await isRefused(open(ben), 'forbidden');
  });

  it('is not an account that only watches, and nobody without an account', async () => {
    const { cookie } = await web.signIn('watcher@example.test');
    const { meeting } = await web.createMeeting(cookie);
    const guest = await web.join(meeting.code, 'Guest');
    const ref: DocumentRef = { meetingId: meeting.id, kind: 'notes', ownerId: null };
    const [watching, writing] = [open(null, ref, { headers: { cookie } }), open(guest, ref)];
    await isTold(watching, { mayWrite: false, reason: 'outside' });
    writing.write('Seen.');
    await shows(watching, 'Seen.');
    await isRefused(open(null, ref), 'forbidden');
    const stranger = await web.signIn('stranger@example.test');
    await isRefused(open(null, ref, { headers: { cookie: stranger.cookie } }), 'forbidden');
  });
});

describe('personal notes', () => {
  const mine = (person: Joined): DocumentRef => ({
    meetingId: notes.meetingId,
    kind: 'my-notes',
    ownerId: person.participantId,
  });

  it('are for their owner alone, on all devices, also when the meeting is over', async () => {
    const one = open(ben, mine(ben));
    one.write('Mine. ');
    await isSaved(one);
    await isRefused(open(host, mine(ben)), 'forbidden');
    await act('end');
    const two = open(ben, mine(ben));
    await shows(two, 'Mine. ');
    two.write('Later.');
    await shows(one, 'Mine. Later.');
    expect(await stored(mine(ben))).toBe('Mine. Later.');
  });

  it('are an account’s own by its cookie, and not the host’s', async () => {
    const { cookie } = await web.signIn('member@example.test');
    const owner = await web.signIn();
    const { meeting } = await web.createMeeting(owner.cookie);
    const member = await web.join(meeting.code, 'Member', { cookie });
    const ref: DocumentRef = { meetingId: meeting.id, kind: 'my-notes', ownerId: member.participantId };
    const here = open(null, ref, { headers: { cookie } });
    here.write('By cookie.');
    await isSaved(here);
    expect(await stored(ref)).toBe('By cookie.');
    await isRefused(open(null, ref, { headers: { cookie: owner.cookie } }), 'forbidden');
  });
});

describe('somebody without an account, afterwards', () => {
  const mine = (person: Joined): DocumentRef => ({
    ...notes,
    kind: 'my-notes',
    ownerId: person.participantId,
  });
  const cookieOf = ({ apiToken }: Joined) => ({ cookie: `${personCookie(notes.meetingId)}=${apiToken}` });

  it('goes on with their own notes by the cookie of their join, and reads what was everyone’s', async () => {
    await act('end');
    const headers = cookieOf(ben);
    const own = open(null, mine(ben), { headers });
    own.write('Afterwards.');
    await isSaved(own);
    expect(await stored(mine(ben))).toBe('Afterwards.');
    await isTold(open(null, notes, { headers }), { mayWrite: false, reason: 'not_live' });
    await isRefused(open(null, mine(host), { headers }), 'forbidden');
  });

  it('also signed in to an account that was never there, and nobody does in their place', async () => {
    const stranger = await web.signIn('stranger@example.test');
    const { cookie } = cookieOf(ben);
    const both = open(null, mine(ben), { headers: { cookie: `${cookie}; ${stranger.cookie}` } });
    await isTold(both, { mayWrite: true });
    const ofHost = open(null, mine(host), {
      headers: { cookie: `${cookieOf(host).cookie}; ${stranger.cookie}` },
    });
    await isRefused(ofHost, 'forbidden');
  });

  it('does not, once removed', async () => {
    await web.database.db
      .update(participants)
      .set({ admission: 'removed' })
      .where(eq(participants.id, ben.participantId));
    await isRefused(open(null, mine(ben), { headers: cookieOf(ben) }), 'forbidden');
  });
});

describe('what is forged', () => {
  it.each(['nothing', 'mtg_01JD0000000000000000000000/notes', '../notes'])(
    'opens no document that is not there: %s',
    async (name) => {
      const client = open(host, name);
      await vi.waitFor(() => expect(client.reasons).not.toEqual([]));
      expect(client.rights()).toBeUndefined();
    },
  );

  it('does not come by the token of another meeting, of nobody, or of the agent', async () => {
    const { cookie } = await web.signIn();
    const { meeting } = await web.createMeeting(cookie);
    const stranger = await web.join(meeting.code, 'Stranger');
    const agent = await web.context.tokens.signAgent({ meetingId: notes.meetingId, epoch: 1 });
    for (const apiToken of [stranger.apiToken, agent, 'x', '']) {
      await isRefused(open({ apiToken }), 'forbidden');
    }
  });

  it('shows nobody a caret under another name, and cannot move that of others', async () => {
    const [ana, other] = [open(host), open(ben)];
    await Promise.all([isSaved(ana), isSaved(other)]);
    ana.provider.setAwarenessField('cursor', { anchor: 1 });
    other.provider.setAwarenessField('user', { id: host.participantId, name: 'Ana' });
    const stateOf = (seenBy: DocumentClient, whose: DocumentClient) =>
      seenBy.provider.awareness?.getStates().get(whose.doc.clientID);
    await vi.waitFor(() =>
      expect(stateOf(ana, other)).toMatchObject({ user: { id: ben.participantId, name: 'Ben' } }),
    );
    // As if this browser were Ana's.
    const forger = new Doc();
    forger.clientID = ana.doc.clientID;
    const forged = open(ben, notes, { doc: forger });
    await isSaved(forged);
    forged.provider.setAwarenessField('cursor', { anchor: 9 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stateOf(other, ana)).toMatchObject({ cursor: { anchor: 1 }, user: { name: 'Ana' } });
  });

  /** As if this browser were the other's: what it writes has their client id. */
  function forge(client: DocumentClient, text: string): Doc {
    const forger = new Doc();
    applyUpdate(forger, encodeStateAsUpdate(client.doc));
    forger.clientID = client.doc.clientID;
    forger.getText('text').insert(forger.getText('text').length, text);
    return forger;
  }

  it('is not written under the client id of somebody else', async () => {
    const [ana, onlooker] = [open(host), open(ben)];
    ana.write('One. ');
    await shows(onlooker, 'One. ');
    await isRefused(open(ben, notes, { doc: forge(ana, 'Forged. ') }), 'broken');
    ana.write('Two.');
    await shows(onlooker, 'One. Two.');
    expect(await stored(notes)).toBe('One. Two.');
  });

  it('does not take the place of what somebody writes without a connection', async () => {
    const [ana, onlooker] = [open(host), open(ben)];
    ana.write('One. ');
    await shows(onlooker, 'One. ');
    const socket = ana.provider.configuration.websocketProvider;
    socket.disconnect();
    await vi.waitFor(() => expect(socket.status).toBe('disconnected'));
    await isRefused(open(ben, notes, { doc: forge(ana, 'Forged. ') }), 'broken');
    ana.write('Meanwhile.');
    await socket.connect();
    await shows(onlooker, 'One. Meanwhile.');
  });

  it('can be written however often its page was loaded before, and nothing that was written is forgotten', async () => {
    const [first, onlooker] = [open(ben), open(host)];
    first.write('One. ');
    await shows(onlooker, 'One. ');
    await web.database.sql`
      insert into document_clients (document_id, client, participant_id, idle_since)
      select id, n, ${ben.participantId}, now() from documents, generate_series(1, 1200) n
      where meeting_id = ${notes.meetingId}`;
    const [late, forger] = [open(ben), open(host, notes, { doc: forge(first, 'Forged. ') })];
    late.provider.setAwarenessField('caret', 1);
    const held = () => web.database.sql`
      select client from document_clients where participant_id = ${ben.participantId}`;
    // Who writes before their caret is known takes no place among those that never wrote.
    await vi.waitFor(async () => expect((await held()).length).toBeLessThanOrEqual(1_002), {
      timeout: 5_000,
    });
    await shows(late, 'One. ');
    late.write('Two. ');
    await shows(onlooker, 'One. Two. ');
    expect(late.reasons).toEqual([]);
    await isRefused(forger, 'broken');
  });

  it('is no name for what somebody brings along from another process', async () => {
    const ana = open(host);
    ana.write('One. ');
    await isSaved(ana);
    const there = forge(ana, 'Two. ');
    // As another process stores it, in the moment before this one hears of it.
    await web.database.sql`
      with d as (update documents set seq = seq + 1 where meeting_id = ${notes.meetingId} returning id, seq)
      insert into document_updates select id, seq, ${Buffer.from(encodeStateAsUpdate(there))} from d`;
    const mine = new Doc();
    applyUpdate(mine, encodeStateAsUpdate(there));
    mine.getText('text').insert(0, 'Ben. ');
    const other = open(ben, notes, { doc: mine });
    await isSaved(other);
    await shows(ana, 'Ben. One. Two. ');
    expect(other.reasons).toEqual([]);
  });

  async function raw(headers: Record<string, string> = {}) {
    const socket = new WebSocket(`${web.url.replace('http', 'ws')}${documentPath(documentName(notes))}`, {
      headers,
    });
    const [event] = await Promise.race([
      once(socket, 'open').then(() => ['open']),
      once(socket, 'unexpected-response').then(([, answer]) => [`${answer.statusCode}`]),
    ]);
    return { socket, event };
  }

  it('is not taken from a page of another site', async () => {
    expect((await raw({ origin: 'https://evil.example' })).event).toBe('403');
    const own = await raw({ origin: 'http://parley.test' });
    expect(own.event).toBe('open');
    own.socket.close();
  });

  const name = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['noise', () => Buffer.from('ffffffffffff', 'hex')],
    ['a name that is none', () => Buffer.concat([name('elsewhere'), Buffer.from([0, 0])])],
    [
      'a message of an application',
      () => Buffer.concat([name(documentName(notes)), Buffer.from([5, 1, 65])]),
    ],
    ['a message of servers', () => Buffer.concat([name(documentName(notes)), Buffer.from([6, 1, 65])])],
    [
      'an update that is none',
      () => Buffer.concat([name(documentName(notes)), Buffer.from([0, 2, 3, 9, 9, 9])]),
    ],
    ['a frame that is too large', () => Buffer.alloc(maxFrameBytes + 1)],
  ])('ends the connection: %s', async (_what, frame) => {
    const { socket } = await raw();
    socket.on('error', () => undefined);
    socket.send(frame());
    const [code] = await once(socket, 'close');
    expect([1008, 1009]).toContain(code);
  });

  it('by the thousand ends the connection too', async () => {
    const { socket } = await raw();
    socket.on('error', () => undefined);
    for (let index = 0; index < 1_000; index += 1) {
      socket.send(Buffer.concat([name(documentName(notes)), Buffer.from([3])]));
    }
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
  });
});

describe('a document that is full', () => {
  it('takes nothing more, says so, and keeps what it has', async () => {
    const ana = open(host);
    const part = 'x'.repeat(maxDocumentBytes.notes / 2);
    ana.write(part);
    await isSaved(ana);
    ana.write(part);
    await isRefused(ana, 'full');
    expect(await stored(notes)).toBe(part);
    await shows(open(ben), part);
  });

  it('has room again for what was deleted', async () => {
    const ana = open(host);
    const part = 'x'.repeat(maxDocumentBytes.notes / 2);
    for (let round = 0; round < 3; round += 1) {
      ana.write(part);
      await isSaved(ana);
      ana.doc.getText('text').delete(0, part.length);
      await isSaved(ana);
    }
    expect(ana.reasons).toEqual([]);
    expect(encodeStateAsUpdate(ana.doc).byteLength).toBeLessThan(1_000);
  });
});
