import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { createId, type Id } from '../../lib/ids.ts';
import type { Persona } from '../../lib/messages.ts';
import { type BuiltInPersona, builtInPersonas } from '../built-in-personas.ts';
import type { Db, Tx } from '../database.ts';
import { meetings } from '../schema/meetings.ts';
import { personas, personaVersions } from '../schema/personas.ts';

export type PersonaId = Id<'psn'>;
export type PersonaVersionId = Id<'psv'>;
type VersionRow = typeof personaVersions.$inferSelect;

/** A persona with its newest version. */
export interface StoredPersona {
  persona: typeof personas.$inferSelect;
  version: VersionRow;
}

export interface PersonaContent {
  content: Persona;
  language: string;
}

const isBuiltIn = inArray(
  personas.id,
  builtInPersonas.map(({ id }) => id),
);

const isNewest = sql`${personaVersions.version} = (
  select max(v.version) from persona_versions v where v.persona_id = ${personas.id})`;

function selectNewest(db: Tx) {
  return db
    .select({ persona: personas, version: personaVersions })
    .from(personas)
    .innerJoin(personaVersions, and(eq(personaVersions.personaId, personas.id), isNewest));
}

/** Those that come with Parley first, then by age. */
export function listPersonas(
  db: Tx,
  { builtInOnly = false, archived = false } = {},
): Promise<StoredPersona[]> {
  return selectNewest(db)
    .where(and(builtInOnly ? isBuiltIn : undefined, archived ? undefined : isNull(personas.archivedAt)))
    .orderBy(sql`${isBuiltIn} desc`, personas.createdAt, personas.id);
}

export async function findPersona(db: Tx, id: PersonaId): Promise<StoredPersona | null> {
  const [row] = await selectNewest(db).where(eq(personas.id, id));
  return row ?? null;
}

/** Every version of one persona, newest first, with the number of meetings that have it. */
export function listPersonaVersions(
  db: Tx,
  id: PersonaId,
): Promise<{ version: VersionRow; meetings: number }[]> {
  return db
    .select({ version: personaVersions, meetings: count(meetings.id) })
    .from(personaVersions)
    .leftJoin(meetings, eq(meetings.personaVersionId, personaVersions.id))
    .where(eq(personaVersions.personaId, id))
    .groupBy(personaVersions.id)
    .orderBy(desc(personaVersions.version));
}

/** Which version of which persona an id names, and how far that persona has come since. */
export async function findPersonaVersion(
  db: Tx,
  versionId: PersonaVersionId,
): Promise<{ version: VersionRow; newest: number } | null> {
  const newest = sql<number>`(
    select max(v.version) from persona_versions v where v.persona_id = ${personaVersions.personaId})`;
  const [row] = await db
    .select({ version: personaVersions, newest })
    .from(personaVersions)
    .where(eq(personaVersions.id, versionId));
  return row ?? null;
}

export async function insertPersona(
  db: Db,
  persona: PersonaContent & { ownerId: string },
): Promise<PersonaId> {
  const id = createId('psn');
  await db.transaction(async (tx) => {
    await tx.insert(personas).values({ id, ownerId: persona.ownerId });
    await insertVersion(tx, id, 1, persona);
  });
  return id;
}

/** Adds the version after `basedOn`; false when that one exists already. */
export function insertPersonaVersion(
  db: Tx,
  id: PersonaId,
  basedOn: number,
  content: PersonaContent,
): Promise<boolean> {
  return insertVersion(db, id, basedOn + 1, content);
}

async function insertVersion(
  db: Tx,
  personaId: PersonaId,
  version: number,
  { content, language }: PersonaContent,
): Promise<boolean> {
  const rows = await db
    .insert(personaVersions)
    .values({ id: createId('psv'), personaId, version, content, language })
    .onConflictDoNothing()
    .returning({ id: personaVersions.id });
  return rows.length > 0;
}

export async function setPersonaArchived(db: Tx, id: PersonaId, archived: boolean): Promise<void> {
  await db
    .update(personas)
    .set({ archivedAt: archived ? sql`coalesce(${personas.archivedAt}, now())` : null })
    .where(eq(personas.id, id));
}

/** Stores what comes with Parley: a new persona, or a new version of one whose text has changed since. */
export async function installBuiltInPersona(
  db: Tx,
  { id, content, language }: BuiltInPersona,
): Promise<void> {
  await db.insert(personas).values({ id }).onConflictDoNothing();
  const stored = await findPersona(db, id);
  const [same] = await db
    .select({ id: personaVersions.id })
    .from(personaVersions)
    .where(
      and(
        eq(personaVersions.personaId, id),
        eq(personaVersions.version, stored?.version.version ?? 0),
        eq(personaVersions.content, content),
        eq(personaVersions.language, language),
      ),
    );
  if (!same) await insertVersion(db, id, (stored?.version.version ?? 0) + 1, { content, language });
}
