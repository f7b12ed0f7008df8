import type { RoomRules } from '../../../../lib/messages.ts';
import { may, type Role } from '../../../../lib/roles.ts';

/** Why this person cannot write now; null when they can. */
export function whyNotWrite(role: Role, { whoMayChat }: RoomRules): string | null {
  if (!may(role, 'chat')) return 'You can read what others write.';
  if (whoMayChat === 'hosts' && !may(role, 'moderate')) return 'Only hosts can write right now.';
  return null;
}
