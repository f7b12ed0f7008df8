import type { RateLimit } from '../rate-limit.ts';

/** Of one host, all changes to the rooms together. Each makes every page ask; a host who seats people by hand is slower. */
export const breakoutPace: RateLimit = { name: 'breakout-change', max: 60, windowMs: 60_000 };
