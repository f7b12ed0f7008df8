/**
 * What each role may do in a meeting: the one table that the API, LiveKit's grants and the browser read. Roles
 * are per meeting; whoever creates a meeting is its host.
 */
import { z } from 'zod/mini';

const roles = ['host', 'cohost', 'participant', 'viewer', 'guest'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/**
 * `speak`: microphone, camera, screen. `moderate`: admit, mute, remove, lock, password, waiting room, persona.
 * `appoint`: make and unmake co-hosts. `edit`: title, time, invitations, cancel.
 */
export type Permission = 'speak' | 'moderate' | 'appoint' | 'end' | 'edit';

const table: Record<Role, readonly Permission[]> = {
  host: ['speak', 'moderate', 'appoint', 'end', 'edit'],
  cohost: ['speak', 'moderate', 'end'],
  participant: ['speak'],
  viewer: [],
  guest: ['speak'],
};

export function may(role: Role, permission: Permission): boolean {
  return table[role].includes(permission);
}
