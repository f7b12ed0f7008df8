/** A browser whose network goes away and comes back: afterwards it shows what the others see. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor, writeLoop } from './browser.ts';
import { type Cut, cutNetwork } from './cut-network.ts';
import { enterRoom, hostMeeting } from './room-people.ts';
import { readScreen } from './room-screen-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-reconnect-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');

/** LiveKit notices a dead connection after 15 s of silence, and a browser may try for as long to come back. */
const patience = { timeout: 60_000 };

/** Refused requests, and what livekit-client logs while it tries to come back. */
const duringReconnect = /status of 4\d\d|negotiation timed out|re-publish tracks|track dimensions/;

describe.skipIf(findChromium() === null)('a lost connection', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let cleo: Visitor;
  let cut: Cut;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    const loop = join(folder, 'ana.wav');
    writeLoop(readFileSync(join(kickoff, '13-ana.wav')), loop, 2_500);
    ana = await openVisitor({ microphone: loop });
    ben = await openVisitor({ width: 1500 });
    cleo = await openVisitor({ width: 1500 });
    await hostMeeting(ana.page, instance.url, { title: 'Launch', name: 'Ana Ruiz' });
    await ana.page.getByRole('button', { name: 'Turn off microphone' }).click();
    await ana.page.getByRole('button', { name: 'Show people' }).click();
    for (const [visitor, name] of [
      [ben, 'Ben Carter'],
      [cleo, 'Cleo Park'],
    ] as const) {
      await visitor.page.goto(ana.page.url());
      await enterRoom(visitor.page, name);
    }
  });
  afterAll(async () => {
    for (const visitor of [ana, ben, cleo]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'Connection lost' });
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const actOn = async (name: string, item: string) => {
    await press(ana.page, `Actions for ${name}`);
    await ana.page.getByRole('menuitem', { name: item }).click();
  };
  const write = async (page: Page, text: string) => {
    await page.getByLabel('Message to everyone').fill(text);
    await page.getByLabel('Message to everyone').press('Enter');
  };
  const saidLines = (page: Page) => page.getByRole('list', { name: 'Transcript' }).getByRole('listitem');

  it('is told, with what is kept', async () => {
    await press(ben.page, 'Raise hand');
    await press(ben.page, 'Show chat');
    cut = await cutNetwork(ben.page);
    await banner(ben.page).getByText('Others cannot hear or see you').waitFor(patience);
  });

  it('keeps nobody else from going on', async () => {
    await press(cleo.page, 'Show chat');
    await write(cleo.page, 'Ben is gone, we go on.');
    await press(cleo.page, 'Raise hand');
    await press(cleo.page, 'Share screen');
    await ana.page.getByRole('region', { name: 'Screen of Cleo Park' }).waitFor(patience);
    await press(ana.page, 'Record');
    await press(ana.page, 'Turn on microphone');
    await saidLines(cleo.page).filter({ hasText: 'second week of March' }).first().waitFor(patience);
    await press(ana.page, 'Turn off microphone');
    await actOn('Cleo Park', 'Make co-host');
    await ana.page.getByRole('switch', { name: 'Share a screen' }).click();
    await ana.page.getByRole('switch', { name: 'Write in the chat' }).click();
  });

  it('comes back to what everyone sees, in every part of the room', async () => {
    // Long enough for the server to give the person up: they come back as a new connection.
    await ana.page
      .getByRole('list', { name: 'People who are here' })
      .getByText('Ben Carter')
      .waitFor({ state: 'detached', ...patience });
    await cut.restore();
    await banner(ben.page).waitFor({ state: 'detached', ...patience });
    await ben.page.getByText('Only hosts can write right now.').waitFor(patience);
    // A connection that was taken up again can turn out dead: the browser then connects a second time.
    const screen = await vi.waitFor(async () => {
      const seen = await readScreen(ben.page);
      expect(seen).toEqual(await readScreen(cleo.page));
      expect(seen.people).toEqual(['Ana Ruiz Host', 'Ben Carter Guest', 'Cleo Park Co-host']);
      return seen;
    }, patience);
    expect(screen.hands).toContain('Cleo Park');
    expect(screen.screens).toEqual(['Cleo Park']);
    expect(screen.recording).toBe(true);
    expect(screen.chat.at(-1)).toContain('Ben is gone, we go on.');
    expect(screen.lines.join()).toMatch(/second week of March/i);
  }, 300_000);

  it('obeys what was decided about the person meanwhile', async () => {
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    const second = await cutNetwork(ben.page);
    await actOn('Ben Carter', 'Take the microphone away');
    await banner(ben.page).waitFor(patience);
    await second.restore();
    await banner(ben.page).waitFor({ state: 'detached', ...patience });
    await ben.page.getByRole('button', { name: 'A host turned off your microphone' }).waitFor(patience);
    await ana.page.getByText('Microphone taken away').waitFor(patience);
  }, 240_000);

  it('of a host leaves the host a host, and the door as it was', async () => {
    await ana.page.getByRole('switch', { name: 'Waiting room' }).click();
    const lost = await cutNetwork(ana.page);
    await banner(ana.page).waitFor(patience);
    await using dan = await openVisitor();
    await dan.page.goto(cleo.page.url());
    await dan.page.getByLabel('Your name').fill('Dan Moss');
    await dan.page.getByRole('checkbox').check();
    await press(dan.page, 'Ask to join');
    await dan.page.getByRole('heading', { name: 'The host will let you in' }).waitFor();
    // As a notice, or in the list where that is open.
    await cleo.page
      .getByText(/Dan Moss/)
      .first()
      .waitFor(patience);
    await lost.restore();
    await banner(ana.page).waitFor({ state: 'detached', ...patience });
    await ana.page
      .getByRole('region', { name: 'Waiting to be let in' })
      .getByRole('button', { name: /Admit/ })
      .click(patience);
    await dan.page.getByRole('list', { name: 'People in the meeting' }).waitFor(patience);
  });

  it('of an older tab does not bring that tab back over a newer one', async () => {
    const older = ben.page;
    const offline = await cutNetwork(older);
    const newer = await older.context().newPage();
    await newer.goto(ana.page.url());
    await enterRoom(newer, 'Ben Carter');
    await older.getByRole('heading', { name: 'You joined from another tab or device' }).waitFor();
    await offline.restore();
    await newer.waitForTimeout(5_000);
    await expect.poll(() => newer.getByRole('list', { name: 'People in the meeting' }).count()).toBe(1);
    await older.getByRole('button', { name: 'Use this one instead' }).waitFor();
    await newer.close();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben, cleo], duringReconnect)).toEqual([]);
  });
});
