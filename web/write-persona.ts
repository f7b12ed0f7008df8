import type { PersonaContent } from '../db/queries/personas.ts';
import { ParleyError } from '../lib/errors.ts';
import { limits, type Persona, personaSchema } from '../lib/messages.ts';
import type { WritePersona } from '../lib/persona-messages.ts';
import { cleanParagraphs, cleanText } from '../lib/text.ts';
import type { WebContext } from './context.ts';
import { understoodLanguage } from './spoken-language.ts';

/**
 * What somebody wrote, as it may be stored: cleaned, in a language that is understood here, and small enough for a
 * room. Throws `bad_request` that says what to change.
 */
export function cleanPersona(context: Pick<WebContext, 'config'>, written: WritePersona): PersonaContent {
  const content: Persona = {
    name: cleanText(written.name, limits.name),
    instructions: cleanParagraphs(written.instructions, 20_000),
    mode: written.mode,
    voice: cleanText(written.voice ?? 'default', 80) || 'default',
    greeting: cleanText(written.greeting ?? '', 2_000),
  };
  if (content.name === '') throw new ParleyError('bad_request', 'Please enter a name.');
  const parsed = personaSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0] ?? 'persona');
    const longest = { instructions: 8_000, greeting: 500 }[field];
    throw new ParleyError(
      'bad_request',
      longest ? `The ${field} may have ${longest} characters at most.` : `The ${field} cannot be used.`,
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(content));
  if (bytes > limits.persona) {
    throw new ParleyError(
      'bad_request',
      `This persona needs ${bytes} bytes, and a room has space for ${limits.persona}. Shorten its instructions.`,
    );
  }
  return { content, language: understoodLanguage(context, written.language ?? 'en') };
}
