import type { User } from '../../db/queries/accounts.ts';
import type { Account } from '../../lib/account-messages.ts';

/** What people see of their own account. */
export function accountView({ id, name, email, role, timeZone }: User): Account {
  return { id, name, email, role, timeZone };
}
