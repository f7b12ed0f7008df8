import { beforeAll, describe, expect, it } from 'vitest';
import { shareTestDatabase } from '../../local/testing/test-database.ts';
import { builtInPersonas } from '../built-in-personas.ts';
import { migrateDatabase } from '../migrate.ts';
import { users } from '../schema/accounts.ts';
import {
  findPersona,
  insertPersona,
  insertPersonaVersion,
  installBuiltInPersona,
  listPersonas,
  listPersonaVersions,
  setPersonaArchived,
} from './personas.ts';

const database = await shareTestDatabase();
beforeAll(async () => {
  await database.db.insert(users).values({ id: 'usr_ana', name: 'Ana', email: 'ana@example.org' });
});

const nova = builtInPersonas[0];
const write = (name: string) => ({ content: { ...nova.content, name }, language: 'en' });

describe('the personas that come with Parley', () => {
  it('are in every migrated database, Nova first, and stay at version 1 however often it is migrated', async () => {
    await migrateDatabase(database.url);
    await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)]);
    const listed = await listPersonas(database.db, { builtInOnly: true });
    expect(listed.map(({ version }) => [version.content.name, version.version])).toEqual(
      builtInPersonas.map(({ content }) => [content.name, 1]),
    );
    expect(listed[0]?.version.content).toEqual(nova.content);
  });

  it('get a new version when their text changes, and stay archived', async () => {
    const changed = { ...nova, content: { ...nova.content, greeting: 'Good morning.' } };
    await setPersonaArchived(database.db, nova.id, true);
    await installBuiltInPersona(database.db, changed);
    await installBuiltInPersona(database.db, changed);
    const found = await findPersona(database.db, nova.id);
    expect([found?.version.version, found?.version.content.greeting]).toEqual([2, 'Good morning.']);
    expect(found?.persona.archivedAt).toBeInstanceOf(Date);
    await setPersonaArchived(database.db, nova.id, false);
    await installBuiltInPersona(database.db, nova);
    expect((await listPersonaVersions(database.db, nova.id)).map(({ version }) => version.version)).toEqual([
      3, 2, 1,
    ]);
  });
});

describe(insertPersonaVersion, () => {
  it('lets one of two people save who edited the same version', async () => {
    const id = await insertPersona(database.db, { ...write('Pia'), ownerId: 'usr_ana' });
    const saved = await Promise.all(
      ['Pia A', 'Pia B'].map((name) => insertPersonaVersion(database.db, id, 1, write(name))),
    );
    expect(saved.toSorted()).toEqual([false, true]);
    expect((await findPersona(database.db, id))?.version.version).toBe(2);
  });
});

describe(listPersonas, () => {
  it('leaves out archived ones unless asked, and those of people when asked', async () => {
    const id = await insertPersona(database.db, { ...write('Old'), ownerId: 'usr_ana' });
    await setPersonaArchived(database.db, id, true);
    const names = async (options: object) =>
      (await listPersonas(database.db, options)).map(({ version }) => version.content.name);
    expect(await names({})).not.toContain('Old');
    expect(await names({ archived: true })).toContain('Old');
    expect(await names({ archived: true, builtInOnly: true })).not.toContain('Old');
  });
});
