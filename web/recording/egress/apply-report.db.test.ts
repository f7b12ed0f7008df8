import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForEgress, findEgress, notePictureCollected } from '../../../db/queries/egresses.ts';
import { endEgress, giveUpEgress } from '../../../db/queries/end-egress.ts';
import { insertRecording, noteRecording } from '../../../db/queries/recordings.ts';
import type { Id } from '../../../lib/ids.ts';
import { shareTestDatabase } from '../../../local/testing/test-database.ts';
import { createTestWeb } from '../../testing/test-web.ts';
import { applyReport } from './apply-report.ts';
import type { EgressReport } from './read-egress.ts';

const database = await shareTestDatabase();

const firstSampleAt = new Date('2026-03-03T09:00:00.123Z');
const states: EgressReport['state'][] = [
  { kind: 'asked' },
  { kind: 'running', firstSampleAt: null },
  { kind: 'running', firstSampleAt },
  { kind: 'ending', firstSampleAt },
  { kind: 'over', result: { firstSampleAt, durationMs: 4_000, bytes: 8_000, problem: '' } },
];

async function order({ of = 'sound' }: { of?: 'sound' | 'picture' } = {}) {
  const web = createTestWeb(database);
  const { meeting } = await web.createMeeting();
  const ana = await web.join(meeting.code, 'Ana');
  const about = { meetingId: meeting.id, startedBy: ana.participantId, recorder: 'egress' as const };
  const recording = await insertRecording(database.db, about);
  await noteRecording(database.db, recording.id);
  const asked = await askForEgress(database.db, recording, of === 'sound' ? ana.participantId : null);
  if (!asked) throw new Error('there is no order');
  const report = (state: EgressReport['state']): EgressReport => ({
    ...{ egressId: `EG_${asked.id}`, location: asked.location, state },
  });
  return { asked, recording, participantId: ana.participantId, report };
}

describe(applyReport, () => {
  it('leads to one state, whatever comes twice, late or not at all before the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 0, 1, 2, 3, 4], { minLength: 1 }),
        async (sequence) => {
          const { asked, report } = await order();
          // The list has the end, if no webhook had.
          for (const index of [...sequence, 4]) {
            await applyReport(database.db, report(states[index] ?? { kind: 'asked' }));
          }
          expect(await findEgress(database.db, asked.id)).toMatchObject({
            ...{ state: 'over', egressId: `EG_${asked.id}`, durationMs: 4_000, bytes: 8_000, problem: '' },
            firstSampleAt,
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells of one that records although it was given up, and leaves those of others alone', async () => {
    const { asked, report } = await order();
    await endEgress(database.db, asked.id, { problem: 'The recorder was not available.' });
    expect(await applyReport(database.db, report({ kind: 'running', firstSampleAt }))).toBe('stray');
    const foreign = { egressId: 'EG_other', location: null, state: { kind: 'asked' } } as const;
    expect(await applyReport(database.db, foreign)).toBe('foreign');
  });

  it('has one order per person at a time, and none in a recording that stops', async () => {
    const { recording, participantId } = await order();
    expect(await askForEgress(database.db, recording, participantId)).toBeNull();
    const another = await order();
    await database.sql`update recordings set status = 'ending' where id = ${another.recording.id}`;
    await endEgress(database.db, another.asked.id, {});
    expect(await askForEgress(database.db, another.recording, another.participantId)).toBeNull();
  });

  const over = { firstSampleAt, durationMs: 4_000, bytes: 8_000, problem: '' };
  const eventsOf = async (id: string) => {
    const rows = await database.sql`select id from event_outbox
      where name = 'picture/ended' and data->>'pictureId' = ${id} order by id`;
    return rows.map((row) => row.id);
  };
  const giveUp = async (id: Id<'fil'>) => {
    await giveUpEgress(database.db, id, 'The recorder went away before its end.');
    await notePictureCollected(database.db, id, { durationMs: 0, bytes: 0 });
  };

  it('takes a picture whose file came after it was given up on its way, and tells it once', async () => {
    const { asked, report } = await order({ of: 'picture' });
    await applyReport(database.db, report({ kind: 'ending', firstSampleAt }));
    await giveUp(asked.id);
    expect(await applyReport(database.db, report({ kind: 'over', result: { ...over, bytes: 0 } }))).toBe(
      'ours',
    );
    expect(await findEgress(database.db, asked.id)).toMatchObject({ problem: expect.stringMatching('went') });

    await applyReport(database.db, report({ kind: 'over', result: over }));
    expect(await findEgress(database.db, asked.id)).toMatchObject({ ...over, collectedAt: null });
    const events = [`picture-came-late-${asked.id}`, `picture-ended-${asked.id}`];
    expect(await eventsOf(asked.id)).toEqual(events);

    // The list goes on having it for a day, also where the file turned out to be missing.
    const problem = 'The file of the picture is missing.';
    await notePictureCollected(database.db, asked.id, { durationMs: 0, bytes: 0, problem });
    await applyReport(database.db, report({ kind: 'over', result: over }));
    expect(await findEgress(database.db, asked.id)).toMatchObject({ bytes: 0, problem });
    expect(await eventsOf(asked.id)).toEqual(events);
  });

  it.each([
    ['a picture that may have gone on unseen', 'picture', 'running'],
    ['the sound of a person', 'sound', 'ending'],
  ] as const)('leaves %s given up', async (_, of, kind) => {
    const { asked, report } = await order({ of });
    await applyReport(database.db, report({ kind, firstSampleAt }));
    await giveUpEgress(database.db, asked.id, 'The recorder went away before its end.');
    await applyReport(database.db, report({ kind: 'over', result: over }));
    expect(await findEgress(database.db, asked.id)).toMatchObject({
      bytes: 0,
      problem: expect.stringMatching('went'),
    });
  });
});
