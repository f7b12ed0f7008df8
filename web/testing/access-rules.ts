import { may, type Role } from '../../lib/roles.ts';
import type { Access } from '../api-table/route.ts';
import { type Visitor, visitors } from './access-cast.ts';

const roleOf: Partial<Record<Visitor, Role>> = { owner: 'host', member: 'participant', guest: 'guest' };

/** Who of them must get through, by what the table says of a route; the others must be refused. */
export function allowedVisitors(access: Access): Visitor[] {
  switch (access) {
    case 'anyone':
      return [...visitors];
    case 'newcomer':
      return visitors.filter((visitor) => visitor !== 'removed');
    case 'account':
      return ['stranger', 'asker', 'disallowed', 'removed', 'allowed', 'member', 'owner'];
    case 'workspaceOwner':
      return ['owner'];
    case 'meeting':
      return ['allowed', 'guest', 'member', 'owner'];
    case 'joined':
      return ['guest', 'member', 'owner'];
    case 'approver':
      // The member was asked and is not in the room: the host may stand in.
      return ['member', 'owner'];
    case 'everJoined':
      return ['removed', 'guest', 'member', 'owner'];
    case 'shareHolder':
      return ['linkHolder'];
    case 'agentJob':
    case 'agentWorker':
    case 'livekit':
    case 'inngest':
      return [];
    default:
      return visitors.filter((visitor) => {
        const role = roleOf[visitor];
        return role !== undefined && may(role, access);
      });
  }
}
