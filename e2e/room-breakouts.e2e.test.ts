/** Breakout rooms between real browsers, on the whole real system. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoomServiceClient } from 'livekit-server-sdk';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, requireParts } from '../lib/config.ts';
import { meetingDetailsSchema, meetingListSchema } from '../lib/planning.ts';
import { createRoomService } from '../lib/room-control.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor, writeLoop } from './browser.ts';
import { becomeOwner, enterRoom } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-room-breakouts-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');

describe.skipIf(findChromium() === null)('breakout rooms', () => {
  let instance: Instance;
  let host: Visitor;
  let ana: Visitor;
  let ben: Visitor;
  let rooms: RoomServiceClient;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    rooms = createRoomService(requireParts(readConfig(instance.env), 'livekit').livekit);
    const microphone = (file: string) => {
      const loop = join(folder, `loop-${file}`);
      writeLoop(readFileSync(join(kickoff, file)), loop, 2_500);
      return loop;
    };
    host = await openVisitor();
    ana = await openVisitor({ microphone: microphone('13-ana.wav'), width: 1024 });
    ben = await openVisitor({ microphone: microphone('09-ben.wav'), width: 360, height: 740 });
    await becomeOwner(host.page, instance.url);
    const made = await host.page.context().request.post(`${instance.url}/api/meetings`, {
      headers: { origin: instance.url },
      data: { title: 'Launch' },
    });
    await host.page.goto(`${instance.url}/m/${(await made.json()).meeting.code}`);
    await enterRoom(host.page, 'Hana Mori');
    await host.page.getByRole('button', { name: 'Turn off microphone' }).click();
    for (const [visitor, name] of [
      [ana, 'Ana Ruiz'],
      [ben, 'Ben Carter'],
    ] as const) {
      await visitor.page.goto(host.page.url());
      await enterRoom(visitor.page, name);
    }
  });
  afterAll(async () => {
    for (const visitor of [host, ana, ben]) await visitor?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const bar = (page: Page) => page.getByRole('region', { name: 'Breakout rooms' });
  const people = (page: Page) => page.getByRole('list', { name: 'People in the meeting' });
  const isIn = (page: Page, room: string) => bar(page).getByText(`You are in ${room}`).waitFor();
  /** Pages go by themselves after ten seconds: a slow machine may not get to the button. */
  const goNow = (page: Page) =>
    bar(page)
      .getByRole('button', { name: 'Go now' })
      .click({ timeout: 12_000 })
      .catch(() => undefined);
  const dialog = () => host.page.getByRole('dialog', { name: 'Breakout rooms' });
  const read = async (path: string) =>
    (await host.page.context().request.get(`${instance.url}/api${path}`)).json();
  const findMain = async () => meetingListSchema.parse(await read('/meetings')).meetings;

  it('are planned and opened by the host', async () => {
    await host.page.getByRole('button', { name: 'Show people' }).click();
    await host.page.getByRole('button', { name: 'Breakout rooms' }).click();
    await dialog().getByLabel('Name of room 1').fill('Red');
    await dialog().getByLabel('Name of room 2').fill('Blue');
    await dialog().getByLabel('Room of Ana Ruiz').selectOption('Red');
    await dialog().getByLabel('Room of Ben Carter').selectOption('Blue');
    await dialog().getByRole('button', { name: 'Open rooms' }).click();
    await dialog().getByRole('button', { name: 'Join Red' }).waitFor();
  });

  it('take people with their microphones on, at once or by themselves, and keep them apart', async () => {
    await goNow(ana.page);
    await isIn(ana.page, 'Red');
    await people(ana.page).waitFor();
    await expect.poll(() => people(ana.page).getByText('Ben Carter').count()).toBe(0);
    await ana.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    const said = ana.page.getByRole('list', { name: 'Transcript' }).getByText(/second week of March/i);
    await said.first().waitFor({ timeout: 60_000 });
    await expect.poll(() => ana.page.getByText(/refund bug/i).count()).toBe(0);
    await isIn(ben.page, 'Blue');
  });

  it('go off the record with the main room, and back', async () => {
    const everyone = (page: Page) => page.getByText('The whole meeting is off the record.');
    await host.page.keyboard.press('Escape');
    await host.page.keyboard.press('Control+k');
    await host.page.getByRole('combobox', { name: 'Commands' }).fill('off the record');
    await host.page.keyboard.press('Enter');
    await host.page.getByText('Off the record, in all breakout rooms too.').waitFor();
    for (const { page } of [ana, ben]) await everyone(page).waitFor();
    await host.page.getByRole('button', { name: 'Back on the record' }).click();
    for (const { page } of [ana, ben]) await everyone(page).waitFor({ state: 'detached' });
  });

  it('let the host in everywhere', async () => {
    await bar(host.page).getByRole('button', { name: 'Manage rooms' }).click();
    await dialog().getByRole('button', { name: 'Join Blue' }).click();
    await isIn(host.page, 'Blue');
    await people(host.page).getByText('Ben Carter').first().waitFor();
    await host.page
      .getByRole('list', { name: 'Transcript' })
      .getByText(/refund bug/i)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  it('are found again after a reload', async () => {
    await ana.page.reload();
    await enterRoom(ana.page, 'Ana Ruiz');
    await goNow(ana.page);
    await isIn(ana.page, 'Red');
  });

  it('do not end the meeting, although nobody is in its main room', async () => {
    // LiveKit closes a room 20 s after the last one has left it.
    const [main] = await findMain();
    await expect.poll(() => rooms.listRooms([main?.id ?? '']), { timeout: 45_000 }).toEqual([]);
    expect(await findMain()).toEqual([expect.objectContaining({ id: main?.id, phase: 'live' })]);
  });

  it('hear the host, and close after a countdown: everyone is back in the main room', async () => {
    await bar(host.page).getByRole('button', { name: 'Manage rooms' }).click();
    await dialog().getByLabel('Tell all rooms').fill('Please come to an end.');
    await dialog().getByRole('button', { name: 'Send' }).click();
    await ana.page.getByText('Please come to an end.').waitFor();
    await ben.page.getByText('Please come to an end.').waitFor();
    await dialog().getByRole('button', { name: 'Close all rooms' }).click();
    await bar(ben.page).getByText('Closes in 0:').waitFor();
    await host.page.keyboard.press('Escape');
    for (const { page } of [host, ana, ben]) {
      await bar(page).waitFor({ state: 'detached', timeout: 60_000 });
      for (const name of ['Hana Mori', 'Ana Ruiz', 'Ben Carter']) {
        await people(page).getByText(name).first().waitFor();
      }
    }
    const nova = host.page.getByRole('region', { name: 'Nova, AI participant' });
    await nova.getByText(/Listening|Thinking|Speaking/).waitFor({ timeout: 60_000 });
  });

  it('have a transcript each, which stands with the meeting and nowhere else', async () => {
    const [main, ...others] = await findMain();
    expect(others).toEqual([]);
    const { breakouts } = meetingDetailsSchema.parse(await read(`/meetings/${main?.id}/details`));
    expect(breakouts.map(({ name, phase }) => [name, phase])).toEqual([
      ['Red', 'ended'],
      ['Blue', 'ended'],
    ]);
    const words = async (id?: string) => JSON.stringify(await read(`/meetings/${id}/transcript`));
    const [red, blue] = [await words(breakouts[0]?.id), await words(breakouts[1]?.id)];
    expect([red.includes('Ana Ruiz'), red.includes('Ben Carter')]).toEqual([true, false]);
    expect([blue.includes('Ana Ruiz'), blue.includes('Ben Carter')]).toEqual([false, true]);
    await host.page.goto(`${instance.url}/meetings/${main?.id}`);
    await host.page.getByRole('link', { name: 'Red' }).click();
    await host.page.getByRole('link', { name: 'Breakout room of Launch' }).waitFor();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([host, ana, ben])).toEqual([]);
  });
});
