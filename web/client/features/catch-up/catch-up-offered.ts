import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

/** The meeting in which this was offered last: once is enough, also after a reload at once. */
export const catchUpOffered = createRemembered<string | null>({
  key: 'parley.catch-up',
  schema: z.catch(z.nullable(z.string()), null),
});
