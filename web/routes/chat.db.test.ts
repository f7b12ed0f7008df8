import { beforeEach, describe, expect, it } from 'vitest';
import { type ChatPage, chatLimits, chatPageSchema } from '../../lib/chat-messages.ts';
import { createId } from '../../lib/ids.ts';
import type { Joined } from '../../lib/messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const web = await shareTestWeb();
const { database } = web.context;

let host: Joined;
let ben: Joined;
let room: string;
beforeEach(async () => {
  const { meeting, hostCookie } = await web.createMeeting();
  room = meeting.id;
  host = await web.join(meeting.code, 'Ana', { cookie: hostCookie });
  ben = await web.join(meeting.code, 'Ben');
  web.rooms.controls.length = 0;
});

async function write(by: Joined, text: unknown, id: string = createId('msg')) {
  const path = `/api/meetings/${room}/chat`;
  const { status, body } = await web.request('POST', path, { body: { id, text }, token: by.apiToken });
  return { status, ...(body as { message?: { seq: number; text: string }; error?: { code: string } }) };
}
const codeOf = async (answer: ReturnType<typeof write>) => (await answer).error?.code;
async function read(by: Joined, after = 0): Promise<ChatPage> {
  const { body } = await web.request('GET', `/api/meetings/${room}/chat?after=${after}`, {
    token: by.apiToken,
  });
  return chatPageSchema.parse(body);
}
const texts = async (by: Joined, after = 0) => (await read(by, after)).messages.map(({ text }) => text);
const act = (path: string, body: object) =>
  web.request('POST', `/api/meetings/${room}/${path}`, { body, token: host.apiToken });

describe('a chat message', () => {
  it('is stored under the next number and shown to everyone by the server', async () => {
    await write(host, 'Hello');
    const { message } = await write(ben, 'Hi Ana');
    expect(message).toMatchObject({ seq: 2, senderId: ben.participantId, senderName: 'Ben', text: 'Hi Ana' });
    expect(web.rooms.controls.map(({ message, to }) => ({ message, to }))).toEqual([
      { message: expect.objectContaining({ type: 'chat.message' }), to: undefined },
      { message: { type: 'chat.message', message }, to: undefined },
    ]);
    expect((await read(host)).messages).toHaveLength(2);
  });

  it('that is sent again, also at the same moment, is the same one', async () => {
    const id = createId('msg');
    const answers = await Promise.all([
      write(ben, 'Once', id),
      write(ben, 'Once', id),
      write(ben, 'Once', id),
    ]);
    expect(answers.map(({ message }) => message?.seq)).toEqual([1, 1, 1]);
    expect(await texts(host)).toEqual(['Once']);
    expect(await codeOf(write(host, 'Mine', id))).toBe('conflict');
  });

  it('is there when LiveKit is away', async () => {
    web.rooms.reachable = false;
    const { status } = await write(ben, 'Can you hear me?');
    web.rooms.reachable = true;
    expect([status, await texts(host)]).toEqual([200, ['Can you hear me?']]);
  });

  it('has no holes in its numbers when many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => write(i % 2 ? ben : host, `Message ${i}`)));
    expect((await read(ben)).messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect((await read(ben, 9)).messages.map(({ seq }) => seq)).toEqual([10, 11, 12]);
  });

  it('is text: markup stays as it was written, what cannot be seen goes', async () => {
    const sent = ['<b onclick=alert(1)>x</b>', 'a\u202Eb\u200Bc', 'two\r\n\r\n\r\n\r\nlines', '👩‍🚀'];
    for (const text of sent) await write(ben, text);
    expect(await texts(host)).toEqual(['<b onclick=alert(1)>x</b>', 'a b c', 'two\n\nlines', '👩‍🚀']);
  });

  it('is refused when there is nothing to read, when it is too long, and when it is none', async () => {
    for (const text of ['', '  \n ', '\u200B\u200E', '\u200D', 7, null]) {
      expect(await codeOf(write(ben, text))).toBe('bad_request');
    }
    expect(await codeOf(write(ben, 'x'.repeat(chatLimits.text + 1)))).toBe('payload_too_large');
    expect(await codeOf(write(ben, 'x'.repeat(1024 * 1024)))).toBe('payload_too_large');
    expect(await codeOf(write(ben, 'x', 'msg_1'))).toBe('bad_request');
    expect(await texts(host)).toEqual([]);
  });

  it('fits into one data packet, in any script', async () => {
    await write(ben, '\u20ac'.repeat(chatLimits.text));
    const [shown] = web.rooms.controls;
    expect(Buffer.byteLength(JSON.stringify(shown?.message))).toBeLessThan(15_000);
  });

  it('cannot come as a flood, and a flood of one holds up nobody else', async () => {
    const flood = await Promise.all(Array.from({ length: 30 }, () => codeOf(write(ben, 'spam'))));
    expect(flood.filter((code) => code === 'rate_limited')).toHaveLength(10);
    expect((await write(host, 'Please stop')).status).toBe(200);
  });

  it('is for the people of its meeting, while it runs', async () => {
    const other = await web.createMeeting();
    const stranger = await web.join(other.meeting.code, 'Eve');
    expect(await codeOf(write(stranger, 'Hi'))).toBe('forbidden');
    await act(`people/${ben.participantId}/remove`, {});
    expect(await codeOf(write(ben, 'Hi'))).toBe('removed');
    await act('end', {});
    expect(await codeOf(write(host, 'Hi'))).toBe('meeting_ended');
  });
});

describe('who may write', () => {
  it('is for hosts to say, and everyone reads it in the room', async () => {
    await act('settings', { whoMayChat: 'hosts' });
    expect(JSON.parse(web.rooms.metadataOf(room) ?? '')).toMatchObject({ rules: { whoMayChat: 'hosts' } });
    expect(await codeOf(write(ben, 'Hi'))).toBe('forbidden');
    expect((await write(host, 'Questions at the end, please.')).status).toBe(200);
    await act('settings', { whoMayChat: 'everyone' });
    expect((await write(ben, 'Hi')).status).toBe(200);
  });

  it('includes viewers, who have no other voice', async () => {
    await database.sql`update participants set role = 'viewer' where id = ${ben.participantId}`;
    expect((await write(ben, 'A question')).status).toBe(200);
  });
});

describe('what is written off the record', () => {
  it('is there while the meeting runs, marked, and gone when it has ended', async () => {
    await write(host, 'On the record');
    await act('assistant', { paused: true });
    await write(ben, 'Between us');
    await act('assistant', { paused: false });
    await write(ben, 'Again on it');
    expect((await read(host)).messages.map(({ offRecord }) => offRecord)).toEqual([false, true, false]);
    await act('end', {});
    expect(await texts(host)).toEqual(['On the record', 'Again on it']);
  });
});
