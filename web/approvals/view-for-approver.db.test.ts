import { describe, expect, it } from 'vitest';
import { meetings } from '../../db/schema/meetings.ts';
import type { ApprovalList } from '../../lib/assistant-messages.ts';
import { createId } from '../../lib/ids.ts';
import { proposeTo } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

// The Tuesday of next year behind the Sunday in March on which New York puts its clocks forward.
const year = new Date().getUTCFullYear() + 1;
const tuesday = 15 - ((new Date(Date.UTC(year, 2, 8)).getUTCDay() + 6) % 7) + 1;
const at = (time: string, daysBefore = 0) =>
  new Date(Date.UTC(year, 2, tuesday - daysBefore, Number(time.slice(0, 2)), Number(time.slice(3))));

async function plan(ownerId: string, title: string, over: Partial<typeof meetings.$inferInsert> = {}) {
  const id = createId('mtg');
  await database.db.insert(meetings).values({
    id,
    code: id,
    title,
    language: 'en',
    persona: { name: 'Nova', instructions: '', mode: 'addressed', voice: '', greeting: '' },
    ownerId,
    durationMinutes: 30,
    timeZone: 'America/New_York',
    ...over,
  });
}

describe('a proposal of a time', () => {
  it('shows the one who is asked what they have then, and nobody else', async () => {
    const ana = await web.signIn('ana@example.test');
    const ben = await web.signIn('ben@example.test');
    await plan(ana.user.id, 'Dentist', { scheduledAt: at('10:15') });
    await plan(ana.user.id, 'Ends as it starts', { scheduledAt: at('09:30') });
    await plan(ana.user.id, 'Starts as it ends', { scheduledAt: at('10:45') });
    await plan(ana.user.id, 'Called off', { scheduledAt: at('10:00'), cancelledAt: new Date() });
    await plan(ben.user.id, 'Of Ben alone', { scheduledAt: at('10:00') });
    // Weekly since before the clocks changed: half past ten there, which is an hour earlier elsewhere.
    const weekly = { recurrence: 'FREQ=WEEKLY', seriesStart: at('15:30', 7) };
    await plan(ana.user.id, 'Weekly', { scheduledAt: weekly.seriesStart, ...weekly });
    const { meeting, hostCookie } = await web.createMeeting(ana.cookie);
    const host = await web.join(meeting.code, 'Ana', { cookie: `${ana.cookie}; ${hostCookie}` });
    const other = await web.join(meeting.code, 'Ben', { cookie: ben.cookie });

    const change = {
      tool: 'scheduleMeeting',
      arguments: {
        title: 'Follow-up',
        startsAt: at('10:00').toISOString(),
        durationMinutes: 45,
        attendees: ['Ben'],
      },
    };
    const { conflicts } = await proposeTo(web, host, change);
    expect(conflicts).toEqual([
      { title: 'Dentist', startsAtMs: at('10:15').getTime(), durationMinutes: 30, name: 'Ana' },
    ]);
    const later = await proposeTo(web, host, {
      ...change,
      arguments: { ...change.arguments, startsAt: at('14:50').toISOString(), durationMinutes: 5 },
    });
    expect(later.conflicts.map(({ title, startsAtMs }) => [title, new Date(startsAtMs)])).toEqual([
      ['Weekly', at('14:30')],
    ]);

    const conflictsSeenBy = async (token: string) => {
      const { body } = await web.request('GET', `/api/meetings/${meeting.id}/approvals`, { token });
      return (body as ApprovalList).approvals.map((approval) => approval.conflicts.length);
    };
    expect(await conflictsSeenBy(host.apiToken)).toEqual([1, 1]);
    expect(await conflictsSeenBy(other.apiToken)).toEqual([0, 0]);
  });
});
