/** What people with accounts see of Parley beside its meetings: mails, plans, calendars. */
import { randomBytes } from 'node:crypto';
import { type MailDetail, mailSchema, outboxSchema } from '../../lib/account-messages.ts';
import { calendarAddressSchema, type MeetingSummary, meetingListSchema } from '../../lib/planning.ts';
import { type Caller, createCaller } from './caller.ts';

interface NewAccount {
  name: string;
  email: string;
  /** IANA name. */
  timeZone: string;
}

/** Makes the first account of a fresh Parley, which owns it, and lets others make theirs. */
export async function becomeOwner(baseUrl: string, account: NewAccount): Promise<Caller> {
  const caller = createCaller(baseUrl);
  await caller.call('POST', '/api/auth/owner', { body: { ...account, password: randomPassword() } });
  await caller.call('POST', '/api/workspace', { body: { openSignUp: true } });
  return caller;
}

/** Makes a further account; the link of its mail is read in the owner's outbox, as no mail is sent. */
export async function signUp(baseUrl: string, owner: Caller, account: NewAccount): Promise<Caller> {
  const { email, name, timeZone } = account;
  const caller = createCaller(baseUrl);
  await caller.call('POST', '/api/auth/sign-up', { body: { email } });
  const [mail] = await readMails(owner, (each) => each.kind === 'sign-up' && each.recipient === email);
  const token = /#([\w-]+)/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`no mail with a link for ${email} is in the outbox`);
  const body = { token, name, timeZone, password: randomPassword() };
  await caller.call('POST', '/api/auth/sign-up/confirm', { body });
  return caller;
}

/** Whole mails of the outbox that fit, the newest first. */
export async function readMails(
  owner: Caller,
  fits: (mail: { kind: string; recipient: string; createdAtMs: number }) => boolean,
): Promise<MailDetail[]> {
  const found: string[] = [];
  for (let cursor = ''; ; ) {
    const page = outboxSchema.parse(await owner.call('GET', `/api/workspace/outbox${cursor}`));
    found.push(...page.mails.filter(fits).map(({ id }) => id));
    if (page.next === null) break;
    cursor = `?before=${page.next}`;
  }
  const read = async (id: string) =>
    mailSchema.parse(await owner.call('GET', `/api/workspace/outbox/${id}`)).mail;
  return Promise.all(found.map(read));
}

/** Every meeting that an account may see and whose title has these words. */
export async function findPlans(caller: Caller, title: string): Promise<MeetingSummary[]> {
  const search = encodeURIComponent(title.slice(0, 200));
  return meetingListSchema.parse(await caller.call('GET', `/api/meetings?search=${search}`)).meetings;
}

/** The calendar of an account as a calendar program reads it: by its secret address alone. */
export async function readFeed(caller: Caller): Promise<string> {
  const { url } = calendarAddressSchema.parse(await caller.call('GET', '/api/calendar'));
  return createCaller(url).read(new URL(url).pathname);
}

function randomPassword(): string {
  return randomBytes(18).toString('base64url');
}
