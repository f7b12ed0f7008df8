import { beforeEach, describe, expect, it } from 'vitest';
import type { Id, ParticipantId } from '../../lib/ids.ts';
import { shareTestWeb } from '../../web/testing/share-test-web.ts';
import { claimClients, keepClients, mayWriteUnder } from './document-clients.ts';
import { ensureDocument } from './documents.ts';

const web = await shareTestWeb();
const { db, sql } = web.context.database;

let id: Id<'doc'>;
let ana: { id: Id<'doc'>; participantId: ParticipantId };
let ben: { id: Id<'doc'>; participantId: ParticipantId };
beforeEach(async () => {
  const { meeting } = await web.createMeeting();
  id = await ensureDocument(db, { meetingId: meeting.id, kind: 'board', ownerId: null });
  ana = { id, participantId: (await web.join(meeting.code, 'Ana')).participantId };
  ben = { id, participantId: (await web.join(meeting.code, 'Ben')).participantId };
});

const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);
const held = async () =>
  (
    await sql<{ client: number }[]>`
    select client::int from document_clients where document_id = ${id} order by client`
  ).map(({ client }) => client);

describe('client ids of a document', () => {
  it('are whose they were first', async () => {
    await claimClients(db, ana, [1, 2]);
    expect(await claimClients(db, ben, [2, 3])).toEqual(
      new Map([
        [2, ana.participantId],
        [3, ben.participantId],
      ]),
    );
    expect(await mayWriteUnder(db, ben, [3, 4])).toBe(true);
    expect(await mayWriteUnder(db, ben, [3, 2])).toBe(false);
  });

  it('are forgotten, the oldest first, where nothing was written under them', async () => {
    await claimClients(db, ben, [1]);
    await claimClients(db, ana, [2, 3]);
    await keepClients(db, ana, [3]);
    await claimClients(db, ana, from(10, 999));
    expect(await held()).toHaveLength(1_002);
    await claimClients(db, ana, [5_000, 5_001]);
    const left = await held();
    // Ben's, what Ana wrote under, and a thousand of hers: 2 and 10 were the oldest.
    expect(left.slice(0, 3)).toEqual([1, 3, 11]);
    expect(left).toHaveLength(1_002);
    expect(left).toContain(5_001);
  });

  it('never fail whoever takes more and more of them', async () => {
    for (const first of [0, 1_000, 2_000]) {
      const owners = await claimClients(db, ana, from(10_000 + first, 1_000));
      expect(new Set(owners.values())).toEqual(new Set([ana.participantId]));
    }
    expect(await held()).toHaveLength(1_000);
  });

  it('become nobody else’s once something is written under them', async () => {
    await keepClients(db, ana, [1]);
    await expect(db.transaction((tx) => keepClients(tx, ben, [1, 2]))).rejects.toThrow('somebody else');
    expect(await held()).toEqual([1]);
  });
});
