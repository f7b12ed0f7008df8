import { z } from 'zod/mini';
import type { Id, IdPrefix } from './ids.ts';

/** A zod schema for ids of one kind. Apart from what makes ids: most pages of the browser app only read them. */
export function idSchema<P extends IdPrefix>(prefix: P) {
  return z.custom<Id<P>>(
    (value) => typeof value === 'string' && new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`).test(value),
    `is not a ${prefix}_ id`,
  );
}
