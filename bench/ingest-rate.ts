/** Lines that web takes from agents per second, against the same rows inserted by a bare statement. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { builtInPersonas } from '../db/built-in-personas.ts';
import { openDatabase } from '../db/database.ts';
import { grantEpoch } from '../db/queries/epochs.ts';
import { insertMeeting } from '../db/queries/meetings.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { ingestResponseSchema } from '../lib/agent-messages.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { createMeetingCode } from '../lib/meeting-code.ts';
import type { TranscriptLine } from '../lib/messages.ts';
import { createTokens } from '../web/tokens.ts';
import type { Benchmark } from './context.ts';
import { insertBare } from './insert-bare.ts';

const linesPerCall = 100;
const callsPerRound = 40;
const rounds = 8;
/** A process that has just started runs its code unoptimised; web does not stay in that state. */
const warmUpRounds = 20;
/** As many agents deliver at once. */
const concurrency = 4;

export const ingestRate: Benchmark = {
  name: 'ingest-rate',
  models: 'stand-in',
  async run({ instance, signal }) {
    await using database = openDatabase(instance.env.DATABASE_URL ?? '');
    const tokens = createTokens(instance.env.PARLEY_SECRET ?? '');
    const newMeeting = async () => {
      const id = createId('mtg');
      const meeting = {
        id,
        code: createMeetingCode(),
        title: 'Bench',
        language: 'en',
        persona: builtInPersonas[0].content,
      };
      await insertMeeting(database.db, meeting);
      return { id, epoch: await grantEpoch(database.db, id) };
    };
    const [ours, bare, bareHttp] = [await newMeeting(), await newMeeting(), await newMeeting()];
    await using endpoint = await startBareEndpoint(database.url, bareHttp.id);
    const token = await tokens.signAgent({ meetingId: ours.id, epoch: ours.epoch });
    const spent = { ours: 0, bare: 0, bareHttp: 0 };
    let seq = 1;
    // Turn about, so that a slow moment of the machine hits both.
    for (let round = 1 - warmUpRounds; round <= rounds; round++) {
      signal.throwIfAborted();
      const batches = Array.from({ length: callsPerRound }, (_, call) =>
        makeLines(seq + call * linesPerCall),
      );
      seq += callsPerRound * linesPerCall;
      const bareMs = await timeAll(batches, (lines) => insertBare(database.sql, bare.id, lines));
      const bareHttpMs = await timeAll(batches, (lines) => postLines(endpoint.url, token, lines));
      const url = `${instance.url}/api/agent/meetings/${ours.id}/lines`;
      const oursMs = await timeAll(batches, (lines) => postLines(url, token, lines));
      if (round <= 0) continue;
      spent.bare += bareMs;
      spent.bareHttp += bareHttpMs;
      spent.ours += oursMs;
    }
    const rate = (ms: number) => ((rounds * callsPerRound * linesPerCall) / ms) * 1_000;
    const figure = {
      name: `ingest, ${linesPerCall} lines a call, ${concurrency} agents`,
      value: rate(spent.ours),
      unit: 'lines/s' as const,
    };
    const insert = { name: `bare ${linesPerCall}-row insert`, value: rate(spent.bare) };
    // The insert is called from this process; agents come over HTTP, which alone costs as much as the insert.
    const overHttp = { name: 'the same insert behind a bare HTTP server', value: rate(spent.bareHttp) };
    return [
      { ...figure, baseline: insert, goal: { of: 'ratio', atLeast: 0.6 } },
      { ...figure, baseline: overHttp, goal: null },
    ];
  },
};

/** Works through all batches, some at once; milliseconds until the last one is done. */
async function timeAll(
  batches: TranscriptLine[][],
  work: (lines: TranscriptLine[]) => Promise<void>,
): Promise<number> {
  const waiting = [...batches];
  const startedAt = nowMs();
  const worker = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) await work(batch);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return nowMs() - startedAt;
}

async function startBareEndpoint(
  databaseUrl: string,
  meetingId: MeetingId,
): Promise<AsyncDisposable & { url: string }> {
  const child = fork(new URL('./bare-endpoint.ts', import.meta.url), [databaseUrl, meetingId]);
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

async function postLines(url: string, token: string, lines: TranscriptLine[]): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ lines }),
  });
  const { stored } = ingestResponseSchema.parse(await response.json());
  if (stored !== lines.length) throw new Error(`${stored} of ${lines.length} lines were stored`);
}

function makeLines(firstSeq: number): TranscriptLine[] {
  return Array.from({ length: linesPerCall }, (_, index) => {
    const seq = firstSeq + index;
    return {
      epoch: 1,
      seq,
      kind: 'speech',
      segmentId: `TR_AMbench00000-${seq}`,
      speaker: 'par_01M7XYGPYGD2C9D56K20X0F8H7',
      speakerName: 'Ana Ruiz',
      trackSid: 'TR_AMbench00000',
      startMs: seq * 100,
      endMs: seq * 100 + 90,
      text: 'The budget for support was increased by twelve percent, so we can hire two people.',
    };
  });
}
