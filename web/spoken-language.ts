import { ParleyError } from '../lib/errors.ts';
import type { WebContext } from './context.ts';

/** The language (BCP 47) when the speech-to-text understands it; throws `bad_request` with a sentence otherwise. */
export function understoodLanguage({ config }: Pick<WebContext, 'config'>, language: string): string {
  const understood = config.speech?.languages ?? ['*'];
  if (understood.includes('*') || understood.includes(language.split('-')[0] ?? '')) return language;
  throw new ParleyError(
    'bad_request',
    `The speech-to-text of this installation understands ${understood.join(', ')}, not "${language}".`,
  );
}
