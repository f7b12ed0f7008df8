/** The picture of a meeting on its page, in a browser: beside the transcript, on the clock of the meeting. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFolderOf } from '../db/queries/egresses.ts';
import { listRecordings } from '../db/queries/recordings.ts';
import { recordingEgresses } from '../db/schema/egresses.ts';
import { recordings } from '../db/schema/recordings.ts';
import { createId } from '../lib/ids.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { openVisitor, unexpectedErrors, type Visitor } from './browser.ts';
import { type KickoffPage, openKickoffPage } from './kickoff-page.ts';
import { greyOf, makeFilm } from './make-film.ts';

/** Of `e2e/fixtures/kickoff`: "Good. Then I propose that we move the launch". */
const proposal = { line: '1.10', startMs: 40_750 };
/** There is a picture of so much of it. */
const film = { startMs: 39_000, seconds: 6 };

describe.skipIf(findChromium() === null)('the picture of a meeting', () => {
  let kickoff: KickoffPage;
  let ana: Visitor;
  const asked: string[] = [];

  beforeAll(async () => {
    kickoff = await openKickoffPage();
    ana = await openVisitor();
    await ana.page.goto(`${kickoff.url}/sign-in`);
    await keepFilm(kickoff, await makeFilm(ana.page, film.seconds));
    const [name = '', ...value] = kickoff.cookie.split('=');
    await ana.page.context().addCookies([{ name, value: value.join('='), url: kickoff.url }]);
    ana.page.on('request', (request) => asked.push(request.url()));
    await ana.page.goto(`${kickoff.url}/meetings/${kickoff.meetingId}`);
    await ana.page.getByRole('region', { name: 'Video' }).waitFor();
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await kickoff?.[Symbol.asyncDispose]();
  });

  const video = () => ana.page.getByLabel('Video of the meeting');
  const playing = () => ana.page.locator('section[data-status="playing"]').waitFor();
  const source = () => video().evaluate((element: HTMLVideoElement) => element.currentSrc);
  const tracks = () =>
    video().evaluate((element: HTMLVideoElement) => [
      element.textTracks[0]?.mode,
      ...Array.from(element.textTracks[0]?.activeCues ?? [], (cue) => (cue as VTTCue).text),
    ]);
  /** The second of the film that is shown, by its grey. */
  const secondShown = () =>
    video().evaluate((element: HTMLVideoElement) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
      const pen = canvas.getContext('2d');
      pen?.drawImage(element, 0, 0, 1, 1);
      return pen?.getImageData(0, 0, 1, 1).data[0] ?? 0;
    });

  it('is fetched only when somebody plays it, and then from the second that was clicked', async () => {
    const { page } = ana;
    expect(asked.filter((url) => url.endsWith('/picture'))).toEqual([]);
    const decisions = page.getByRole('region', { name: 'Decisions' });
    await decisions.getByRole('button', { name: 'Go to 0:40, Ana Ruiz' }).click();
    await playing();
    expect(await source()).toMatch(/\/picture$/);
    await page.locator(`[data-line="${proposal.line}"][data-highlighted]`).waitFor();
    const beganSeconds = (proposal.startMs - film.startMs) / 1_000;
    const atSeconds = await video().evaluate((element: HTMLVideoElement) => element.currentTime);
    expect(atSeconds).toBeGreaterThanOrEqual(beganSeconds - 0.1);
    // By now it may be a second later; compression changes greys a little.
    expect(await secondShown()).toBeGreaterThan(greyOf(Math.floor(beganSeconds)) - 10);
  });

  it('goes on as sound where it ends, on the same clock', async () => {
    const { page } = ana;
    await page.getByText('There is no picture of this part, only sound.').waitFor();
    await playing();
    expect(await source()).toMatch(/\/sound$/);
    const meetingMs = Number(await page.getByRole('slider', { name: 'Place in the meeting' }).inputValue());
    expect(meetingMs).toBeGreaterThanOrEqual(film.startMs + (film.seconds - 1) * 1_000);
    expect(meetingMs).toBeLessThan(film.startMs + (film.seconds + 10) * 1_000);
    await page.keyboard.press('k');
  });

  it('has the words of the transcript in it', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Captions on' }).click();
    await page.getByRole('button', { name: 'Go to 0:40', exact: true }).first().click();
    await expect.poll(tracks).toContainEqual(expect.stringMatching(/^Ana Ruiz: /));
    expect((await tracks())[0]).toBe('showing');
    await page.keyboard.press('k');
    await page.getByRole('button', { name: 'Captions off' }).click();
    await expect.poll(tracks).toEqual(['hidden']);
  });

  it('can be hidden, and the sound plays on from where it was', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Go to 0:40', exact: true }).first().click();
    await playing();
    await page.getByRole('button', { name: 'Hide the video' }).click();
    await expect.poll(source).toMatch(/\/sound$/);
    await playing();
    const meetingMs = Number(await page.getByRole('slider', { name: 'Place in the meeting' }).inputValue());
    expect(meetingMs).toBeGreaterThanOrEqual(proposal.startMs - 500);
    await page.reload();
    await page.getByRole('button', { name: 'Show the video' }).click();
    await page.getByRole('button', { name: 'Play the video' }).waitFor();
    expect(unexpectedErrors([ana])).toEqual([]);
  });
});

/** Lies there as LiveKit Egress would have left it. */
async function keepFilm({ database, meetingId, recordingsFolder }: KickoffPage, content: Buffer) {
  const { db } = database;
  const [recording] = await listRecordings(db, meetingId);
  if (!recording) throw new Error('the meeting was not recorded');
  const id = createId('fil');
  const folder = pictureFolderOf(meetingId, recording.id);
  await mkdir(join(recordingsFolder, folder), { recursive: true });
  await writeFile(join(recordingsFolder, folder, `${id}.mp4`), content);
  await db.update(recordings).set({ picture: true });
  const [{ zero } = { zero: 0 }] = await database.sql<{ zero: number }[]>`
    select extract(epoch from started_at)::float8 * 1000 as zero from meetings where id = ${meetingId}`;
  await db.insert(recordingEgresses).values({
    ...{ id, meetingId, recordingId: recording.id, location: `${folder}/${id}.mp4`, state: 'over' },
    ...{ firstSampleAt: new Date(zero + film.startMs), collectedAt: new Date() },
    ...{ durationMs: film.seconds * 1_000, bytes: content.length },
  });
}
