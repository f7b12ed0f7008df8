import { describe, expect, it } from 'vitest';
import { createId } from './ids.ts';
import { createMailLinks } from './mail-links.ts';

const secret = 'parley-secret-of-at-least-32-characters';
const links = createMailLinks(secret, 'https://parley.test');
const tokenOf = (url: string) => url.split('#')[1] ?? '';

describe(createMailLinks, () => {
  it('knows the address of its own links, in lower case, and of no others', () => {
    const { pageUrl, postUrl } = links.unsubscribe('Ana@Example.test');
    expect(postUrl).toBe(`https://parley.test/api/unsubscribe/${tokenOf(pageUrl)}`);
    expect(links.readUnsubscribe(tokenOf(pageUrl))).toBe('ana@example.test');
    const [text, mac] = tokenOf(pageUrl).split('.');
    const other = Buffer.from('ben@example.test').toString('base64url');
    for (const forged of [
      `${other}.${mac}`,
      `${text}.${mac}x`,
      `${text}.`,
      `${text}`,
      '',
      '.',
      `${text}!.${mac}`,
    ]) {
      expect(links.readUnsubscribe(forged)).toBeNull();
    }
  });

  it('lets a person read one meeting until a day', () => {
    const reader = { meetingId: createId('mtg'), participantId: createId('par'), untilMs: 1_000 };
    const token = tokenOf(links.readMeeting(reader));
    expect(links.readReader(token, 999)).toEqual(reader);
    expect(links.readReader(token, 1_000)).toBeNull();
    expect(createMailLinks(`${secret}x`, '').readReader(token, 0)).toBeNull();
  });

  it('takes no link for the other', () => {
    const { pageUrl } = links.unsubscribe(`${createId('mtg')} ${createId('par')} 9999`);
    expect(links.readReader(tokenOf(pageUrl), 0)).toBeNull();
  });
});
