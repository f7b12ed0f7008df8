import type { Persona } from '../../../../lib/messages.ts';
import type { PersonaView, WritePersona } from '../../../../lib/persona-messages.ts';

/** What stands in the form. */
export type Draft = Required<WritePersona>;

export const emptyDraft: Draft = {
  name: '',
  mode: 'addressed',
  greeting: '',
  instructions: '',
  voice: 'default',
  language: 'en',
};

export function draftOf({ content, language }: { content: Persona; language: string }): Draft {
  return { ...content, language };
}

/** True when saving would change something. */
export function isChanged(draft: Draft, persona: Pick<PersonaView, 'content' | 'language'>): boolean {
  const stored = draftOf(persona);
  return (Object.keys(stored) as (keyof Draft)[]).some((key) => stored[key] !== draft[key]);
}
