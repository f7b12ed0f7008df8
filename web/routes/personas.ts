import { Hono } from 'hono';
import {
  findPersona,
  insertPersona,
  insertPersonaVersion,
  listPersonas,
  listPersonaVersions,
  type StoredPersona,
  setPersonaArchived,
} from '../../db/queries/personas.ts';
import { ParleyError } from '../../lib/errors.ts';
import { idSchema } from '../../lib/id-schema.ts';
import type { Id } from '../../lib/ids.ts';
import { limits } from '../../lib/messages.ts';
import {
  editPersonaSchema,
  type PersonaDetail,
  type PersonaView,
  writePersonaSchema,
} from '../../lib/persona-messages.ts';
import { cleanText } from '../../lib/text.ts';
import type { WebContext } from '../context.ts';
import { isBuiltIn } from '../meeting-persona.ts';
import { parseBody } from '../parse-body.ts';
import { currentUser, requireUser, type User } from '../session.ts';
import { cleanPersona } from '../write-persona.ts';

const personaId = idSchema('psn');

/** Personas: everybody with an account sees and uses all; the author and the owner of the installation change. */
export function personaRoutes(context: WebContext): Hono {
  const { db } = context.database;
  const app = new Hono();

  const find = async (id: string): Promise<StoredPersona> => {
    const parsed = personaId.safeParse(id);
    const found = parsed.success ? await findPersona(db, parsed.data) : null;
    if (!found) throw new ParleyError('not_found', 'There is no such persona.');
    return found;
  };
  const answer = async (id: Id<'psn'>, user: User) => ({ persona: personaView(await find(id), user) });

  app.get('/', async (c) => {
    const user = await currentUser(context, c);
    const archived = user !== null && c.req.query('archived') === '1';
    const stored = await listPersonas(db, { builtInOnly: user === null, archived });
    return c.json({ personas: stored.map((each) => personaView(each, user)) });
  });

  app.post('/', async (c) => {
    const user = await requireUser(context, c);
    const content = cleanPersona(context, await parseBody(c, writePersonaSchema));
    const id = await insertPersona(db, { ...content, ownerId: user.id });
    return c.json(await answer(id, user), 201);
  });

  app.get('/:id', async (c) => {
    const user = await requireUser(context, c);
    const stored = await find(c.req.param('id'));
    const versions = await listPersonaVersions(db, stored.persona.id);
    return c.json({
      persona: personaView(stored, user),
      versions: versions.map(({ version, meetings }) => ({
        id: version.id,
        version: version.version,
        content: version.content,
        language: version.language,
        createdAtMs: version.createdAt.getTime(),
        meetings,
      })),
    } satisfies PersonaDetail);
  });

  app.post('/:id/versions', async (c) => {
    const user = await requireUser(context, c);
    const stored = await find(c.req.param('id'));
    if (!mayEdit(stored, user)) {
      throw new ParleyError('forbidden', 'This persona is not yours. Duplicate it to change it.');
    }
    const { basedOn, ...written } = await parseBody(c, editPersonaSchema);
    const content = cleanPersona(context, written);
    const newest = stored.version.version === basedOn;
    if (!newest || !(await insertPersonaVersion(db, stored.persona.id, basedOn, content))) {
      throw new ParleyError('conflict', 'Somebody else has changed this persona in the meantime.');
    }
    return c.json(await answer(stored.persona.id, user));
  });

  app.post('/:id/duplicate', async (c) => {
    const user = await requireUser(context, c);
    const { version } = await find(c.req.param('id'));
    const name = cleanText(`${version.content.name.slice(0, limits.name - 5)} copy`, limits.name);
    const id = await insertPersona(db, {
      content: { ...version.content, name },
      language: version.language,
      ownerId: user.id,
    });
    return c.json(await answer(id, user), 201);
  });

  for (const [action, archived] of [
    ['archive', true],
    ['restore', false],
  ] as const) {
    app.post(`/:id/${action}`, async (c) => {
      const user = await requireUser(context, c);
      const stored = await find(c.req.param('id'));
      if (!mayArchive(stored, user)) {
        throw new ParleyError('forbidden', `This persona is not yours to ${action}.`);
      }
      await setPersonaArchived(db, stored.persona.id, archived);
      return c.json(await answer(stored.persona.id, user));
    });
  }

  return app;
}

function mayArchive({ persona }: StoredPersona, user: User): boolean {
  return user.role === 'owner' || persona.ownerId === user.id;
}

function mayEdit(stored: StoredPersona, user: User): boolean {
  return mayArchive(stored, user) && !isBuiltIn(stored.persona.id);
}

function personaView(stored: StoredPersona, user: User | null): PersonaView {
  const { persona, version } = stored;
  return {
    id: persona.id,
    versionId: version.id,
    version: version.version,
    content: version.content,
    language: version.language,
    builtIn: isBuiltIn(persona.id),
    editable: user !== null && mayEdit(stored, user),
    archivable: user !== null && mayArchive(stored, user),
    archived: persona.archivedAt !== null,
    updatedAtMs: version.createdAt.getTime(),
  };
}
