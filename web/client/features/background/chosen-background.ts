import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

const backgroundSchema = z.enum(['off', 'slight', 'strong', 'warm', 'cool', 'own']);
/** As it is, blurred slightly or strongly, before a plain wall, or before a picture of one's own. */
export type Background = z.infer<typeof backgroundSchema>;
/** What hides the background. */
export type Backdrop = Exclude<Background, 'off'>;
export type Blur = 'slight' | 'strong';

export const isBlur = (backdrop: Backdrop): backdrop is Blur =>
  backdrop === 'slight' || backdrop === 'strong';

/** For every meeting in this browser. */
export const chosenBackground = createRemembered<Background>({
  key: 'parley.background',
  schema: z.catch(backgroundSchema, 'off'),
});
