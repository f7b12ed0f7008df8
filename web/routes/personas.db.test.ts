import { beforeAll, describe, expect, it } from 'vitest';
import { builtInPersonas } from '../../db/built-in-personas.ts';
import { type PersonaView, personaAnswerSchema, personaDetailSchema } from '../../lib/persona-messages.ts';
import { shareTestWeb } from '../testing/share-test-web.ts';

const [nova] = builtInPersonas;
const written = { name: 'Pia', instructions: 'Listen.\n\nAnswer.', mode: 'addressed', greeting: 'Hello.' };

const web = await shareTestWeb();
const cookies = { owner: '', ana: '', ben: '' };
beforeAll(async () => {
  cookies.owner = (await web.signIn('owner@example.test')).cookie;
  cookies.ana = (await web.signIn('ana@example.test')).cookie;
  cookies.ben = (await web.signIn('ben@example.test')).cookie;
});

const call = (who: keyof typeof cookies | null, method: 'GET' | 'POST', path: string, body?: unknown) =>
  web.request(method, `/api/personas${path}`, { body, headers: who ? { cookie: cookies[who] } : {} });
const write = async (change: object = {}): Promise<PersonaView> =>
  personaAnswerSchema.parse((await call('ana', 'POST', '', { ...written, ...change })).body).persona;
const namesFor = async (who: keyof typeof cookies | null, query = '') => {
  const { body } = await call(who, 'GET', query);
  return (body as { personas: PersonaView[] }).personas.map(({ content }) => content.name);
};

describe('the list of personas', () => {
  it('shows people without an account what comes with Parley, and nothing that somebody wrote', async () => {
    await write({ name: 'Secret' });
    expect(await namesFor(null, '?archived=1')).toEqual(builtInPersonas.map(({ content }) => content.name));
    expect(await namesFor('ben')).toContain('Secret');
  });

  it('leaves archived ones out until they are restored', async () => {
    const { id } = await write({ name: 'Old' });
    expect((await call('ana', 'POST', `/${id}/archive`)).body).toMatchObject({ persona: { archived: true } });
    expect(await namesFor('ana')).not.toContain('Old');
    expect(await namesFor('ana', '?archived=1')).toContain('Old');
    await call('ana', 'POST', `/${id}/restore`);
    expect(await namesFor('ana')).toContain('Old');
  });
});

describe('editing', () => {
  it('adds a version, and counts the meetings that have each', async () => {
    const { id, version } = await write();
    const meet = () =>
      web.request('POST', '/api/meetings', { body: { personaId: id }, headers: { cookie: cookies.ben } });
    await meet();
    const saved = await call('ana', 'POST', `/${id}/versions`, {
      ...written,
      name: 'Pia 2',
      basedOn: version,
    });
    expect(saved.body).toMatchObject({ persona: { version: 2, content: { name: 'Pia 2' } } });
    expect((await meet()).body).toMatchObject({ meeting: { personaName: 'Pia 2' } });
    await meet();
    const { versions } = personaDetailSchema.parse((await call('ben', 'GET', `/${id}`)).body);
    expect(versions.map(({ version, content, meetings }) => [version, content.name, meetings])).toEqual([
      [2, 'Pia 2', 2],
      [1, 'Pia', 1],
    ]);
  });

  it('tells the second of two people who edit the same version', async () => {
    const { id } = await write();
    const save = () => call('ana', 'POST', `/${id}/versions`, { ...written, name: 'Mine', basedOn: 1 });
    const statuses = (await Promise.all([save(), save()])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
  });

  it('is for the author and the owner of the installation; others duplicate', async () => {
    const { id } = await write();
    const save = (who: keyof typeof cookies | null, basedOn: number) =>
      call(who, 'POST', `/${id}/versions`, { ...written, greeting: `by ${who}`, basedOn });
    expect((await save('ben', 1)).status).toBe(403);
    expect((await save(null, 1)).status).toBe(401);
    expect((await save('owner', 1)).status).toBe(200);
    expect((await call('ben', 'POST', `/${id}/archive`)).status).toBe(403);
    const copy = await call('ben', 'POST', `/${id}/duplicate`);
    expect(copy).toMatchObject({
      status: 201,
      body: { persona: { editable: true, version: 1, content: { name: 'Pia copy', greeting: 'by owner' } } },
    });
  });

  it('leaves alone what comes with Parley, but lets the owner archive it: then the next one is the usual one', async () => {
    const save = await call('owner', 'POST', `/${nova.id}/versions`, { ...written, basedOn: 1 });
    expect(save.status).toBe(403);
    await call('owner', 'POST', `/${nova.id}/archive`);
    const { meeting } = await web.createMeeting(cookies.ben);
    await call('owner', 'POST', `/${nova.id}/restore`);
    expect(meeting.personaName).toBe('Iris');
  });

  it('answers bad input with a sentence, and unknown ids with not found', async () => {
    const post = async (change: object) => {
      const { status, body } = await call('ana', 'POST', '', { ...written, ...change });
      return [status, (body as { error: { message: string } }).error.message];
    };
    expect(await post({ name: '\u200b' })).toEqual([400, 'Please enter a name.']);
    expect(await post({ name: 'x'.repeat(1_000_000) })).toEqual([400, expect.stringContaining('name')]);
    expect(await post({ instructions: '語'.repeat(7_000) })).toEqual([
      400,
      expect.stringContaining('Shorten'),
    ]);
    expect(await post({ mode: 'shouting' })).toEqual([400, expect.stringContaining('mode')]);
    for (const id of ['psn_01JD0000000000000000000000', 'x', '%00']) {
      expect((await call('ana', 'GET', `/${id}`)).status).toBe(404);
    }
  });
});
