import { describe, expect, it } from 'vitest';
import { listAccess } from '../../db/queries/access-log.ts';
import { storeTask } from '../../db/queries/tasks.ts';
import { summaries } from '../../db/schema/summaries.ts';
import { addLines } from '../../functions/testing/seed-meeting.ts';
import { createId } from '../../lib/ids.ts';
import { exportFormats, meetingExportSchema } from '../../lib/meeting-export.ts';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { createTestWeb } from '../testing/test-web.ts';

const database = await shareTestDatabase();

/** A meeting in which Ana said something, and what came of it. */
async function seed() {
  const web = createTestWeb(database);
  const { meeting } = await web.createMeeting((await web.signIn('owner@example.test')).cookie);
  const ana = await web.join(meeting.code, 'Ana');
  const { db } = database;
  await addLines(database, meeting.id, [{ speaker: ana.participantId, text: 'We launch on Friday.' }]);
  const task = { meetingId: meeting.id, text: 'Write the post', causeEpoch: 1, causeSeq: 1 };
  await storeTask(db, task);
  await storeTask(db, { ...task, text: 'Taken away', removedAt: new Date() });
  await db.insert(summaries).values({
    id: createId('sum'),
    meetingId: meeting.id,
    version: 1,
    basis: 'live',
    template: 'general',
    by: 'rules',
    model: 'parley-rules',
    content: { overview: 'Short.', topics: [], decisions: [], tasks: [], questions: [], numbers: [] },
    inputDigest: '',
    modelMs: 1,
  });
  const get = (format: string, token = ana.apiToken) =>
    web.fetch(`/api/meetings/${meeting.id}/export.${format}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  return { web, meeting, get, ana };
}

describe('GET /api/meetings/:id/export.json', () => {
  it('is as its schema says, with what people left of the tasks', async () => {
    const { get } = await seed();
    const record = meetingExportSchema.parse(await (await get('json')).json());
    expect(record.lines).toMatchObject([{ epoch: 1, seq: 1, speaker: 'Ana', text: 'We launch on Friday.' }]);
    expect(record.summary?.content.overview).toBe('Short.');
    expect(record.tasks).toEqual([
      { text: 'Write the post', owner: null, due: null, done: false, lines: [{ epoch: 1, seq: 1 }] },
    ]);
  });
});

describe('every format', () => {
  it('is a file with the words and a name, and is noted for the host', async () => {
    const { get, meeting } = await seed();
    for (const format of exportFormats) {
      const answer = await get(format);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="\\d{4}-\\d\\d-\\d\\d Test\\.${format}"`),
      );
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const file = Buffer.from(await answer.arrayBuffer());
      if (format === 'pdf') expect(file.subarray(0, 5).toString()).toBe('%PDF-');
      else if (format === 'docx') expect(file.subarray(0, 2).toString()).toBe('PK');
      else expect(file.toString()).toContain('We launch on Friday.');
    }
    const entries = await listAccess(database.db, meeting.id, { limit: 10 });
    expect(entries.map(({ name, event, note }) => `${name} ${event} ${note}`)).toEqual([
      'Ana exported JSON',
      'Ana exported WebVTT',
      'Ana exported SRT',
      'Ana exported DOCX',
      'Ana exported PDF',
      'Ana exported Markdown',
    ]);
  }, 20_000);

  it('is not for people of another meeting', async () => {
    const { get, web } = await seed();
    const other = await web.createMeeting((await web.signIn('owner@example.test')).cookie);
    const eve = await web.join(other.meeting.code, 'Eve');
    for (const format of exportFormats) expect((await get(format, eve.apiToken)).status).toBe(403);
  });
});
