/** What passes about the one shared screen of a meeting between browsers and web. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

/** `from`: whose share it replaces, after the person was asked; null when nobody seems to share. */
export const takeScreenSchema = z.object({ from: z.nullable(idSchema('par')) });
export type TakeScreen = z.infer<typeof takeScreenSchema>;

/** Who may share now. The caller when `granted`; else somebody else was first, or came in between. */
export const screenHolderSchema = z.object({
  granted: z.boolean(),
  holder: z.object({ id: idSchema('par'), name: z.string() }),
});
export type ScreenHolder = z.infer<typeof screenHolderSchema>;
