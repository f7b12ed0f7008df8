import type { Db } from '../db/database.ts';
import { markFlushed } from '../db/queries/epochs.ts';
import { refreshMeetingCounts } from '../db/queries/meeting-counts.ts';
import { enqueueEvent } from '../db/queries/outbox.ts';
import { insertLines, quarantineLine, type StoredLines } from '../db/queries/transcript.ts';
import type { IngestResponse } from '../lib/agent-messages.ts';
import { type TranscriptLine, transcriptLineSchema } from '../lib/messages.ts';
import type { WebContext } from './context.ts';
import { refuseDeleted } from './refuse-deleted.ts';
import type { AgentClaims } from './tokens.ts';

type Checked = { ok: true; line: TranscriptLine } | { ok: false; seq: number | null; reason: string };

/** Says whether one value from an agent is a line of its epoch that Postgres can hold. */
export function checkLine(value: unknown, epoch: number): Checked {
  const parsed = transcriptLineSchema.safeParse(value);
  if (!parsed.success) {
    const seq = transcriptLineSchema.shape.seq.safeParse((value as { seq?: unknown } | null)?.seq);
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      seq: seq.success ? seq.data : null,
      reason: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is not valid'}`,
    };
  }
  const line = parsed.data;
  const refuse = (reason: string): Checked => ({ ok: false, seq: line.seq, reason });
  if (line.epoch !== epoch) return refuse('epoch: is not the epoch of this token');
  if (line.endMs < line.startMs) return refuse('endMs: is before startMs');
  for (const text of [line.text, line.speakerName, line.speaker, line.segmentId, line.trackSid]) {
    if (text.includes('\0') || !text.isWellFormed()) return refuse('text: has a NUL or a lone surrogate');
  }
  return { ok: true, line };
}

/**
 * Stores lines of one agent job, once each. A line that cannot be stored is set aside whole, and a gap line
 * takes its number, so that readers see that something is missing and numbering has no hole. Throws
 * `meeting_deleted` for a meeting that there was.
 */
export async function ingestLines(
  context: WebContext,
  claims: AgentClaims,
  request: { lines: unknown[]; complete: boolean },
): Promise<IngestResponse> {
  try {
    return await storeLines(context, claims, request);
  } catch (error) {
    // Nobody brings a deleted meeting back: its agent, or the replay of its spool, forgets what it has.
    await refuseDeleted(context, claims.meetingId);
    throw error;
  }
}

async function storeLines(
  context: WebContext,
  { meetingId, epoch }: AgentClaims,
  request: { lines: unknown[]; complete: boolean },
): Promise<IngestResponse> {
  const { db, sql } = context.database;
  const checked = request.lines.map((value) => ({ value, result: checkLine(value, epoch) }));
  const lines: TranscriptLine[] = [];
  const rejected: IngestResponse['rejected'] = [];
  for (const { value, result } of checked) {
    if (result.ok) {
      lines.push(result.line);
      continue;
    }
    const { seq, reason } = result;
    rejected.push({ seq, reason });
    await quarantineLine(db, { meetingId, epoch, seq, reason, raw: JSON.stringify(value) ?? '' });
    if (seq !== null) lines.push(placeholder(epoch, seq));
  }
  if (rejected.length > 0)
    context.logger.warn({ meetingId, epoch, count: rejected.length }, 'lines set aside');

  const stored = await insertLines(sql, meetingId, lines);
  if (request.complete) await markFlushed(db, meetingId, epoch);
  if (request.complete && stored.status === 'completed') await announceLastLines(db, { meetingId, epoch });
  if (stored.inserted > 0) {
    await announceLateLines(context, { meetingId, epoch, last: request.complete }, stored);
  }
  return { stored: lines.length, rejected };
}

function placeholder(epoch: number, seq: number): TranscriptLine {
  return {
    epoch,
    seq,
    kind: 'gap',
    segmentId: `quarantined-${epoch}-${seq}`,
    speaker: 'unknown',
    speakerName: '',
    trackSid: '',
    startMs: 0,
    endMs: 0,
    text: 'A line could not be stored.',
  };
}

/**
 * A job was cut off for longer than a meeting waits for its last lines: summary and index are made with them now. Once
 * per job, when it has delivered all: each time costs calls of a model.
 */
async function announceLastLines(db: Db, { meetingId, epoch }: AgentClaims): Promise<void> {
  await enqueueEvent(db, {
    id: `lines-completed:${meetingId}:${epoch}`,
    name: 'transcript/revised',
    data: { meetingId, by: 'agent' },
  });
}

/**
 * Lines of an older epoch, or after the end, change what people have already read: tell them, and recount. So may
 * the last ones of a job: those of a spool were perhaps never shown, and no later number gives the hole away.
 */
async function announceLateLines(
  context: WebContext,
  { meetingId, epoch, last }: AgentClaims & { last: boolean },
  { status, lastEpoch }: StoredLines,
): Promise<void> {
  if (status === 'completed') await refreshMeetingCounts(context.database.db, meetingId);
  if (status !== 'live' || (epoch >= lastEpoch && !last)) return;
  await context.rooms
    .sendControl(meetingId, { type: 'transcript.changed' })
    .catch((error) => context.logger.warn({ err: error, meetingId }, 'late lines not announced'));
}
