/** What those who moderate a meeting see and change. */
import { z } from 'zod/mini';
import { whoMayDrawSchema } from './board-messages.ts';
import { idSchema } from './id-schema.ts';
import { admissions, limits, whoMaySchema } from './messages.ts';
import { roleSchema } from './roles.ts';

/** One person as those who moderate see them. */
export const personSchema = z.object({
  id: idSchema('par'),
  name: z.string(),
  role: roleSchema,
  admission: z.enum(admissions),
  /** In the room now. */
  present: z.boolean(),
  /** A host took the microphone away. */
  silenced: z.boolean(),
  /** Whether a host lets them draw on the whiteboard; null: as the rule says. */
  pen: z.nullable(z.boolean()),
});
export type Person = z.infer<typeof personSchema>;

export const meetingSettingsSchema = z.object({
  locked: z.boolean(),
  waitingRoom: z.boolean(),
  hasPassword: z.boolean(),
  maxPeople: z.nullable(z.int()),
  whoMayChat: whoMaySchema,
  whoMayShare: whoMaySchema,
  whoMayPoll: whoMaySchema,
  whoMayDraw: whoMayDrawSchema,
  /** Newcomers come in with the microphone off. */
  muteOnJoin: z.boolean(),
});
export type MeetingSettings = z.infer<typeof meetingSettingsSchema>;

/** `GET /api/meetings/:id/people`, for those who moderate. */
export const peopleSchema = z.object({ people: z.array(personSchema), settings: meetingSettingsSchema });
export type People = z.infer<typeof peopleSchema>;

/** `POST /api/meetings/:id/settings`: what is left out stays as it is; `null` drops password or limit. */
export const changeSettingsSchema = z.object({
  locked: z.optional(z.boolean()),
  waitingRoom: z.optional(z.boolean()),
  password: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(limits.password)))),
  maxPeople: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(limits.people)))),
  whoMayChat: z.optional(whoMaySchema),
  whoMayShare: z.optional(whoMaySchema),
  whoMayPoll: z.optional(whoMaySchema),
  whoMayDraw: z.optional(whoMayDrawSchema),
  muteOnJoin: z.optional(z.boolean()),
});
export type ChangeSettings = z.infer<typeof changeSettingsSchema>;

export const silencePersonSchema = z.object({ silenced: z.boolean() });
/** `participant` takes the role of a co-host back. */
export const changeRoleSchema = z.object({ role: z.enum(['cohost', 'participant']) });
