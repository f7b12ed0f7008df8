/** Lines that web takes from agents per second, against the same rows inserted by a bare statement. */

import type { Sql } from 'postgres';
import { builtInPersonas } from '../db/built-in-personas.ts';
import { openDatabase } from '../db/database.ts';
import { grantEpoch } from '../db/queries/epochs.ts';
import { insertMeeting } from '../db/queries/meetings.ts';
import { nowMs } from '../e2e/rehearsal/clock.ts';
import { createId, type MeetingId } from '../lib/ids.ts';
import { ingestResponseSchema, type TranscriptLine } from '../lib/messages.ts';
import { createMeetingCode } from '../web/meeting-code.ts';
import { createTokens } from '../web/tokens.ts';
import type { Benchmark } from './context.ts';

const linesPerCall = 100;
const callsPerRound = 40;
const rounds = 8;
/** As many agents deliver at once. */
const concurrency = 4;

export const ingestRate: Benchmark = {
  name: 'ingest-rate',
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
    const [ours, bare] = [await newMeeting(), await newMeeting()];
    const token = await tokens.signAgent({ meetingId: ours.id, epoch: ours.epoch });
    const spent = { ours: 0, bare: 0 };
    let seq = 1;
    // Turn about, so that a slow moment of the machine hits both; the first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      signal.throwIfAborted();
      const batches = Array.from({ length: callsPerRound }, (_, call) =>
        makeLines(seq + call * linesPerCall),
      );
      seq += callsPerRound * linesPerCall;
      const bareMs = await timeAll(batches, (lines) => insertBare(database.sql, bare.id, lines));
      const oursMs = await timeAll(batches, (lines) => postLines(instance.url, ours.id, token, lines));
      if (round === 0) continue;
      spent.bare += bareMs;
      spent.ours += oursMs;
    }
    const total = rounds * callsPerRound * linesPerCall;
    return [
      {
        name: `ingest, ${linesPerCall} lines a call, ${concurrency} agents`,
        value: (total / spent.ours) * 1_000,
        unit: 'lines/s',
        baseline: { name: `bare ${linesPerCall}-row insert`, value: (total / spent.bare) * 1_000 },
        goal: { of: 'ratio', atLeast: 0.6 },
      },
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

/** The same rows by one prepared statement, and nothing else. */
async function insertBare(client: Sql, meetingId: MeetingId, lines: TranscriptLine[]): Promise<void> {
  const column = <K extends keyof TranscriptLine>(key: K) => lines.map((line) => line[key]);
  await client`
    insert into transcript_lines
      (meeting_id, epoch, seq, kind, segment_id, speaker, speaker_name, track_sid, start_ms, end_ms, text)
    select ${meetingId}, * from unnest(
      ${column('epoch')}::int[], ${column('seq')}::int[], ${column('kind')}::text[],
      ${column('segmentId')}::text[], ${column('speaker')}::text[], ${column('speakerName')}::text[],
      ${column('trackSid')}::text[], ${column('startMs')}::int[], ${column('endMs')}::int[],
      ${column('text')}::text[])`;
}

async function postLines(
  url: string,
  meetingId: MeetingId,
  token: string,
  lines: TranscriptLine[],
): Promise<void> {
  const response = await fetch(`${url}/api/agent/meetings/${meetingId}/lines`, {
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
