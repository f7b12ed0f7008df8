import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

/** Whether the picture of a meeting is shown while it is played; kept in this browser. */
export const pictureShown = createRemembered<boolean>({
  key: 'parley.picture',
  schema: z.catch(z.boolean(), true),
});
