import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

const rememberedSchema = z.object({
  /** The meeting in which this person gets sound alone. */
  meetingId: z.string(),
  /** Their own camera was on before. */
  camera: z.boolean(),
});

/** Kept over a reload of the page, for one meeting; null where everything is shown. */
export const audioOnly = createRemembered<z.infer<typeof rememberedSchema> | null>({
  key: 'parley.audio-only',
  schema: z.catch(z.nullable(rememberedSchema), null),
});
