import type { Db } from '../../db/database.ts';
import { changeEmail, findOwner } from '../../db/queries/accounts.ts';
import { emailSchema } from '../../lib/account-messages.ts';
import { ParleyError } from '../../lib/errors.ts';
import { storeResetLink } from './reset-password.ts';

/**
 * A link for a new password of the owner, for whoever runs the installation: the owner's mails may go to an address
 * that nobody reads. With `address` the account gets that one before. Throws `not_found` without an owner,
 * `bad_request` for what is no address, `conflict` for the address of another account.
 */
export async function makeOwnerLink(
  db: Db,
  { site, address }: { site: string; address: string | null },
): Promise<{ email: string; url: string }> {
  const email = address === null ? null : emailSchema.safeParse({ email: address }).data?.email;
  if (email === undefined) throw new ParleyError('bad_request', `${address} is not an e-mail address.`);
  return db.transaction(async (tx) => {
    const owner = await findOwner(tx);
    if (!owner) throw new ParleyError('not_found', 'Nobody owns this installation yet. Open its page.');
    const account = email === null ? owner : await changeEmail(tx, owner.id, email);
    if (!account) throw new ParleyError('conflict', `Another account has the address ${email}.`);
    return { email: account.email, url: (await storeResetLink(tx, site, account)).url };
  });
}
