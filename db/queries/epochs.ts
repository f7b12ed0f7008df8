import { and, eq, sql } from 'drizzle-orm';
import type { MeetingId } from '../../lib/ids.ts';
import type { AgentState } from '../../lib/messages.ts';
import type { Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { agentEpochs } from '../schema/transcript.ts';
import { meetingMs } from './meeting-clock.ts';

/** Grants the next epoch of a meeting: the number that the next agent job writes under. */
export async function grantEpoch(tx: Tx, meetingId: MeetingId): Promise<number> {
  const [row] = await tx
    .update(meetings)
    .set({ lastEpoch: sql`${meetings.lastEpoch} + 1` })
    .where(eq(meetings.id, meetingId))
    .returning({ epoch: meetings.lastEpoch });
  if (!row) throw new Error('the meeting does not exist');
  await tx.insert(agentEpochs).values({ meetingId, epoch: row.epoch });
  return row.epoch;
}

export interface HeartbeatOutcome {
  /** False when web never granted this epoch. */
  granted: boolean;
  /** This heartbeat is the first that says that speech is heard. */
  startedListening: boolean;
  /** Epochs that joined before this one and whose participants are not removed yet. */
  olderEpochs: number[];
  superseded: boolean;
  /** People have sent the AI participant away. */
  dismissed: boolean;
  ended: boolean;
}

/** Notes a sign of life of one agent job and says what it and web have to do about it. */
export async function recordAgentHeartbeat(
  db: Tx,
  { meetingId, epoch, state }: { meetingId: MeetingId; epoch: number; state: AgentState },
): Promise<HeartbeatOutcome> {
  const hears = state === 'listening' || state === 'degraded';
  const [row] = await db.execute<{
    was_listening: boolean;
    status: string;
    dismissed: boolean;
    newest_joined: number;
    older: number[] | null;
  }>(sql`
    with before as (
      select listening_at is not null as was_listening from agent_epochs
      where meeting_id = ${meetingId} and epoch = ${epoch} for update
    ), touched as (
      update agent_epochs set
        joined_at = coalesce(joined_at, now()), last_heartbeat_at = now(), state = ${state},
        listening_at = case when ${hears} then coalesce(listening_at, now()) else listening_at end
      where meeting_id = ${meetingId} and epoch = ${epoch}
    )
    select before.was_listening, m.status, m.agent_dismissed as dismissed,
      coalesce((select max(epoch) from agent_epochs e where e.meeting_id = m.id and e.joined_at is not null), 0)
        as newest_joined,
      (select array_agg(epoch) from agent_epochs e where e.meeting_id = m.id and e.epoch < ${epoch}
        and e.joined_at is not null and e.superseded_at is null) as older
    from before, meetings m where m.id = ${meetingId}`);
  if (!row) {
    return {
      granted: false,
      startedListening: false,
      olderEpochs: [],
      superseded: false,
      dismissed: false,
      ended: false,
    };
  }
  return {
    granted: true,
    startedListening: hears && !row.was_listening,
    olderEpochs: row.older ?? [],
    superseded: row.newest_joined > epoch,
    dismissed: row.dismissed,
    ended: row.status === 'ended' || row.status === 'completed',
  };
}

export async function markSuperseded(db: Tx, meetingId: MeetingId, epoch: number): Promise<void> {
  await db
    .update(agentEpochs)
    .set({ supersededAt: sql`coalesce(${agentEpochs.supersededAt}, now())` })
    .where(and(eq(agentEpochs.meetingId, meetingId), eq(agentEpochs.epoch, epoch)));
}

/** Notes that everything of this epoch has been delivered. */
export async function markFlushed(db: Tx, meetingId: MeetingId, epoch: number): Promise<void> {
  await db
    .update(agentEpochs)
    .set({ flushedAt: sql`coalesce(${agentEpochs.flushedAt}, now())` })
    .where(and(eq(agentEpochs.meetingId, meetingId), eq(agentEpochs.epoch, epoch)));
}

/** The newest epoch and what is known of the newest job that joined, with ages by the database's clock. */
export interface AgentPresence {
  meetingId: MeetingId;
  lastEpoch: number;
  /** Milliseconds since the newest epoch was granted; null when none was. */
  grantedAgoMs: number | null;
  /** Newest epoch that ever reported, 0 if none, and how long ago it did, in ms. */
  lastJoinedEpoch: number;
  heartbeatAgoMs: number | null;
  state: AgentState | null;
  /** That job's last sign of life on the meeting's clock. */
  lastSeenMs: number;
}

/** How the agents are doing of all live meetings (or one) that have a room and want an agent. */
export async function listAgentPresence(db: Tx, meetingId?: MeetingId): Promise<AgentPresence[]> {
  const rows = await db.execute<{
    meeting_id: MeetingId;
    last_epoch: number;
    granted_ago: number | null;
    joined_epoch: number | null;
    heartbeat_ago: number | null;
    state: AgentState | null;
    last_seen: number | null;
  }>(sql`
    select m.id as meeting_id, m.last_epoch,
      (extract(epoch from now() - newest.granted_at) * 1000)::float8 as granted_ago,
      j.epoch as joined_epoch, j.state,
      (extract(epoch from now() - j.last_heartbeat_at) * 1000)::float8 as heartbeat_ago,
      ${meetingMs(sql`coalesce(j.last_heartbeat_at, m.started_at)`)} as last_seen
    from meetings m
    left join agent_epochs newest on newest.meeting_id = m.id and newest.epoch = m.last_epoch
    left join lateral (
      select epoch, state, last_heartbeat_at from agent_epochs e
      where e.meeting_id = m.id and e.joined_at is not null order by epoch desc limit 1
    ) j on true
    where m.status = 'live' and m.room_missing_since is null and not m.agent_dismissed
      and (${meetingId ?? null}::text is null or m.id = ${meetingId ?? null})`);
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    lastEpoch: row.last_epoch,
    grantedAgoMs: row.granted_ago,
    lastJoinedEpoch: row.joined_epoch ?? 0,
    heartbeatAgoMs: row.heartbeat_ago,
    state: row.state,
    lastSeenMs: Math.max(0, row.last_seen ?? 0),
  }));
}
