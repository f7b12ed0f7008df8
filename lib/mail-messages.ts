/** What the links in mails say to web. Parsed on both sides, like `messages.ts`. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

/** `/api/unsubscribe/:token`. */
export const subscriptionSchema = z.object({ address: z.string(), subscribed: z.boolean() });
export type Subscription = z.infer<typeof subscriptionSchema>;

/** `POST /api/read-links`. */
export const openReadLinkSchema = z.object({ token: z.string().check(z.maxLength(300)) });
export const readLinkAnswerSchema = z.object({ meetingId: idSchema('mtg') });
