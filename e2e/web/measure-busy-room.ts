/**
 * A room in which much is said, for one browser: a transcript of 10,000 stored lines, then 20 caption updates a second,
 * while a person works in it. The same is done before the captions begin: what the machine itself takes is in both.
 */
import { insertBare } from '../../bench/insert-bare.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { grantEpoch } from '../../db/queries/epochs.ts';
import type { MeetingId } from '../../lib/ids.ts';
import type { Instance } from '../../local/instance.ts';
import { createApiClient } from '../rehearsal/api-client.ts';
import { percentile } from '../rehearsal/percentiles.ts';
import { enterRoom } from '../room-people.ts';
import { openCaptionStorm, updatesPerSecond } from './caption-storm.ts';
import type { Measure } from './measure.ts';
import type { People } from './people.ts';
import { type Seen, shortestMs, watchInteractions } from './watch-interactions.ts';
import { workInRoom } from './work-in-room.ts';
import type { Workspace } from './workspace.ts';

const storedLines = 10_000;
const lineMs = 1_000;
const quietMs = 20_000;
const busyMs = 60_000;
/** The least that a percentile is taken of. */
const enough = 100;
/** Two panels stand beside the stage. */
const viewport = { width: 1440, height: 900 };

export async function measureBusyRoom(
  instance: Instance,
  { people, workspace, signal }: { people: People; workspace: Workspace; signal: AbortSignal },
): Promise<Measure[]> {
  const meeting = await createApiClient(instance.url, workspace.host).createMeeting('Busy');
  await using database = openDatabase(instance.env.DATABASE_URL ?? '');
  await storeLines(database, meeting.id);
  const context = await people.open('host', { viewport });
  try {
    const page = await context.newPage();
    await page.goto(`${instance.url}/m/${meeting.code}`);
    await enterRoom(page, 'Ana Ruiz');
    const transcript = page.getByRole('list', { name: 'Transcript' });
    await transcript.getByText(`Line ${storedLines}.`).waitFor();
    await using storm = await openCaptionStorm(instance, database, {
      meetingId: meeting.id,
      fromMs: storedLines * lineMs,
    });
    const watch = await watchInteractions(page, '[aria-label="Transcript"]');
    const quiet = { done: await workInRoom(page, { forMs: quietMs, signal }), ...(await watch.take()) };

    storm.start();
    const startedAtMs = performance.now();
    const busy = { done: await workInRoom(page, { forMs: busyMs, signal }), ...(await watch.take()) };
    const rate = (storm.sent() * 1_000) / (performance.now() - startedAtMs);
    // Nothing was measured unless all of it came to the screen.
    await transcript.getByText(await storm.stop()).waitFor();
    return [
      ...summarise('quiet', quiet).map((measure) => ({ ...measure, budget: null })),
      ...summarise('busy', busy),
      {
        name: 'caption updates a second in the busy room',
        value: rate,
        unit: '',
        budget: { atLeast: updatesPerSecond * 0.95 },
      },
      {
        name: `DOM nodes of a transcript of ${storedLines} lines, most at any time`,
        value: Math.max(quiet.mostNodes, busy.mostNodes),
        unit: 'nodes',
        budget: { atMost: 1_500 },
      },
    ];
  } finally {
    await context.close();
  }
}

/** Interactions that are too short to be reported count as the shortest that is. */
function summarise(
  room: 'quiet' | 'busy',
  { done, interactions, longTasksMs }: Seen & { done: number },
): Measure[] {
  const unseen = Math.max(0, done - interactions.length);
  const times = [...interactions.map(({ ms }) => ms), ...Array<number>(unseen).fill(shortestMs)];
  const p = (share: number) => percentile(times, share) ?? Number.NaN;
  const slowest = interactions.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  const name = `interactions in the ${room} room`;
  return [
    { name, value: done, unit: '', budget: room === 'busy' ? { atLeast: enough } : null },
    { name: `  of them reported`, value: interactions.length, unit: '', budget: null },
    { name: `${name}, p50`, value: p(0.5), unit: 'ms', budget: null },
    { name: `${name}, p95`, value: p(0.95), unit: 'ms', budget: { atMost: 100 } },
    ...slowest.map(({ ms, what }): Measure => ({ name: `  ${what}`, value: ms, unit: 'ms', budget: null })),
    { name: `tasks over 50 ms in the ${room} room`, value: longTasksMs.length, unit: '', budget: null },
    {
      name: '  their time',
      value: longTasksMs.reduce((sum, ms) => sum + ms, 0),
      unit: 'ms',
      budget: null,
    },
  ];
}

async function storeLines({ db, sql }: Database, meetingId: MeetingId): Promise<void> {
  const epoch = await grantEpoch(db, meetingId);
  const speakers = ['Ana Ruiz', 'Ben Carter', 'Chloe Martin', 'Dmitri Orlov'];
  const lines = Array.from({ length: storedLines }, (_, index) => ({
    epoch,
    seq: index + 1,
    kind: 'speech' as const,
    segmentId: `stored-${index}`,
    speaker: `stored-${index % speakers.length}`,
    speakerName: speakers[index % speakers.length] ?? '',
    trackSid: 'TR_stored',
    startMs: index * lineMs,
    endMs: (index + 1) * lineMs,
    text: `Line ${index + 1}. The budget for support was increased, so that we can hire two people.`,
  }));
  for (let at = 0; at < lines.length; at += 1_000)
    await insertBare(sql, meetingId, lines.slice(at, at + 1_000));
}
