/** Somebody writes a persona, meets with it, and changes it in the call, on the whole real system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ParticipantInfo_State, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { becomeOwner, enterRoom } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-personas-'));

describe.skipIf(findChromium() === null)('personas in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 360, height: 740 });
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The name that LiveKit has for the agent in the only room. */
  const nameOfAgent = async () => {
    const { LIVEKIT_URL = '', LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '' } = instance.env;
    const rooms = new RoomServiceClient(
      LIVEKIT_URL.replace(/^ws/, 'http'),
      LIVEKIT_API_KEY,
      LIVEKIT_API_SECRET,
    );
    const [room] = await rooms.listRooms();
    const people = room ? await rooms.listParticipants(room.name) : [];
    const agents = people.filter(({ identity }) => identity.startsWith('ai-'));
    return agents.find(({ state }) => state === ParticipantInfo_State.ACTIVE)?.name ?? null;
  };

  it('lets a person write one and shows how it introduces itself', async () => {
    const { page } = ana;
    await becomeOwner(page, instance.url);
    await page.goto(`${instance.url}/personas`);
    await page.getByRole('heading', { name: 'Quiet observer' }).waitFor();
    await page.getByRole('link', { name: 'New persona' }).click();
    await page.getByLabel('Name', { exact: true }).fill('<b>Pia</b>');
    await page.getByLabel('Greeting').fill('Good morning, I am Pia.');
    await page.getByLabel('Instructions').fill('Listen.\n\nAnswer briefly.');
    await page.getByRole('region', { name: 'Preview' }).getByText('Good morning, I am Pia.').waitFor();
    await page.getByRole('button', { name: 'Create persona' }).click();
    await page.getByRole('heading', { name: '<b>Pia</b>', level: 1 }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Pia');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('Version 2').first().waitFor();
    await expect
      .poll(() => page.getByRole('region', { name: 'Versions' }).getByRole('listitem').count())
      .toBe(2);
  });

  it('brings the chosen one into a new meeting', async () => {
    const { page } = ana;
    await page.goto(instance.url);
    await page.getByLabel('AI participant').selectOption('Pia');
    await page.getByRole('button', { name: 'New meeting' }).click();
    await enterRoom(ana.page, 'Ana Ruiz');
    await ben.page.goto(page.url());
    await enterRoom(ben.page, 'Ben Carter');
    for (const visitor of [ana, ben]) {
      const tile = visitor.page.getByRole('region', { name: 'Pia, AI participant' });
      await tile.getByText('Listening').waitFor({ timeout: 30_000 });
    }
    expect(await nameOfAgent()).toBe('Pia');
  });

  it('changes it in the call for everyone, and the agent takes the name within a second', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Settings of Pia' }).click();
    await page.getByRole('menuitem', { name: 'Change AI participant' }).click();
    await page.getByRole('radio', { name: /Iris/ }).check();
    await page.getByRole('button', { name: 'Let it take over' }).click();
    const changedMs = Date.now();
    await expect.poll(nameOfAgent, { interval: 20, timeout: 5_000 }).toBe('Iris');
    expect(Date.now() - changedMs).toBeLessThan(1_000);
    // The notice goes after a few seconds, whether the agent listens again by then or not.
    await Promise.all(
      [ana, ben].map((visitor) => visitor.page.getByText('Iris is the AI participant now').waitFor()),
    );
    for (const visitor of [ana, ben]) {
      const tile = visitor.page.getByRole('region', { name: 'Iris, AI participant' });
      await tile.getByText('Listening').waitFor();
    }
    // Who does not host cannot.
    await expect.poll(() => ben.page.getByRole('button', { name: /^Settings of/ }).count()).toBe(0);
  });

  it('keeps the page clean of errors and of blocked content', () => {
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});
