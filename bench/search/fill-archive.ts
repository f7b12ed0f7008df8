/** A workspace that has met for years: a million lines, and people who may see all, some or few of its meetings. */
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInPersonas } from '../../db/built-in-personas.ts';
import type { Database } from '../../db/database.ts';
import { createId, type MeetingId } from '../../lib/ids.ts';
import { createMeetingCode } from '../../lib/meeting-code.ts';
import { insertBare } from '../insert-bare.ts';
import type { Talk } from './speak.ts';

export const archiveSize = { meetings: 1_000, linesOfOne: 1_000 } as const;
const speakers = ['Ana Ruiz', 'Ben Carter', 'Chloe Martin', 'Dmitri Orlov', 'Eve Lindholm', 'Zoë Fontaine'];
/** Between two meetings of the past. */
const apartMs = 16 * 3_600_000;

interface Fill {
  talk: Talk;
  ownerId: string;
  /** Each has taken part in every so-many-th meeting. */
  members: readonly { id: string; every: number }[];
  onProgress: (message: string) => void;
  signal: AbortSignal;
}

/** Resolves when all of it can be found. */
export async function fillArchive({ sql }: Database, fill: Fill): Promise<void> {
  const { talk, ownerId, members, onProgress, signal } = fill;
  for (let number = 0; number < archiveSize.meetings; number += 1) {
    signal.throwIfAborted();
    const id = createId('mtg');
    const at = new Date(Date.now() - (archiveSize.meetings - number) * apartMs).toISOString();
    await sql`
      insert into meetings (id, code, title, language, status, persona, owner_id, created_at, started_at, ended_at, line_count)
      values (${id}, ${createMeetingCode()}, ${talk.line().slice(0, 60)}, 'en', 'completed',
        ${JSON.stringify(builtInPersonas[0].content)}::text::jsonb, ${ownerId}, ${at}, ${at}, ${at}, ${archiveSize.linesOfOne})`;
    for (const { id: userId, every } of members) {
      if (number % every !== 0) continue;
      await sql`
        insert into participants (id, meeting_id, name, role, user_id, consent_notice_version, consent_at)
        values (${createId('par')}, ${id}, 'Member', 'participant', ${userId}, 1, ${at})`;
    }
    await insertBare(sql, id, inventLines(talk, id));
    if (number % 100 === 99) onProgress(`${(number + 1) * archiveSize.linesOfOne} lines are stored`);
  }
  for (;;) {
    const [row] = await sql`select count(*)::int as left from search_pending`;
    if (row?.left === 0) break;
    onProgress(`${row?.left} changes are not indexed yet`);
    await sleep(5_000, undefined, { signal });
  }
  await sql`vacuum analyze search_entries`;
}

function inventLines(talk: Talk, meetingId: MeetingId) {
  return Array.from({ length: archiveSize.linesOfOne }, (_, index) => ({
    epoch: 1,
    seq: index + 1,
    kind: 'speech' as const,
    segmentId: `${meetingId}-${index}`,
    speaker: `par_${index % speakers.length}`,
    speakerName: speakers[index % speakers.length] ?? '',
    trackSid: 'TR_bench',
    startMs: index * 3_500,
    endMs: index * 3_500 + 3_000,
    text: talk.line(),
  }));
}
