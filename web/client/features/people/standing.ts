import { personAttributes } from '../../../../lib/messages.ts';
import { type Role, roleSchema } from '../../../../lib/roles.ts';

/** What someone is in this meeting, as the server wrote it into the attributes of their participant. */
export interface Standing {
  role: Role;
  silenced: boolean;
}

export function standingOf(attributes: Readonly<Record<string, string>> | undefined): Standing {
  const role = roleSchema.safeParse(attributes?.[personAttributes.role]);
  return {
    role: role.success ? role.data : 'guest',
    silenced: attributes?.[personAttributes.silenced] === 'true',
  };
}

/** How often a host has asked them to turn the microphone off; null while LiveKit has not said. */
export function muteAsksOf(attributes: Readonly<Record<string, string>>): number | null {
  const asks = attributes[personAttributes.muteAsks];
  return asks === undefined ? null : Number(asks);
}

/** What to call a role on screen; null for those who need no word. */
export function labelOfRole(role: Role): string | null {
  switch (role) {
    case 'host':
      return 'Host';
    case 'cohost':
      return 'Co-host';
    case 'participant':
      return null;
    case 'viewer':
      return 'Viewer';
    case 'guest':
      return 'Guest';
    default:
      return role satisfies never;
  }
}
