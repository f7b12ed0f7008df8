/** Who comes in, who stays out and who may speak: a host and guests in real browsers, on the whole real system. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Room } from '@livekit/rtc-node';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Joined, joinedSchema } from '../lib/messages.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { createLiveKitPort } from '../web/livekit-port.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-host-controls-'));

describe.skipIf(findChromium() === null)('host controls', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  /** What web answered to the latest join of Ben's page: his tokens. */
  let benJoined: Joined;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    ana = await openVisitor();
    ben = await openVisitor({ width: 1024 });
    ben.page.on('response', async (response) => {
      if (!response.url().endsWith('/join') || response.status() !== 200) return;
      benJoined = joinedSchema.parse(await response.json());
    });
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = async (page: Page, name: string) => {
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('checkbox').check();
  };
  const inRoom = (page: Page) => page.getByRole('list', { name: 'People in the meeting' }).waitFor();
  const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name }).first().waitFor();
  const people = () => ana.page.getByRole('complementary', { name: 'People' });
  const menuOf = async (name: string, item: string) => {
    await people()
      .getByRole('button', { name: `Actions for ${name}` })
      .click();
    await ana.page.getByRole('menuitem', { name: item }).click();
  };

  it('let a guest in with the password and through the waiting room', async () => {
    await ana.page.goto(instance.url);
    await ana.page.getByLabel(/What is it about/).fill('Board meeting');
    await ana.page.getByRole('button', { name: 'New meeting' }).click();
    await fill(ana.page, 'Ana Ruiz');
    await ana.page.getByRole('button', { name: 'Join meeting' }).click();
    await inRoom(ana.page);
    await ana.page.getByRole('button', { name: 'Show people' }).click();
    await people().getByRole('switch', { name: 'Waiting room' }).click();
    await people().getByLabel('Password').fill('open sesame');
    await people().getByRole('button', { name: 'Set password' }).click();
    await people().getByText('New people need the password.').waitFor();

    await ben.page.goto(ana.page.url());
    await fill(ben.page, 'Ben Carter');
    await ben.page.getByLabel('Meeting password').fill('sesame');
    await ben.page.getByRole('button', { name: 'Join meeting' }).click();
    await ben.page.getByText('This is not the password.').waitFor();
    await ben.page.getByLabel('Meeting password').fill('open sesame');
    await ben.page.getByRole('button', { name: 'Join meeting' }).click();
    await heading(ben.page, /The host will let you in/);
    await people().getByRole('button', { name: 'Admit Ben Carter' }).click();
    await inRoom(ben.page);
    await people().getByText('Ben Carter').waitFor();
  });

  it('mute by asking, and take the microphone away over a rejoin until it is given back', async () => {
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
    await menuOf('Ben Carter', 'Ask to mute');
    await ben.page.getByText('Ana Ruiz asked you to mute').waitFor();
    await ben.page.getByRole('button', { name: 'Turn on microphone' }).click();
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();

    const oldToken = benJoined.token;
    await menuOf('Ben Carter', 'Take the microphone away');
    await ben.page.getByText('Only a host can give it back').first().waitFor();
    await ben.page.getByRole('button', { name: 'A host turned off your microphone' }).waitFor();

    // His page is closed, and he comes back with the token of before.
    const code = ben.page.url();
    await ben.page.goto('about:blank');
    const room = new Room();
    await room.connect(benJoined.serverUrl, oldToken, { autoSubscribe: false, dynacast: false });
    await expect
      .poll(() => room.localParticipant?.attributes['parley.silenced'], { timeout: 5_000 })
      .toBe('true');
    const {
      LIVEKIT_URL: url = '',
      LIVEKIT_API_KEY: apiKey = '',
      LIVEKIT_API_SECRET: apiSecret = '',
    } = instance.env;
    const port = createLiveKitPort({ url, publicUrl: url, apiKey, apiSecret });
    const inRoomNow = await port.listParticipants(benJoined.meeting.id);
    const his = inRoomNow.find((each) => each.identity === benJoined.participantId);
    expect(his).toMatchObject({ canPublish: true, canUseMicrophone: false });
    await room.disconnect();

    await ben.page.goto(code);
    await fill(ben.page, 'Ben Carter');
    await ben.page.getByRole('button', { name: 'Join meeting' }).click();
    await inRoom(ben.page);
    await ben.page.getByRole('button', { name: 'A host turned off your microphone' }).waitFor();
    await people().getByText('Microphone taken away').waitFor();
    await menuOf('Ben Carter', 'Give the microphone back');
    await ben.page.getByText('gave your microphone back').waitFor();
    await ben.page.getByRole('button', { name: 'Turn on microphone' }).click();
    await ben.page.getByRole('button', { name: 'Turn off microphone' }).waitFor();
  });

  it('make a co-host, who has the same controls, and take it back', async () => {
    await menuOf('Ben Carter', 'Make co-host');
    await ben.page.getByText('Ana Ruiz made you a co-host.').waitFor();
    await ben.page.getByRole('button', { name: 'Show people' }).click();
    const lock = ben.page.getByRole('switch', { name: 'Lock the meeting' });
    await lock.waitFor();
    await ben.page.getByRole('button', { name: 'Actions for Ana Ruiz' }).click();
    await expect.poll(() => ben.page.getByRole('menuitem').allTextContents()).toEqual(['Pin for me']);
    await ben.page.keyboard.press('Escape');
    await menuOf('Ben Carter', 'No longer co-host');
    await lock.waitFor({ state: 'detached' });
  });

  it('lock the meeting', async () => {
    const lock = people().getByRole('switch', { name: 'Lock the meeting' });
    await lock.click();
    await expect.poll(() => lock.getAttribute('aria-checked')).toBe('true');
    await using cleo = await openVisitor();
    await cleo.page.goto(ana.page.url());
    await heading(cleo.page, /This meeting is locked/);
    await lock.click();
    await expect.poll(() => lock.getAttribute('aria-checked')).toBe('false');
    await cleo.page.getByRole('button', { name: 'Try again' }).click();
    await cleo.page.getByLabel('Your name').waitFor();
  });

  it('remove someone, who cannot come back: not by link, and with an old token for no two seconds', async () => {
    const { serverUrl, token, participantId } = benJoined;
    await menuOf('Ben Carter', 'Remove from the meeting');
    await ana.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await heading(ben.page, /You were removed from this meeting/);
    await ben.page.goto(ana.page.url());
    await heading(ben.page, /You were removed from this meeting/);

    const room = new Room();
    const gone = Promise.withResolvers<number>();
    let joinedAt = 0;
    room.on('disconnected', () => gone.resolve(Date.now() - joinedAt));
    await room.connect(serverUrl, token, { autoSubscribe: false, dynacast: false });
    joinedAt = Date.now();
    expect(room.localParticipant?.identity).toBe(participantId);
    expect(await gone.promise).toBeLessThan(2_000);
    await people().getByText('Kept out (1)').waitFor();
  });

  it('logs no error in the browser', () => {
    expect(unexpectedErrors([ana, ben])).toEqual([]);
  });
});
