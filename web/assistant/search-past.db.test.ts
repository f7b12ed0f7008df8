import { beforeEach, describe, expect, it } from 'vitest';
import { indexPending } from '../../db/queries/search-index.ts';
import { addedLines, lineRevisions } from '../../db/schema/revisions.ts';
import type { PastLines } from '../../lib/assistant-messages.ts';
import { createId, type ParticipantId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { latestJob } from '../testing/agent-job.ts';
import { setPresent } from '../testing/proposals.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';
import { searchPast } from './search-past.ts';

const web = await shareTestWeb();
const { database } = web.context;
beforeEach(() => database.sql`delete from users`);

describe(searchPast, () => {
  const search = async (
    meeting: Joined['meeting'],
    askedBy: Joined,
    audience: 'me' | 'all',
    q = 'When is the launch?',
  ) => {
    const query = new URLSearchParams({ q, askedBy: askedBy.participantId, audience });
    const { body } = await web.request('GET', `/api/agent/meetings/${meeting.id}/search?${query}`, {
      token: latestJob(web, meeting.id).token,
    });
    return (body as PastLines).lines.map(({ text, speakerName }) => [speakerName, text]);
  };
  const line = ['Ana', 'The launch is on Friday.'];

  /** Owner and member were in an earlier meeting; who is in the present one is up to the test. */
  async function seedPast() {
    const owner = await web.signIn('owner@example.test');
    const member = await web.signIn('member@example.test');
    const past = await web.createMeeting(owner.cookie);
    await web.join(past.meeting.code, 'Ana', { cookie: owner.cookie });
    await web.join(past.meeting.code, 'Ben', { cookie: member.cookie });
    const job = latestJob(web, past.meeting.id);
    await job.send([
      job.line(1, { text: 'The launch is on Friday.' }),
      job.line(2, { text: 'Nice weather.' }),
    ]);
    await indexPending(database.db);
    const { meeting } = await web.createMeeting(owner.cookie);
    const host = await web.join(meeting.code, 'Ana', { cookie: owner.cookie });
    const guest = await web.join(meeting.code, 'Ben', { cookie: member.cookie });
    await setPresent(web, host, true);
    await setPresent(web, guest, true);
    return { host, guest, past };
  }

  it('finds for a panel what the asker may see', async () => {
    const { host, guest } = await seedPast();
    expect(await search(host.meeting, guest, 'me')).toEqual([line]);
  });

  it('finds aloud only what everyone present may see', async () => {
    const { host } = await seedPast();
    expect(await search(host.meeting, host, 'all')).toEqual([line]);
    const stranger = await web.join(host.meeting.code, 'Chloe');
    await setPresent(web, stranger, true);
    expect(await search(host.meeting, host, 'all')).toEqual([]);
    expect(await search(host.meeting, host, 'me')).toEqual([line]);
    expect(await search(host.meeting, stranger, 'me')).toEqual([]);
    await setPresent(web, stranger, false);
    expect(await search(host.meeting, host, 'all')).toEqual([line]);
  });

  it('finds the words that count, and what only a recording has', async () => {
    const { host, past } = await seedPast();
    const meetingId = past.meeting.id;
    const revision = {
      meetingId,
      epoch: 1,
      seq: 1,
      source: 'person',
      text: 'The lunch is on Friday.',
    } as const;
    await database.db.insert(lineRevisions).values(revision);
    const [person] = await database.sql<{ id: ParticipantId }[]>`
      select id from participants where meeting_id = ${meetingId} and name = 'Ben'`;
    const participantId = person?.id ?? createId('par');
    const aside = {
      meetingId,
      participantId,
      number: 1,
      startMs: 5_000,
      endMs: 6_000,
      text: 'The launch slips.',
    };
    await database.db.insert(addedLines).values(aside);
    await indexPending(database.db);
    expect(await search(host.meeting, host, 'me')).toEqual([['Ben', 'The launch slips.']]);
    expect(await search(host.meeting, host, 'me', 'lunch')).toEqual([['Ana', 'The lunch is on Friday.']]);
  });

  it('gives lines with more of the words, and with rarer ones, before others', async () => {
    const { host, past } = await seedPast();
    const job = latestJob(web, past.meeting.id);
    await job.send([
      job.line(3, { text: 'Friday is fine.' }),
      job.line(4, { text: 'The heron launches on Friday.' }),
    ]);
    await indexPending(database.db);
    expect((await search(host.meeting, host, 'me', 'heron launch friday')).map(([, text]) => text)).toEqual([
      'The heron launches on Friday.',
      'The launch is on Friday.',
      'Friday is fine.',
    ]);
  });

  it('reads the index of words, and no line that is not in it', async () => {
    const { host, past } = await seedPast();
    const job = latestJob(web, past.meeting.id);
    await job.send([job.line(3, { text: 'A wombat.' })]);
    expect(await search(host.meeting, host, 'me', 'wombat')).toEqual([]);
    await indexPending(database.db);
    expect(await search(host.meeting, host, 'me', 'wombat')).toEqual([['Ana', 'A wombat.']]);
  });

  it('finds nothing for somebody of another meeting, or for a removed person', async () => {
    const { host, guest, past } = await seedPast();
    expect(await search(past.meeting as Joined['meeting'], guest, 'me')).toEqual([]);
    await web.request('POST', `/api/meetings/${host.meeting.id}/people/${guest.participantId}/remove`, {
      token: host.apiToken,
    });
    expect(await search(host.meeting, guest, 'me')).toEqual([]);
  });
});
