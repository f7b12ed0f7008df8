import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

/** As a data URL; null until there is one. Kept in this browser, and seen by others only behind its owner. */
export const ownPicture = createRemembered<string | null>({
  key: 'parley.background-picture',
  schema: z.catch(z.nullable(z.string()), null),
});
