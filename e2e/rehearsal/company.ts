/** The people of a recording as accounts of a Parley of our own, so that each has a calendar and mails. */
import { becomeOwner, signUp } from './account-client.ts';
import type { Caller } from './caller.ts';
import type { Speaker } from './folder.ts';

export interface Company {
  /** The host of the meeting, who sees all mails. */
  owner: Caller;
  /** By id in the timeline. */
  callers: ReadonlyMap<string, Caller>;
}

/** Parley mails so many links to one address of the network in a quarter of an hour; further people are guests. */
const mostAccounts = 20;

/** The first speaker becomes the owner. Throws when an account cannot be made. */
export async function foundCompany(url: string, speakers: Speaker[], timeZone: string): Promise<Company> {
  const [first, ...others] = speakers.slice(0, mostAccounts);
  if (!first) throw new Error('nobody speaks');
  const owner = await becomeOwner(url, { name: first.name, email: first.email, timeZone });
  const callers = new Map([[first.id, owner]]);
  for (const { id, name, email } of others) {
    callers.set(id, await signUp(url, owner, { name, email, timeZone }));
  }
  return { owner, callers };
}
