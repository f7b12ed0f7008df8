import { index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { AgentState } from '../../lib/messages.ts';
import { meetingId } from './meeting-id.ts';
import { moment } from './moment.ts';

/** One row per agent job that web dispatched. Lines are accepted for every granted epoch, at any time. */
export const agentEpochs = pgTable(
  'agent_epochs',
  {
    meetingId: meetingId(),
    epoch: integer('epoch').notNull(),
    grantedAt: moment('granted_at').notNull().defaultNow(),
    /** First and latest heartbeat; null while the job has not reported. */
    joinedAt: moment('joined_at'),
    lastHeartbeatAt: moment('last_heartbeat_at'),
    /** First heartbeat in state `listening`: from here on speech is heard. */
    listeningAt: moment('listening_at'),
    state: text('state').$type<AgentState>(),
    /** Set when the job, or a replay of its spool, has delivered all that it will ever deliver. */
    flushedAt: moment('flushed_at'),
    /** Set when its participant was removed in favour of a newer epoch. */
    supersededAt: moment('superseded_at'),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.epoch] })],
);

/** Final lines, exactly once each. `seq` is the order in which lines became final within an epoch. */
export const transcriptLines = pgTable(
  'transcript_lines',
  {
    meetingId: meetingId(),
    epoch: integer('epoch').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<'speech' | 'gap'>().notNull(),
    segmentId: text('segment_id').notNull(),
    /** LiveKit identity of the speaker, from the track. */
    speaker: text('speaker').notNull(),
    speakerName: text('speaker_name').notNull(),
    trackSid: text('track_sid').notNull(),
    /** Milliseconds since the meeting started. */
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms').notNull(),
    text: text('text').notNull(),
    storedAt: moment('stored_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.epoch, t.seq] }),
    index('transcript_lines_time').on(t.meetingId, t.startMs),
  ],
);

/** Lines that could not be stored as they came; `raw` is the JSON text of what was sent, cut and escaped. */
export const quarantinedLines = pgTable('quarantined_lines', {
  id: text('id').primaryKey(),
  meetingId: meetingId(),
  epoch: integer('epoch').notNull(),
  seq: integer('seq'),
  reason: text('reason').notNull(),
  raw: jsonb('raw').notNull(),
  receivedAt: moment('received_at').notNull().defaultNow(),
});

/** `dismissed`: people sent the AI participant away. */
export type GapReason = 'agent_lost' | 'agent_late' | 'dismissed';

/** Stretches of a live meeting in which no agent listened. */
export const transcriptGaps = pgTable(
  'transcript_gaps',
  {
    id: text('id').primaryKey(),
    meetingId: meetingId(),
    /** The epoch that went silent; 0 when none had listened yet. */
    afterEpoch: integer('after_epoch').notNull(),
    startMs: integer('start_ms').notNull(),
    endMs: integer('end_ms'),
    reason: text('reason').$type<GapReason>().notNull(),
  },
  (t) => [unique('gap_after_epoch').on(t.meetingId, t.afterEpoch, t.reason)],
);
