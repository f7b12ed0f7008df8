import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForEgress, endEgress, findEgress } from '../../../db/queries/egresses.ts';
import { insertRecording, noteRecording } from '../../../db/queries/recordings.ts';
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

async function order() {
  const web = createTestWeb(database);
  const { meeting } = await web.createMeeting();
  const ana = await web.join(meeting.code, 'Ana');
  const about = { meetingId: meeting.id, startedBy: ana.participantId, recorder: 'egress' as const };
  const recording = await insertRecording(database.db, about);
  await noteRecording(database.db, recording.id);
  const asked = await askForEgress(database.db, recording, ana.participantId);
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
});
