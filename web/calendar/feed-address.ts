/** The address of somebody's calendar: whoever has it can read it, until it is renewed. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an address is made of: it changes with the version. */
export interface FeedOwner {
  id: string;
  calendarVersion: number;
}

const prefix = 'usr_';

/** `<user>-<192 bits>.ics`. `secret` is `PARLEY_SECRET`: nothing of the address is stored. */
export function feedFile(secret: string, owner: FeedOwner): string {
  return `${owner.id.slice(prefix.length)}-${macOf(secret, owner)}.ics`;
}

/** The user whose address it claims to be; `isFeedOf` says whether it is. */
export function userOfFeed(file: string): string | null {
  const user = /^([0-9A-HJKMNP-TV-Z]{26})-[\w-]{32}\.ics$/.exec(file)?.[1];
  return user === undefined ? null : prefix + user;
}

/** True for the newest address of this user only. */
export function isFeedOf(secret: string, file: string, owner: FeedOwner): boolean {
  const [given, expected] = [Buffer.from(file), Buffer.from(feedFile(secret, owner))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function macOf(secret: string, { id, calendarVersion }: FeedOwner): string {
  const mac = createHmac('sha256', secret).update(`parley:calendar:${id}:${calendarVersion}`);
  return mac.digest().subarray(0, 24).toString('base64url');
}
