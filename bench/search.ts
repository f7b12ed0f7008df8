/** Search over a million lines, by people who may see all, some or few of them, against a bare lookup by primary key. */
import { openDatabase } from '../db/database.ts';
import { findUserByEmail } from '../db/queries/accounts.ts';
import { becomeOwner, signUp } from '../e2e/rehearsal/account-client.ts';
import type { Caller } from '../e2e/rehearsal/caller.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { percentile } from '../e2e/rehearsal/percentiles.ts';
import { searchAnswerSchema } from '../lib/archive-messages.ts';
import type { Benchmark } from './context.ts';
import { archiveSize, fillArchive } from './search/fill-archive.ts';
import { createTalk, type Talk } from './search/speak.ts';

const rounds = 12;
const warmUpRounds = 2;

export const search: Benchmark = {
  name: 'search',
  models: 'stand-in',
  async run({ instance, signal, onProgress }) {
    await using database = openDatabase(instance.env.DATABASE_URL ?? '');
    const { url } = instance;
    const account = (name: string) => ({ name, email: `${name}@example.test`, timeZone: 'UTC' });
    const owner = await becomeOwner(url, account('owner'));
    const some = await signUp(url, owner, account('some'));
    const few = await signUp(url, owner, account('few'));
    const idOf = async (name: string) => (await findUserByEmail(database.db, account(name).email))?.id ?? '';
    const talk = createTalk(1);
    await fillArchive(database, {
      talk,
      ownerId: await idOf('owner'),
      members: [
        { id: await idOf('some'), every: 10 },
        { id: await idOf('few'), every: 300 },
      ],
      onProgress,
      signal,
    });
    const viewers: [string, Caller][] = [
      ['all', owner],
      ['a tenth', some],
      ['few', few],
    ];
    const times: { what: string; ms: number }[] = [];
    const bare: number[] = [];
    for (let round = 1 - warmUpRounds; round <= rounds; round += 1) {
      for (const query of queriesOf(talk, round)) {
        signal.throwIfAborted();
        for (const [sees, caller] of viewers) {
          const startedAt = nowMs();
          const answer = await caller.call('GET', `/api/search?${new URLSearchParams(query)}`);
          const ms = nowMs() - startedAt;
          searchAnswerSchema.parse(answer);
          if (round > 0) times.push({ what: `${query.q} (${query.speaker ?? 'anybody'}; sees ${sees})`, ms });
        }
        const startedAt = nowMs();
        await database.sql`select text from transcript_lines where epoch = 1 and seq = ${query.q?.length ?? 1}
          and meeting_id = (select id from meetings order by id limit 1)`;
        if (round > 0) bare.push(nowMs() - startedAt);
      }
    }
    const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
    for (const { what, ms } of slowest) onProgress(`slowest: ${what}: ${ms.toFixed(1)} ms`);
    const p95 = (values: number[]) => percentile(values, 0.95) ?? Number.NaN;
    const lines = archiveSize.meetings * archiveSize.linesOfOne;
    return [
      {
        name: `search over ${lines} lines, HTTP included, p95 of ${times.length}`,
        value: p95(times.map(({ ms }) => ms)),
        unit: 'ms',
        baseline: { name: 'bare lookup of a line by its key', value: p95(bare) },
        goal: { of: 'value', atMost: 25 },
      },
    ];
  },
};

/** Common and rare words, several of them, phrases, beginnings, a speaker, and words that nobody said. */
function queriesOf(talk: Talk, round: number): Record<string, string>[] {
  const word = (rank: number) => talk.word(rank + Math.abs(round));
  const [common, usual, seldom, rare] = [word(0), word(60), word(800), word(30_000)];
  return [
    { q: `${common} ` },
    { q: `${usual} ` },
    { q: `${seldom} ` },
    { q: `${rare} ` },
    { q: `${common} ${usual} ` },
    { q: `${usual} ${seldom} ` },
    { q: `${seldom} ${rare} ` },
    { q: `${common} ${rare} ` },
    { q: `"${common} ${word(1)}"` },
    { q: `"${usual} ${seldom}"` },
    { q: 'the' },
    { q: usual.slice(0, 3) },
    { q: seldom.slice(0, 4) },
    { q: rare.slice(0, 5) },
    { q: `${usual} `, speaker: 'ana' },
    { q: `${seldom} `, speaker: 'zoe fontaine' },
    { q: `nobodysaid${Math.abs(round)} ` },
    { q: `nobodysaid ${common} ` },
    { q: `${common} ${word(2)} ${word(4)} ${word(6)} ${usual} ` },
  ];
}
