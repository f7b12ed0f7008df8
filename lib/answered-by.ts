import { z } from 'zod/mini';

/** Whose words an answer is: `rules` is not a language model, and every surface says so. */
export const answeredBySchema = z.enum(['rules', 'model']);
