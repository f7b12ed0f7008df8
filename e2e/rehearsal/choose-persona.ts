import type { PersonaView } from '../../lib/persona-messages.ts';
import type { ApiClient } from './api-client.ts';

/**
 * The persona of that name. Where there is none, someone with an account writes one; without an account there is
 * nobody who could, and it is an error that names those to choose from.
 */
export async function choosePersona(
  api: Pick<ApiClient, 'listPersonas' | 'renamePersona'>,
  name: string,
  { hasAccount }: { hasAccount: boolean },
): Promise<PersonaView> {
  const personas = await api.listPersonas();
  const known = personas.find(({ content }) => content.name.toLowerCase() === name.toLowerCase());
  if (known) return known;
  const [first] = personas;
  if (hasAccount && first) return api.renamePersona(first, name);
  const names = personas.map(({ content }) => content.name).join(', ');
  throw new Error(`there is no AI participant called ${name} to choose; there are ${names}`);
}
