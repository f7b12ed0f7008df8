/**
 * A meeting is recorded and ends; what follows is watched, read, heard, corrected, searched, asked about, taken along
 * and shared: in browsers, on the whole real system.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LineView, linePageSchema } from '../lib/line-messages.ts';
import { type ExportFormat, meetingExportSchema } from '../lib/meeting-export.ts';
import { recordingListSchema } from '../lib/recording-messages.ts';
import { shareListSchema } from '../lib/shares.ts';
import { afterAnswerSchema, afterStages } from '../lib/summary.ts';
import { type Instance, startInstance } from '../local/instance.ts';
import { findChromium } from '../local/testing/chromium.ts';
import { readSubtitles } from '../web/exports/testing/read-subtitles.ts';
import { joinSpeech, openVisitor, unexpectedErrors, type Visitor, writeLoop } from './browser.ts';
import { becomeOwner } from './room-people.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-after-'));
const kickoff = join(import.meta.dirname, 'fixtures', 'kickoff');
const clip = (name: string) => readFileSync(join(kickoff, `${name}.wav`));

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** A media element remembers where it was when it became audible: a seek is over by then, and nothing has played yet. */
const rememberPlaying = () => {
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function playAndRemember(this: HTMLMediaElement) {
    Object.assign(window, { playing: this });
    this.addEventListener('playing', () => Object.assign(window, { heardFromSeconds: this.currentTime }));
    return play.call(this);
  };
};

describe.skipIf(findChromium() === null)('what follows a meeting, in the browser', () => {
  let instance: Instance;
  let ana: Visitor;
  let ben: Visitor;
  let meetingId: string;

  beforeAll(async () => {
    instance = await startInstance({ dataFolder: join(folder, 'data') });
    const hear = (name: string, clips: string[]) => {
      const file = join(folder, `${name}.wav`);
      writeLoop(joinSpeech(clips.map(clip), 1_500), file, 60_000);
      return file;
    };
    // "So it is decided, the launch moves to the second week of March." "When can you finish it, Ben?"
    ana = await openVisitor({ microphone: hear('ana', ['13-ana', '08-ana']) });
    // "I will fix the refund bug before Thursday afternoon."
    ben = await openVisitor({ microphone: hear('ben', ['09-ben']) });
    await ana.page.addInitScript(rememberPlaying);
  });
  afterAll(async () => {
    await ana?.[Symbol.asyncDispose]();
    await ben?.[Symbol.asyncDispose]();
    await instance?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const enter = async ({ page }: Visitor, name: string) => {
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Turn off microphone' }).click();
    await page.getByRole('button', { name: 'Join meeting' }).click();
    await page.getByRole('list', { name: 'People in the meeting' }).waitFor();
  };
  const say = async ({ page }: Visitor, last: RegExp) => {
    await page.getByRole('button', { name: 'Turn on microphone' }).click();
    await page
      .getByRole('log', { name: 'Live captions' })
      .getByText(last)
      .first()
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Turn off microphone' }).click();
  };
  const read = async (path: string): Promise<unknown> => {
    const answer = await ana.page.context().request.get(`${instance.url}/api/meetings/${meetingId}${path}`);
    expect(answer.status()).toBe(200);
    return answer.json();
  };
  const readLines = async (): Promise<LineView[]> => linePageSchema.parse(await read('/lines')).lines;
  const lineWith = async (words: RegExp): Promise<LineView> => {
    const line = (await readLines()).find(({ text }) => words.test(text));
    if (!line) throw new Error(`no line has ${words}`);
    return line;
  };
  const section = (page: Page, heading: string): Locator =>
    page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });

  it('leads from the end of a recorded meeting to its page', async () => {
    const { page } = ana;
    await becomeOwner(page, instance.url);
    await page.goto(instance.url);
    await page.getByRole('button', { name: 'New meeting' }).click();
    await enter(ana, 'Ana Ruiz');
    await ben.page.goto(page.url());
    await enter(ben, 'Ben Carter');
    await page
      .getByRole('region', { name: 'Nova, AI participant' })
      .getByText('Listening')
      .waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await ben.page.getByText('Recording', { exact: true }).first().waitFor({ timeout: 15_000 });
    await say(ana, /when can you finish/i);
    await say(ben, /refund bug/i);
    await page.getByRole('button', { name: 'End for all' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: /end/i }).last().click();
    await page.getByRole('link', { name: 'Open the meeting’s page' }).click();
    await page.waitForURL(/\/meetings\/mtg_/);
    meetingId = new URL(page.url()).pathname.split('/')[2] ?? '';
  });

  it('shows how far everything is, until all of it is done', async () => {
    const { page } = ana;
    const readStages = async () => afterAnswerSchema.parse(await read('/after')).stages;
    await page
      .getByRole('region', { name: 'What follows the meeting' })
      .getByRole('listitem')
      .first()
      .waitFor({ timeout: 15_000 });
    // Search follows once more when the recording has brought better words; there is no mail server here.
    await expect
      .poll(async () => (await readStages()).map(({ stage, state }) => [stage, state]), { timeout: 90_000 })
      .toEqual(afterStages.map((stage) => [stage, stage === 'mail' ? 'skipped' : 'done']));
    await page
      .getByRole('region', { name: 'What follows the meeting' })
      .waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('has the decision and the task, and plays the very second at which each was said', async () => {
    const { page } = ana;
    const decision = section(page, 'Decisions')
      .getByRole('listitem')
      .filter({ hasText: /second week of March/i })
      .first();
    await decision.waitFor();
    const task = section(page, 'Tasks')
      .getByRole('listitem')
      .filter({ hasText: /refund bug/i })
      .filter({ hasText: 'Ben' })
      .first();
    const { recordings } = recordingListSchema.parse(await read('/recordings'));
    const { meeting } = meetingExportSchema.parse(await read('/export.json'));
    const soundAtMs = (recordings[0]?.startedAtMs ?? 0) - (meeting.startedAtMs ?? 0);
    await task
      .getByRole('button', { name: /^Go to/ })
      .first()
      .click();
    const player = page.getByRole('region', { name: 'Player' });
    await expect.poll(() => player.getAttribute('data-status'), { timeout: 15_000 }).toBe('playing');
    const heard = await page.evaluate(() => ({
      fromSeconds: (window as unknown as { heardFromSeconds: number }).heardFromSeconds,
      now: (window as unknown as { playing: HTMLMediaElement }).playing.currentTime,
    }));
    const line = await lineWith(/refund bug/i);
    expect(Math.abs(heard.fromSeconds * 1_000 + soundAtMs - line.startMs)).toBeLessThan(300);
    await expect
      .poll(() =>
        page.evaluate(() => (window as unknown as { playing: HTMLMediaElement }).playing.currentTime),
      )
      .toBeGreaterThan(heard.now + 0.3);
    await player.getByRole('button', { name: 'Pause' }).click();
  });

  it('keeps a corrected word and finds it', async () => {
    const { page } = ana;
    const transcript = page.getByRole('region', { name: 'Transcript' });
    const line = await lineWith(/refund bug/i);
    const row = transcript.locator(`[data-line="${line.epoch}.${line.seq}"]`);
    await row.hover();
    await row.getByRole('button', { name: /^Correct the words/ }).click();
    const words = row.getByRole('textbox');
    await words.fill(line.text.replace(/refund bug/i, 'reimbursement bug'));
    await words.press('Enter');
    await row.getByText('(corrected)').waitFor();
    await transcript.getByRole('button', { name: 'Search in this meeting' }).click();
    await transcript.getByRole('searchbox').fill('reimbursement');
    await transcript.getByText('1/1').waitFor();
    expect((await lineWith(/reimbursement/)).source).toBe('person');
    await page.reload();
    await row.getByText('reimbursement bug').waitFor();
  });

  it('can be taken along in every format', async () => {
    const { page } = ana;
    const download = async (format: ExportFormat, label: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Export' }).click();
      const coming = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: new RegExp(`^${label}`) }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
      return readFile(await file.path());
    };
    const record = meetingExportSchema.parse(JSON.parse((await download('json', 'JSON')).toString()));
    expect(record.lines.map(({ text }) => text).join(' ')).toMatch(/reimbursement bug/);
    expect(record.decisions.map(({ text }) => text).join(' ')).toMatch(/second week of March/i);
    for (const [type, label] of [
      ['srt', 'SRT'],
      ['vtt', 'WebVTT'],
    ] as const) {
      const cues = await readSubtitles((await download(type, label)).toString(), type);
      // Long lines are shown in several.
      expect(cues.length).toBeGreaterThanOrEqual(record.lines.length);
      expect(oneLine(cues.map(({ text }) => text).join(' '))).toContain('reimbursement bug');
    }
    const markdown = (await download('md', 'Markdown')).toString();
    expect(markdown).toMatch(/^# /);
    expect(markdown).toContain('reimbursement bug');
    const pdf = await getDocumentProxy(new Uint8Array(await download('pdf', 'PDF')));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(oneLine(text)).toContain('reimbursement bug');
  });

  it('is found among all meetings, by its corrected words', async () => {
    const { page } = ana;
    const field = page.getByRole('searchbox', { name: 'Search all meetings' });
    await field.fill('reimbursement');
    await field.press('Enter');
    await page
      .getByRole('main')
      .getByRole('link', { name: /reimbursement bug/ })
      .first()
      .click();
    await page.waitForURL(/\/meetings\/mtg_.*line=/);
    await page.locator('[data-highlighted]').getByText('reimbursement bug').waitFor();
  });

  it('answers questions with the line that says so, and nothing else', async () => {
    const { page } = ana;
    await page.goto(`${instance.url}/search?ask=true`);
    const ask = async (question: string) => {
      const field = page.getByRole('textbox', { name: 'Ask your meetings' });
      await field.fill(question);
      await field.press('Enter');
    };
    await ask('What are the opening hours of the zoo?');
    await page.getByText('That is not in your meetings.').waitFor();
    await ask('What was decided about the launch?');
    const answer = page.getByRole('article').filter({ hasText: 'What was decided about the launch?' });
    await answer.getByText(/second week of March/i).waitFor();
    await answer
      .getByRole('link', { name: /^Source \d+: Ana Ruiz/ })
      .first()
      .click();
    await page.waitForURL(/\/meetings\/mtg_.*line=/);
    await page
      .locator('[data-highlighted]')
      .getByText(/second week of March/i)
      .waitFor();
  });

  it('is shown to a stranger by a link, until that is withdrawn', async () => {
    const { page } = ana;
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Share by link' });
    await dialog.getByRole('checkbox', { name: /^Transcript/ }).check();
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    await dialog.getByRole('button', { name: /^Withdraw the link/ }).waitFor();
    const { shares } = shareListSchema.parse(await read('/shares'));
    await using stranger = await openVisitor({ width: 360, height: 740 });
    await stranger.page.goto(shares[0]?.url ?? '');
    await stranger.page.getByText('reimbursement bug').first().waitFor();
    await dialog.getByRole('button', { name: /^Withdraw the link/ }).click();
    await dialog.getByText(/^Withdrawn/).waitFor();
    await stranger.page.reload();
    await stranger.page.getByRole('heading', { name: 'This link shows nothing' }).waitFor();
    await expect.poll(() => stranger.page.getByText('reimbursement bug').count()).toBe(0);
  });

  it('logs no error in the browsers', () => {
    expect(unexpectedErrors([ana, ben], /status of 410/)).toEqual([]);
  });
});
