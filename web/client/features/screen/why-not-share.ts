import type { RoomRules } from '../../../../lib/messages.ts';
import { may, type Role } from '../../../../lib/roles.ts';

/** Why this person cannot share a screen now; null when they can. */
export function whyNotShare(role: Role, { whoMayShare }: RoomRules): string | null {
  if (whoMayShare === 'hosts' && !may(role, 'moderate')) {
    return 'Only hosts can share a screen in this meeting.';
  }
  return null;
}
