/** What passes about breakout rooms between browsers and web. People are named by their ids in the main room. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';

export const breakoutLimits = {
  /** Rooms that can be open at once; each with people in it has an AI participant. */
  rooms: 20,
  /** Characters of a room's name, after `cleanText`. */
  name: 60,
  minutes: 240,
  /** Characters of what a host tells all rooms: it fits into a LiveKit data packet. */
  message: 500,
  /** Between the host's word that rooms close and their closing: time to finish a sentence. */
  closingMs: 30_000,
} as const;

/** `assigned`: hosts say who goes where. `own`: everyone chooses. */
export const breakoutChoiceSchema = z.enum(['assigned', 'own']);
export type BreakoutChoice = z.infer<typeof breakoutChoiceSchema>;

export const openBreakoutsSchema = z.object({
  /** Who is in two rooms goes to the first. */
  rooms: z
    .array(
      z.object({
        name: z.string().check(z.maxLength(2_000)),
        people: z._default(z.array(idSchema('par')).check(z.maxLength(1_000)), []),
      }),
    )
    .check(z.minLength(1), z.maxLength(breakoutLimits.rooms)),
  choice: z._default(breakoutChoiceSchema, 'assigned'),
  /** After so many minutes they close by themselves; null: when a host closes them. */
  minutes: z._default(z.nullable(z.int().check(z.gte(1), z.lte(breakoutLimits.minutes))), null),
});
export type OpenBreakouts = z.input<typeof openBreakoutsSchema>;

/** `roomId: null` is the main room. */
export const movePersonSchema = z.object({ personId: idSchema('par'), roomId: z.nullable(idSchema('mtg')) });
export type MovePerson = z.infer<typeof movePersonSchema>;

export const tellRoomsSchema = z.object({ text: z.string().check(z.maxLength(2_000)) });

const breakoutPersonSchema = z.object({
  id: idSchema('par'),
  name: z.string(),
  /** In that room now. */
  here: z.boolean(),
  /** The room in which they have a place; null: none, or the one who asks is not to know. */
  seat: z.nullable(idSchema('mtg')),
  /** They go wherever they like: without a place they are not called back to the main room. */
  moderates: z.boolean(),
});
export type BreakoutPerson = z.infer<typeof breakoutPersonSchema>;

export const breakoutRoomSchema = z.object({
  /** A breakout room is a meeting of its own. */
  id: idSchema('mtg'),
  name: z.string(),
  /** Empty where the one who asks is not to know. */
  people: z.array(breakoutPersonSchema),
});
export type BreakoutRoom = z.infer<typeof breakoutRoomSchema>;

/** `GET /api/meetings/:id/breakouts`: rooms that are open, as one person may see them. */
export const breakoutsSchema = z.object({
  /** Null while none are open. */
  open: z.nullable(
    z.object({
      choice: breakoutChoiceSchema,
      /** Until they close; null when nobody knows. Not a time of day: the clocks of browsers are wrong. */
      closesInMs: z.nullable(z.number()),
      /** The main room is off the record, and with it every room. */
      offRecord: z.boolean(),
      rooms: z.array(breakoutRoomSchema),
      /** The room in which the one who asks has a place. */
      mine: z.nullable(idSchema('mtg')),
      /** For those who moderate: who else is in the main room and has no place in another. */
      others: z.array(breakoutPersonSchema),
    }),
  ),
});
export type Breakouts = z.infer<typeof breakoutsSchema>;
export type OpenRooms = NonNullable<Breakouts['open']>;
