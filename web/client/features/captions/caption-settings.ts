import { z } from 'zod/mini';
import { createRemembered } from '../../ui/remembered.ts';

export const captionSizes = ['S', 'M', 'L', 'XL'] as const;
export type CaptionSize = (typeof captionSizes)[number];

/** Under the stage, above it, or over its lower edge. */
export const captionPlaces = ['bottom', 'top', 'over'] as const;
export type CaptionPlace = (typeof captionPlaces)[number];

const usual = { on: true, size: 'M', place: 'bottom' } as const;

const settingsSchema = z.object({
  on: z.catch(z.boolean(), usual.on),
  size: z.catch(z.enum(captionSizes), usual.size),
  place: z.catch(z.enum(captionPlaces), usual.place),
});
type CaptionSettings = z.infer<typeof settingsSchema>;

/** How a person reads what is being said; kept in this browser. */
export const captionSettings = createRemembered<CaptionSettings>({
  key: 'parley.captions',
  schema: z.catch(settingsSchema, usual),
});

export function changeCaptions(change: Partial<CaptionSettings>): void {
  captionSettings.set({ ...captionSettings.get(), ...change });
}
