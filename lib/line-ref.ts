import { z } from 'zod/mini';

/** A transcript line by its identity in the meeting. Epoch 0: only a recording has it, and nobody heard it live. */
export const lineRefSchema = z.object({ epoch: z.int().check(z.gte(0)), seq: z.int().check(z.gte(1)) });
