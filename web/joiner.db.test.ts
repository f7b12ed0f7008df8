import { describe, expect, it } from 'vitest';
import { joinerOf } from './joiner.ts';
import { shareTestWeb } from './testing/share-test-web.ts';

const web = await shareTestWeb();

async function meetingOf(cookie: string) {
  const { body } = await web.request('POST', '/api/meetings', {
    body: { title: 'Test' },
    headers: { cookie },
  });
  return (body as { meeting: { id: string; code: string } }).meeting;
}
const join = async (code: string, name: string, cookie: string) => {
  const body = { name, consent: { noticeVersion: 3 } };
  return web.request('POST', `/api/meetings/${code}/join`, { body, headers: { cookie } });
};

describe(joinerOf, () => {
  it('knows an account as host of its meeting and as one person on all of its devices', async () => {
    const owner = await web.signIn('owner@example.test');
    const ben = await web.signIn('ben@example.test');
    const meeting = await meetingOf(owner.cookie);
    expect((await join(meeting.code, 'Ana', owner.cookie)).body).toMatchObject({ role: 'host' });
    const laptop = await join(meeting.code, 'Ben', ben.cookie);
    const phone = await join(meeting.code, 'Ben on a phone', ben.cookie);
    const idOf = ({ body }: { body: unknown }) => (body as { participantId: string }).participantId;
    expect(idOf(phone)).toBe(idOf(laptop));
  });

  it('does not take somebody for the person who used this device before', async () => {
    const owner = await web.signIn('owner@example.test');
    const [ben, cleo] = [await web.signIn('ben@example.test'), await web.signIn('cleo@example.test')];
    const meeting = await meetingOf(owner.cookie);
    const first = await join(meeting.code, 'Ben', ben.cookie);
    const second = await join(meeting.code, 'Cleo', `${first.cookies}; ${cleo.cookie}`);
    expect(second.body).not.toMatchObject({
      participantId: (first.body as { participantId: string }).participantId,
    });
  });

  it('keeps a removed account out on every device, and under every name', async () => {
    const owner = await web.signIn('owner@example.test');
    const ben = await web.signIn('ben@example.test');
    const meeting = await meetingOf(owner.cookie);
    const host = (await join(meeting.code, 'Ana', owner.cookie)).body as { apiToken: string };
    const removed = (await join(meeting.code, 'Ben', ben.cookie)).body as { participantId: string };
    const path = `/api/meetings/${meeting.id}/people/${removed.participantId}/remove`;
    expect((await web.request('POST', path, { body: {}, token: host.apiToken })).status).toBe(204);
    const again = await join(meeting.code, 'Benjamin', ben.cookie);
    expect(again.body).toMatchObject({ error: { code: 'removed' } });
    // A guest who was there before signing in on that device.
    const other = await meetingOf(owner.cookie);
    const guest = await web.request('POST', `/api/meetings/${other.code}/join`, {
      body: { name: 'Guest', consent: { noticeVersion: 3 } },
    });
    const signedIn = await join(other.code, 'Ben', `${guest.cookies}; ${ben.cookie}`);
    expect(signedIn.body).toMatchObject({
      participantId: (guest.body as { participantId: string }).participantId,
    });
  });
});
