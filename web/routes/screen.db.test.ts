import { beforeEach, describe, expect, it } from 'vitest';
import type { Joined } from '../../lib/messages.ts';
import { screenHolderSchema } from '../../lib/screen-messages.ts';
import { reconcile } from '../reconcile.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let host: Joined;
let ben: Joined;
let cleo: Joined;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  cleo = await web.join(meeting.code, 'Cleo');
  for (const { participantId } of [host, ben, cleo]) {
    const identity = participantId;
    web.rooms.enter(meeting.id, { identity, sid: `PA_${identity}`, kind: 'standard', joinedAt: new Date() });
  }
  web.rooms.controls.length = 0;
});

async function act(by: Joined, path: string, body: object) {
  const answer = await web.request('POST', `/api/meetings/${host.meeting.id}/${path}`, {
    body,
    token: by.apiToken,
  });
  if (answer.status >= 300) return (answer.body as { error: { code: string } }).error.code;
  const holder = screenHolderSchema.safeParse(answer.body);
  return holder.success
    ? `${holder.data.granted ? 'granted to' : 'held by'} ${holder.data.holder.name}`
    : 'done';
}
const share = (by: Joined, from: Joined | null = null) =>
  act(by, 'screen', { from: from?.participantId ?? null });
const stop = (by: Joined) => act(by, 'screen/stop', {});
const inRoom = async () => web.rooms.listParticipants(host.meeting.id);
/** Names of those whom LiveKit lets share. */
async function sharers() {
  const names = new Map([host, ben, cleo].map(({ participantId, name }) => [participantId as string, name]));
  return (await inRoom()).flatMap((each) => (each.canShareScreen ? names.get(each.identity) : []));
}
const told = () =>
  web.rooms.controls.flatMap(({ message, to }) =>
    message.type === 'screen.stopped' ? [[message.by, to]] : [],
  );
let events = 0;
const webhook = (event: string, { participantId }: Joined, change: object = {}, laterSeconds = 5) =>
  web.sendWebhook({
    event,
    id: `EV_screen_${++events}`,
    createdAt: String(Math.floor(Date.now() / 1000) + laterSeconds),
    room: { sid: 'RM_1', name: host.meeting.id },
    participant: { identity: participantId, sid: `PA_${participantId}` },
    ...change,
  });
const screenTrack = { track: { sid: 'TR_1', source: 'SCREEN_SHARE' } };

describe('the shared screen', () => {
  it('is for nobody until somebody takes it, and for that person alone', async () => {
    expect(await sharers()).toEqual([]);
    expect(await share(ben)).toBe('granted to Ben');
    expect(await sharers()).toEqual(['Ben']);
    expect(await share(ben)).toBe('granted to Ben');
    expect(await share(cleo)).toBe('held by Ben');
    expect(await sharers()).toEqual(['Ben']);
  });

  it('has one holder when all press at the same moment', async () => {
    const answers = await Promise.all([share(ben), share(cleo), share(host)]);
    expect(answers.filter((answer) => answer.startsWith('granted'))).toHaveLength(1);
    const [holder] = await sharers();
    expect([...new Set(answers.map((answer) => answer.split(' ').at(-1)))]).toEqual([holder]);
  });

  it('is taken over from whom the person was asked about, who is told by whom', async () => {
    await share(ben);
    expect(await share(cleo, ben)).toBe('granted to Cleo');
    expect(await sharers()).toEqual(['Cleo']);
    expect(told()).toEqual([['Cleo', [ben.participantId]]]);
    // Ana was asked about Ben.
    expect(await share(host, ben)).toBe('held by Cleo');
  });

  it('goes to one of two who take it over at the same moment', async () => {
    await share(ben);
    const answers = await Promise.all([share(cleo, ben), share(host, ben)]);
    expect(answers.filter((answer) => answer.startsWith('granted'))).toHaveLength(1);
    expect(await sharers()).toHaveLength(1);
  });

  it('is free when its holder stops, and when a host stops it', async () => {
    await share(ben);
    await stop(cleo);
    expect(await sharers()).toEqual(['Ben']);
    await stop(ben);
    expect([await sharers(), told()]).toEqual([[], []]);
    await share(ben);
    await stop(host);
    expect([await sharers(), told()]).toEqual([[], [['Ana', [ben.participantId]]]]);
    expect(await share(cleo)).toBe('granted to Cleo');
  });

  it('is not taken while LiveKit is away', async () => {
    web.rooms.reachable = false;
    expect(await share(ben)).toBe('unavailable');
    web.rooms.reachable = true;
    expect(await share(cleo)).toBe('granted to Cleo');
  });

  it('is free when LiveKit says that it is sent no more, or that its holder left', async () => {
    await share(ben);
    await webhook('track_unpublished', ben, { track: { sid: 'TR_2', source: 'CAMERA' } });
    await webhook('track_unpublished', cleo, screenTrack);
    expect(await sharers()).toEqual(['Ben']);
    await webhook('track_unpublished', ben, screenTrack);
    expect(await sharers()).toEqual([]);
    await share(ben);
    await webhook('participant_left', ben);
    expect(await share(cleo)).toBe('granted to Cleo');
  });

  it('stays with its holder over a reconnect, and over a webhook of the share before', async () => {
    await share(ben);
    const replaced = { identity: ben.participantId, sid: 'PA_1', disconnectReason: 'DUPLICATE_IDENTITY' };
    await webhook('participant_left', ben, { participant: replaced });
    await webhook('track_unpublished', ben, screenTrack, -5);
    expect(await share(cleo)).toBe('held by Ben');
  });

  it('is freed by the reconciler when no webhook comes, not before somebody could begin', async () => {
    await share(ben);
    await reconcile(web.context);
    expect(await sharers()).toEqual(['Ben']);
    await database.sql`update screen_shares set taken_at = now() - interval '1 minute'`;
    for (const person of await inRoom()) person.sharesScreen = person.identity === ben.participantId;
    await reconcile(web.context);
    expect(await sharers()).toEqual(['Ben']);
    for (const person of await inRoom()) person.sharesScreen = false;
    await reconcile(web.context);
    expect(await sharers()).toEqual([]);
  });

  it('is not for whoever held it once, with whatever token they come back', async () => {
    await share(ben);
    await stop(ben);
    const identity = ben.participantId;
    web.rooms.enter(host.meeting.id, {
      identity,
      sid: 'PA_again',
      kind: 'standard',
      joinedAt: new Date(),
      canShareScreen: true,
    });
    const permission = { canPublish: true, canPublishSources: ['CAMERA', 'SCREEN_SHARE'] };
    await webhook('participant_joined', ben, { participant: { identity, sid: 'PA_again', permission } });
    expect(await sharers()).toEqual([]);
  });
});

describe('who may share', () => {
  it('is for hosts to say: whoever may no longer stops', async () => {
    await share(ben);
    await act(host, 'settings', { whoMayShare: 'hosts' });
    expect([await sharers(), told()]).toEqual([[], [['Ana', [ben.participantId]]]]);
    expect(await share(ben)).toBe('forbidden');
    expect(await share(host)).toBe('granted to Ana');
    await act(host, 'settings', { whoMayShare: 'hosts' });
    expect(await sharers()).toEqual(['Ana']);
  });

  it('does not include viewers, and a silenced person shares without sound', async () => {
    await database.sql`update participants set role = 'viewer' where id = ${cleo.participantId}`;
    expect(await share(cleo)).toBe('forbidden');
    await act(host, `people/${ben.participantId}/silence`, { silenced: true });
    expect(await share(ben)).toBe('granted to Ben');
  });
});

describe('mute on join', () => {
  it('tells newcomers, not those who host', async () => {
    expect(ben.microphoneOff).toBe(false);
    await act(host, 'settings', { muteOnJoin: true });
    const dan = await web.join(host.meeting.code, 'Dan');
    const again = await web.join(host.meeting.code, 'Ana', { authorization: `Bearer ${host.apiToken}` });
    expect([dan.microphoneOff, again.microphoneOff]).toEqual([true, false]);
  });
});
