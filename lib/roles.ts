/**
 * What each role may do in a meeting: the one table that the API, LiveKit's grants and the browser read. Roles
 * are per meeting; whoever creates a meeting is its host.
 */
import { z } from 'zod/mini';

export const roles = ['host', 'cohost', 'participant', 'viewer', 'guest'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/**
 * `speak`: microphone, camera, screen. `chat`: write to everyone while the hosts allow it; the voice of viewers.
 * `write`: in what people write together while they meet, the notes and the board.
 * `moderate`: admit, mute, remove, lock, password, waiting room, persona, rules of the meeting.
 * `record`: start and stop recordings. `appoint`: make and unmake co-hosts. `edit`: title, time, invitations, cancel.
 * `correct`: words, speakers, tasks and decisions afterwards. `share`: links that show it to others.
 */
export type Permission =
  | 'speak'
  | 'chat'
  | 'write'
  | 'correct'
  | 'share'
  | 'moderate'
  | 'record'
  | 'appoint'
  | 'end'
  | 'edit';

const table: Record<Role, readonly Permission[]> = {
  host: ['speak', 'chat', 'write', 'correct', 'share', 'moderate', 'record', 'appoint', 'end', 'edit'],
  cohost: ['speak', 'chat', 'write', 'correct', 'share', 'moderate', 'record', 'end'],
  participant: ['speak', 'chat', 'write', 'correct'],
  viewer: ['chat'],
  guest: ['speak', 'chat', 'write'],
};

export function may(role: Role, permission: Permission): boolean {
  return table[role].includes(permission);
}

/**
 * Whether someone may act on another person in a meeting: admit, mute, silence, remove. Those who moderate are out
 * of reach of each other; only whoever appoints them can, and nobody can act on a host.
 */
export function mayActOn(actor: Role, target: Role): boolean {
  if (!may(actor, 'moderate') || may(target, 'appoint')) return false;
  return !may(target, 'moderate') || may(actor, 'appoint');
}
