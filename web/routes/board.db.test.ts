import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteMeeting } from '../../db/queries/delete-meeting.ts';
import { endMeeting } from '../../db/queries/meetings.ts';
import { boardFiles } from '../../db/schema/board-files.ts';
import { type Board, createBoard } from '../../lib/board/board.ts';
import { rectangle, textElement } from '../../lib/board/testing/elements.ts';
import { boardViewSchema, imageLimits, imageProblems } from '../../lib/board-messages.ts';
import { peopleSchema } from '../../lib/host-messages.ts';
import type { Joined } from '../../lib/messages.ts';
import { type DocumentClient, openDocumentClient } from '../testing/document-client.ts';
import { type ServedTestWeb, serveTestWeb } from '../testing/served-test-web.ts';

let web: ServedTestWeb;
beforeAll(async () => {
  web = await serveTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());

let host: Joined;
let ben: Joined;
let clients: AsyncDisposableStack;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  web.rooms.controls.length = 0;
  clients = new AsyncDisposableStack();
  return () => clients.disposeAsync();
});

const at = (path: string) => `/api/meetings/${host.meeting.id}/${path}`;
const post = (by: Joined, path: string, body: object = {}) =>
  web.request('POST', at(path), { token: by.apiToken, body });
const rule = (whoMayDraw: string) => post(host, 'settings', { whoMayDraw });
const givePen = (pen: boolean, by = host) => post(by, `people/${ben.participantId}/pen`, { pen });
const wait = <T>(check: () => T) => vi.waitFor(check, { timeout: 5_000 });
function openBoard(by: Joined): { client: DocumentClient; board: Board } {
  const ref = { meetingId: host.meeting.id, kind: 'board', ownerId: null } as const;
  const client = clients.use(openDocumentClient(web.url, ref, { token: by.apiToken }));
  return { client, board: createBoard(client.doc) };
}
const rightsAre = (client: DocumentClient, rights: object) =>
  wait(() => expect(client.rights()).toMatchObject(rights));

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const upload = async (by: Joined, content: Buffer, type = 'image/png') => {
  const answer = await web.fetch(at('board/files'), {
    method: 'POST',
    headers: { authorization: `Bearer ${by.apiToken}`, 'content-type': type },
    body: new Uint8Array(content),
  });
  return { status: answer.status, body: (await answer.json()) as { id: string; error: { message: string } } };
};
const fetchFile = (by: Joined | null, id: string) =>
  web.fetch(at(`board/files/${id}`), by ? { headers: { authorization: `Bearer ${by.apiToken}` } } : {});

describe('a whiteboard', () => {
  it('is opened once, and everyone is told by whom', async () => {
    expect((await post(ben, 'board/open')).status).toBe(204);
    expect((await post(host, 'board/open')).status).toBe(204);
    const told = web.rooms.controls.filter(({ message }) => message.type === 'board.opened');
    expect(told).toMatchObject([{ message: { by: 'Ben', personId: ben.participantId } }]);
  });

  it('has what people draw, for those who may see the meeting', async () => {
    const { client, board } = openBoard(ben);
    await rightsAre(client, { mayWrite: true });
    board.write([textElement('Plan', { id: 'note-1' }), rectangle()]);
    await wait(() => expect(client.saved()).toBe(true));
    const { body } = await web.request('GET', at('board'), { token: host.apiToken });
    expect(boardViewSchema.parse(body).elements.map(({ id }) => id)).toEqual(['element-1', 'note-1']);
    expect((await web.request('GET', at('board'))).status).toBe(401);
  });

  it('takes no update that is none of a whiteboard', async () => {
    const { client } = openBoard(ben);
    await rightsAre(client, { mayWrite: true });
    client.doc
      .getMap('elements')
      .set('element-1:1', { ...rectangle(), type: 'iframe', link: 'https://example.org' });
    await wait(() => expect(client.reasons).toContain('broken'));
    const { body } = await web.request('GET', at('board'), { token: host.apiToken });
    expect(body).toEqual({ elements: [] });
  });

  it('stays with those whom hosts let draw, at once and for every update', async () => {
    const mine = openBoard(ben);
    const theirs = openBoard(host);
    await rightsAre(mine.client, { mayWrite: true });
    await rule('chosen');
    await rightsAre(mine.client, { mayWrite: false, reason: 'rule' });
    mine.board.write([rectangle({ id: 'forged-1' })]);
    theirs.board.write([rectangle({ id: 'genuine' })]);
    await wait(() => expect(mine.board.get('genuine')).not.toBeNull());
    expect(theirs.board.get('forged-1')).toBeNull();
    expect((await post(ben, 'board/open')).body).toMatchObject({ error: { code: 'forbidden' } });
    expect((await upload(ben, png)).status).toBe(403);
    await givePen(true);
    await rightsAre(mine.client, { mayWrite: true });
    expect((await upload(ben, png)).status).toBe(201);
    await rule('hosts');
    await rightsAre(mine.client, { mayWrite: false, reason: 'rule' });
    await rule('everyone');
    await rightsAre(mine.client, { mayWrite: true });
    await givePen(false);
    await rightsAre(mine.client, { mayWrite: false, reason: 'rule' });
  });

  it('lets hosts alone give the pen, and tells them who has it', async () => {
    expect((await givePen(true, ben)).status).toBe(403);
    await givePen(false);
    const { body } = await web.request('GET', at('people'), { token: host.apiToken });
    const pens = peopleSchema.parse(body).people.map(({ name, pen }) => [name, pen]);
    expect(pens).toEqual([
      ['Ana', null],
      ['Ben', false],
    ]);
  });
});

describe('an image on a whiteboard', () => {
  it('is what its bytes say, and nothing else', async () => {
    const { status, body } = await upload(ben, png, 'text/html');
    expect(status).toBe(201);
    const answer = await fetchFile(host, body.id);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    const names = ['content-type', 'x-content-type-options', 'content-disposition', 'cache-control'];
    expect(names.map((name) => answer.headers.get(name))).toEqual([
      'image/png',
      'nosniff',
      'attachment',
      'no-store',
    ]);
  });

  it('is seen by people of the meeting only', async () => {
    const { body } = await upload(ben, png);
    expect((await fetchFile(null, body.id)).status).toBe(401);
    const other = await web.createMeeting();
    const stranger = await web.join(other.meeting.code, 'Eve', { cookie: other.hostCookie });
    expect((await fetchFile(stranger, body.id)).status).toBe(403);
    const elsewhere = await web.fetch(`/api/meetings/${other.meeting.id}/board/files/${body.id}`, {
      headers: { authorization: `Bearer ${stranger.apiToken}` },
    });
    expect(elsewhere.status).toBe(404);
  });

  it('is refused with a sentence when it is an SVG, or too large', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(await upload(ben, svg, 'image/png')).toMatchObject({
      status: 400,
      body: { error: { message: imageProblems.type } },
    });
    const large = Buffer.concat([png, Buffer.alloc(50 * 1024 * 1024)]);
    expect(await upload(ben, large)).toMatchObject({
      status: 413,
      body: { error: { message: imageProblems.size } },
    });
    const nine = Buffer.concat([png, Buffer.alloc(9 * 1024 * 1024)]);
    expect((await upload(ben, nine)).status).toBe(201);
  });

  it('has no place in a meeting that has enough of them', async () => {
    const rows = Array.from({ length: imageLimits.meetingFiles }, (_, number) => ({
      id: `fil_${String(number).padStart(26, '0')}` as const,
      meetingId: host.meeting.id,
      type: 'image/png' as const,
      bytes: 1,
      content: new Uint8Array(1),
    }));
    await web.database.db.insert(boardFiles).values(rows);
    expect((await upload(ben, png)).body.error.message).toBe(imageProblems.room);
  });

  it('can be seen after the meeting, is added no more, and goes with it', async () => {
    const { body } = await upload(ben, png);
    const { id } = host.meeting;
    await endMeeting(web.database.db, { id, reason: 'host' });
    expect((await upload(ben, png)).status).toBe(410);
    expect((await fetchFile(ben, body.id)).status).toBe(200);
    await deleteMeeting(web.database.db, { id, reason: 'host' });
    expect(await web.database.db.$count(boardFiles, eq(boardFiles.meetingId, id))).toBe(0);
  });
});
