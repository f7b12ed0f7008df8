/** Personas as pages and web exchange them. What a meeting's agent gets of one is `personaSchema` in messages.ts. */
import { z } from 'zod/mini';
import { idSchema } from './id-schema.ts';
import { personaSchema } from './messages.ts';

/** What people write; web cleans it, and refuses what is longer than `personaSchema` allows. */
export const writePersonaSchema = z.object({
  name: z.string().check(z.maxLength(2_000)),
  instructions: z.string().check(z.maxLength(20_000)),
  mode: personaSchema.shape.mode,
  voice: z._default(z.string().check(z.maxLength(80)), 'default'),
  greeting: z._default(z.string().check(z.maxLength(2_000)), ''),
  /** BCP 47 tag of the language that it speaks. */
  language: z._default(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 'en'),
});
export type WritePersona = z.input<typeof writePersonaSchema>;

/** A new version; refused with `conflict` when `basedOn` is not the current one any more. */
export const editPersonaSchema = z.extend(writePersonaSchema, { basedOn: z.int().check(z.gte(1)) });
export type EditPersona = z.input<typeof editPersonaSchema>;

export const personaViewSchema = z.object({
  id: idSchema('psn'),
  versionId: idSchema('psv'),
  /** Counts from 1. */
  version: z.int(),
  content: personaSchema,
  language: z.string(),
  /** Comes with Parley: can be duplicated, not edited. */
  builtIn: z.boolean(),
  /** The one who asks may save a new version of it. */
  editable: z.boolean(),
  /** The one who asks may archive and restore it. */
  archivable: z.boolean(),
  archived: z.boolean(),
  /** Unix time in milliseconds of the current version. */
  updatedAtMs: z.number(),
});
export type PersonaView = z.infer<typeof personaViewSchema>;
export const personaListSchema = z.object({ personas: z.array(personaViewSchema) });
export const personaAnswerSchema = z.object({ persona: personaViewSchema });

export const personaVersionSchema = z.object({
  id: idSchema('psv'),
  version: z.int(),
  content: personaSchema,
  language: z.string(),
  createdAtMs: z.number(),
  /** Meetings that have, or had, this version. */
  meetings: z.int(),
});
export type PersonaVersion = z.infer<typeof personaVersionSchema>;
/** One persona with all its versions, newest first. */
export const personaDetailSchema = z.object({
  persona: personaViewSchema,
  versions: z.array(personaVersionSchema),
});
export type PersonaDetail = z.infer<typeof personaDetailSchema>;

export const choosePersonaSchema = z.object({ personaId: idSchema('psn') });

/** The AI participant of one meeting: the copy that the meeting keeps, and the version that it was copied from. */
export const meetingPersonaSchema = z.object({
  content: personaSchema,
  source: z.nullable(
    z.object({
      personaId: idSchema('psn'),
      versionId: idSchema('psv'),
      version: z.int(),
      /** Newest version of the same persona now. */
      currentVersion: z.int(),
    }),
  ),
});
export type MeetingPersona = z.infer<typeof meetingPersonaSchema>;
