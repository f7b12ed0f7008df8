/** Who gets the mail about a meeting: one per address. */
import type { Member } from '../../db/queries/members.ts';
import type { ParticipantId } from '../../lib/ids.ts';
import { may } from '../../lib/roles.ts';
import type { SummaryMail } from '../../lib/summary-choice.ts';

export interface Recipient {
  /** Lower case. */
  address: string;
  /** Everyone of the meeting who has the address: the same person on two devices. */
  participantIds: ParticipantId[];
  /** Null for someone without an account. */
  userId: string | null;
}

interface Choice {
  mode: SummaryMail;
  members: readonly Pick<Member, 'id' | 'role' | 'address' | 'userId'>[];
  /** The account that planned the meeting, also when it did not come. */
  owner: { id: string; email: string } | null;
  /** Addresses that want none. */
  optedOut: readonly string[];
}

export type Chosen = { kind: 'recipients'; recipients: Recipient[] } | { kind: 'nobody'; reason: string };

export function chooseRecipients({ mode, members, owner, optedOut }: Choice): Chosen {
  if (mode === 'none') return { kind: 'nobody', reason: 'Not sent: the host wants no mails.' };
  const hosts = members.filter(({ role, userId }) => (owner ? userId === owner.id : may(role, 'edit')));
  const known = new Map<string, Recipient>();
  if (owner) known.set(owner.email.toLowerCase(), recipient(owner.email, owner.id));
  for (const { id, address, userId } of mode === 'host' ? hosts : members) {
    if (!address) continue;
    const same = known.get(address.toLowerCase()) ?? recipient(address, userId);
    same.participantIds.push(id);
    same.userId ??= userId;
    known.set(same.address, same);
  }
  if (known.size === 0) return { kind: 'nobody', reason: 'Not sent: nobody left an address.' };
  const recipients = [...known.values()].filter(({ address }) => !optedOut.includes(address));
  if (recipients.length > 0) return { kind: 'recipients', recipients };
  return { kind: 'nobody', reason: 'Not sent: everyone with an address has unsubscribed.' };
}

const recipient = (address: string, userId: string | null): Recipient => ({
  address: address.toLowerCase(),
  participantIds: [],
  userId,
});
